import { expect, test } from 'vitest'
import { tkr } from '~/budget/money'
import { wordsIn, wordsOf } from '~/proposal/word-count'
import { differsFor, knownFigures, wordChanges, type OwnChange } from './news'

const figures = (...amounts: number[]) => ({
  change: {
    type: 'frame' as const,
    board: 'BUN',
    recurrence: 'indexed' as const,
    amounts: amounts.map(tkr),
  },
  state: 'adopted' as const,
})
const readAt = new Date('2026-10-01T10:00:00Z')
const later = new Date('2026-10-01T11:00:00Z')
const read = { ...figures(100, 0, 0), motivation: 'Skäl', figures: 5, readAt }
const own = (
  number: number,
  before: OwnChange['before'],
  after: OwnChange['after'],
): OwnChange => ({
  number,
  before,
  after,
  undoneAt: null,
})

test.each([
  ['nothing of one’s own', [], figures(100, 0, 0)],
  ['an own change since', [own(6, figures(100, 0, 0), figures(300, 0, 0))], figures(300, 0, 0)],
  [
    'an own change of another year, on top of another’s',
    [own(7, figures(200, 0, 0), figures(200, 50, 0))],
    figures(100, 50, 0),
  ],
  ['one that was read already', [own(4, figures(0, 0, 0), figures(100, 0, 0))], figures(100, 0, 0)],
  [
    'one that was read, and taken back since',
    [{ ...own(4, figures(0, 0, 0), figures(100, 0, 0)), undoneAt: later }],
    figures(0, 0, 0),
  ],
  [
    'one made and taken back since',
    [{ ...own(8, figures(100, 0, 0), figures(9, 0, 0)), undoneAt: later }],
    figures(100, 0, 0),
  ],
])('%s', (_, changes, known) => {
  expect(knownFigures(read, changes)).toEqual(known)
})

test('a new amendment is known to who made it, and to nobody else', () => {
  expect(knownFigures(null, [own(1, null, figures(1, 0, 0))])).toEqual(figures(1, 0, 0))
  expect(knownFigures(null, [])).toBeNull()
  const now = { ...figures(1, 0, 0), motivation: 'Skäl' }
  expect(differsFor(now, null, null, false)).toEqual({
    change: true,
    state: true,
    motivation: true,
  })
  expect(differsFor(now, null, figures(1, 0, 0), true)).toEqual({
    change: false,
    state: false,
    motivation: false,
  })
})

test.each([
  ['Vi satsar 21,66 kronor', 4],
  ['2\u00A0985\u00A0410 tkr till VA:s bok-hylla', 5],
  [' – , . ', 0],
  ['', 0],
])('the words of %j', (text, count) => {
  expect(wordsOf(text)).toBe(count)
})

test('a figure is one word, in text and in what differs', () => {
  const figure = {
    type: 'text' as const,
    text: '\uFFFC',
    marks: [
      { type: 'figure' as const, attrs: { ref: 'frame.BUN.2025.change', format: 'tkr' as const } },
    ],
  }
  const content = [{ type: 'text' as const, text: 'Vi ger' }, figure, { ...figure }]
  expect(wordsIn({ type: 'doc', content: [{ type: 'paragraph', content }] })).toBe(4)
  const pieces = [
    { change: 'same' as const, text: 'Vi ger ', figure: false },
    { change: 'inserted' as const, text: '50\u00A0000 tkr', figure: true },
    { change: 'deleted' as const, text: 'nästan ingenting', figure: false },
  ]
  expect(wordChanges([{ kind: 'rewritten', line: 'paragraph', pieces }])).toEqual({
    wordsIn: 1,
    wordsOut: 2,
  })
})
