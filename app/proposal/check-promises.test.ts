import { describe, expect, test } from 'vitest'
import { report } from '~/export/compose'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { checkPromises } from './check-promises'
import { Snapshot } from './snapshot'

const [template] = demoSnapshot.amendments
const hashes = { snapshot: 'a'.repeat(64), framework: 'b'.repeat(64) }

const frame = (id: string, more: object = {}) => ({
  ...template,
  id,
  number: Number(id.slice(1)),
  change: {
    type: 'frame',
    board: 'BUN',
    recurrence: 'indexed',
    amounts: [5000, 0, 0],
    measures: [{ id: 'm1', name: 'Speciallärare', amounts: [2000, 0, 0] }],
  },
  ...more,
})
const within = { amendment: null, measure: null }
const paid = { amendment: 'a1', measure: 'm1' }

const words = (text: string, pledge: object | null = null, ...looks: string[]) => ({
  type: 'text',
  text,
  marks: [
    ...looks.map(type => ({ type })),
    ...(pledge ? [{ type: 'promise', attrs: pledge }] : []),
  ],
})
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const telling = (paragraphs: object[], ...amendments: object[]): Snapshot =>
  Snapshot.parse({
    ...demoSnapshot,
    amendments,
    sections: [{ id: 's', title: 'Prov', content: { type: 'doc', content: paragraphs } }],
  })
const found = (snapshot: Snapshot) =>
  checkPromises(snapshot).map(({ id, message }) => `${id} ${message}`)

const twice = (second: string, pledge: object = paid) =>
  telling([paragraph(words('Fler lärare', paid)), paragraph(words(second, pledge))], frame('a1'))
const notes = (snapshot: Snapshot) =>
  report(snapshot, hashes)
    .chapters.filter(({ id }) => id === 'sections')
    .flatMap(({ blocks }) => blocks)
    .flatMap(block => (block.type === 'paragraph' ? block.runs : []))
    .map(run => (run.type === 'note' ? JSON.stringify(run.runs) : run.type))

describe('C23: a marked promise has money that counts', () => {
  test.each<[string, object, string | null, object[]]>([
    ['within the frame', within, null, []],
    ['a measure in force', paid, null, [frame('a1')]],
    [
      'a measure that is gone',
      { ...paid, measure: 'm2' },
      'Åtgärden finns inte längre.',
      [frame('a1')],
    ],
    ['an amendment that is gone', paid, 'Åtgärden finns inte längre.', []],
    ['withdrawn', paid, 'Ä1 är tillbakadragen.', [frame('a1', { state: 'withdrawn' })]],
    ['suggested', paid, 'Ä1 är bara föreslagen', [frame('a1', { state: 'suggested' })]],
    ['deferred', paid, 'Ä1 är uppskjuten', [frame('a1', { state: 'deferred' })]],
    ['replaced', paid, 'Ä1 är ersatt', [frame('a1'), frame('a2', { replaces: 'a1' })]],
  ])('%s', (_, pledge, why, amendments) => {
    const told = telling([paragraph(words('Vi anställer fler', pledge), words('.'))], ...amendments)
    const [first, ...more] = found(told)
    expect(more).toEqual([])
    if (why === null) expect(first).toBeUndefined()
    else {
      expect(first).toContain(
        'C23 Avsnitt 1, stycke 1: löftet ”Vi anställer fler” har inga pengar.',
      )
      expect(first).toContain(why)
    }
  })

  test('looks bind nothing, and a mark in another sentence neither', () => {
    expect(found(telling([paragraph(words('Vi anställer fler.', null, 'bold'))]))).toHaveLength(1)
    const other = paragraph(words('Vi anställer fler. '), words('Det ryms.', within))
    expect(found(telling([other]))).toHaveLength(1)
  })
})

describe('C13: the same money is promised once', () => {
  test.each<[string, Snapshot, number]>([
    ['the same words again', twice('Fler lärare!'), 0],
    ['other words', twice('Nya datorer'), 1],
    ['other words within the frame', twice('Nya datorer', within), 0],
  ])('%s', (_, snapshot, count) => {
    expect(found(snapshot).filter(each => each.startsWith('C13'))).toHaveLength(count)
  })

  test('bold inside the mark makes no second promise', () => {
    const one = paragraph(words('Fler ', paid), words('lärare', paid, 'bold'))
    expect(found(telling([one], frame('a1')))).toEqual([])
  })
})

describe('the document', () => {
  test('names the money once, after the last of the words', () => {
    const told = telling(
      [paragraph(words('Fler ', paid), words('lärare', paid, 'bold'), words(' behövs.'))],
      frame('a1'),
    )
    expect(notes(told)).toEqual([
      'text',
      'text',
      expect.stringContaining(
        'Pengarna är Ä1 Barn- och ungdomsnämnden, varav Speciallärare, i tabellen Ändringarna var för sig.',
      ),
      'text',
    ])
  })
  test.each([
    ['within the frame', within, frame('a1')],
    ['without money', paid, frame('a1', { state: 'withdrawn' })],
  ])('says nothing of what is %s', (_, pledge, amendment) => {
    expect(notes(telling([paragraph(words('Fler', pledge))], amendment))).toEqual(['text'])
  })
})
