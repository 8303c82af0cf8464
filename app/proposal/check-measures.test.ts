import { describe, expect, test } from 'vitest'
import { averageShare } from '~/budget/check-figures'
import { formatShare } from '~/budget/format'
import { statementOf } from '~/budget/statement'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { checkSnapshot } from './check'
import { checkCatalog } from './check-catalog'
import { checkPrintedTexts } from './check-printed-texts'
import { compare } from './compare'
import { Snapshot } from './snapshot'

const [template] = demoSnapshot.amendments
const measure = { id: 'm1', name: 'Lärare', amounts: [2450, 0, 0], quantity: '4', price: '612.5' }

const withAmendments = (...list: object[]) =>
  Snapshot.parse({
    ...demoSnapshot,
    amendments: list.map((more, i) => ({ ...template, id: `a${i}`, number: i + 1, ...more })),
  })
const frame = (...measures: object[]) => ({
  change: { type: 'frame', board: 'BUN', recurrence: 'indexed', amounts: [5000, 0, 0], measures },
})
const found = (snapshot: Snapshot, id: string) =>
  checkSnapshot(snapshot).flatMap(finding => (finding.id === id ? finding.message : []))

const told = (before: object[], after: object[]) =>
  compare(withAmendments(frame(...before)), withAmendments(frame(...after))).amendments.map(
    ({ kind, before: was, after: is }) =>
      [kind, was, is].map(text => text?.replaceAll('\u00A0', ' ')),
  )
const printedIds = (changes: object) =>
  checkPrintedTexts(Snapshot.parse({ ...demoSnapshot, ...changes })).map(
    ({ id, place }) => `${id} ${place}`,
  )
const placesOf = (made: object) =>
  checkPrintedTexts(withAmendments(frame(made))).map(({ place }) => place)

describe('C17: number times price gives the amount', () => {
  test.each<[string, object, number]>([
    ['it does', measure, 0],
    ['no calculation', { ...measure, price: undefined, quantity: undefined }, 0],
    ['half a calculation', { ...measure, price: undefined, amounts: [1, 0, 0] }, 0],
    ['one tkr off', { ...measure, amounts: [2451, 0, 0] }, 1],
    ['the price in kronor', { ...measure, price: '612500' }, 1],
    ['more than any amount', { ...measure, quantity: '999999999', price: '999999999' }, 1],
  ])('%s', (_, part, count) => {
    expect(found(withAmendments(frame(part)), 'C17')).toHaveLength(count)
  })

  test('says by how much', () => {
    const [message = ''] = found(
      withAmendments(frame({ ...measure, amounts: [2400, 0, 0] })),
      'C17',
    )
    expect(message.replaceAll('\u00A0', ' ')).toBe(
      'Ä1, Lärare: antal gånger pris är 2 450 tkr, men beloppet är 2 400 tkr, skillnad −50 tkr (praxis). Rätta antalet, priset eller beloppet.',
    )
  })

  test('in the unit of the base', () => {
    const wrong = withAmendments(frame({ ...measure, amounts: [2400, 0, 0] }))
    const inMillions = { ...wrong, framework: { ...wrong.framework, unit: 'mnkr' as const } }
    expect(found(inMillions, 'C17').join().replaceAll('\u00A0', ' ')).toContain(
      'är 2,45 mnkr, men beloppet är 2,4 mnkr, skillnad −0,05 mnkr',
    )
  })

  test('of what is in force alone', () => {
    const wrong = frame({ ...measure, amounts: [1, 0, 0] })
    expect(found(withAmendments({ ...wrong, state: 'suggested' }), 'C17')).toEqual([])
    expect(found(withAmendments(wrong, { ...frame(), replaces: 'a0' }), 'C17')).toEqual([])
  })
})

test('C05 reads the motivations of what is in force', () => {
  const motivation = 'Det kostar 5 mnkr.'
  expect(found(withAmendments({ ...frame(), motivation }), 'C05').join()).toContain('”5 mnkr”')
  const replaced = withAmendments({ ...frame(), motivation }, { ...frame(), replaces: 'a0' })
  expect(found(replaced, 'C05').filter(message => message.includes('Motiveringen'))).toEqual([])
})

test('C11 proves an average target by the average', () => {
  const snapshot = withAmendments({
    change: { type: 'result-target', target: 2000, average: true },
  })
  const statement = statementOf(snapshot.framework, snapshot.amendments)
  const proof = checkCatalog.find(({ id }) => id === 'C11')?.proof(snapshot, statement)
  expect(proof).toContain(`${formatShare(averageShare(statement))} ≥ 2 i genomsnitt 2025–2027`)
})

describe('what is compared of a measure', () => {
  test('nothing where nothing differs', () => {
    expect(told([measure], [measure])).toEqual([])
  })
  test('a part that came, and one whose price is another', () => {
    const base = '+5 000, 0, 0 tkr, ligger kvar och räknas upp'
    expect(told([], [measure])).toEqual([
      ['changed', base, `${base}; varav Lärare +2 450, 0, 0 tkr (4 × 612,5 tkr)`],
    ])
    expect(told([measure], [{ ...measure, priceSource: 'Avtalet' }])).toHaveLength(1)
  })
})

describe('C31 and C32 read all that is printed', () => {
  const [section] = demoSnapshot.sections
  const [goal] = demoSnapshot.goals
  test.each<[string, object, string[]]>([
    ['the demo', {}, []],
    ['the cover', { title: 'Grönt 🌱' }, ['C31 proposal']],
    [
      'another proposal beside it',
      { rivals: [{ name: 'De 🌱', source: 'a@b.se', datedOn: null, amendments: [] }] },
      ['C31 rivals', 'C32 rivals'],
    ],
    [
      'its boards',
      {
        rivals: [
          {
            name: 'De',
            source: 'Protokollet',
            datedOn: null,
            framework: { ...demoSnapshot.framework, name: 'Ram av a@b.se' },
            amendments: [],
          },
        ],
      },
      ['C32 rivals'],
    ],
    [
      'a heading',
      { sections: [{ ...section, title: 'Ring 070-123 45 67' }] },
      ['C32 section:budget'],
    ],
    [
      'a goal',
      { goals: [{ ...goal, title: 'Mejla a@b.se 予' }] },
      [`C31 goal:${goal?.id}`, `C32 goal:${goal?.id}`],
    ],
    ['a board', { framework: { ...demoSnapshot.framework, name: 'Ram 予' } }, ['C31 framework']],
    [
      'the reason under KL 11:5',
      { overrides: [{ check: 'C08', reason: 'Fråga a@b.se' }] },
      ['C32 result'],
    ],
    ['a reason in the annex', { overrides: [{ check: 'C19', reason: 'Fråga a@b.se' }] }, []],
  ])('%s', (_, changes, expected) => {
    expect(printedIds(changes)).toEqual(expected)
  })

  test('a text of dashes alone at once, and an address that dashes begin', () => {
    const title = 'Kontakt'
    const written = (text: string) => ({
      sections: [
        {
          ...section,
          title,
          content: {
            type: 'doc',
            content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
          },
        },
      ],
    })
    expect(printedIds(written('-'.repeat(200_000)))).toEqual([])
    expect(printedIds(written('--a-b+c@d-e.se'))).toEqual(['C32 section:budget'])
  }, 5_000)

  test('a measure, but no question', () => {
    const part = { ...measure, responsible: 'anna@kommun.se' }
    const question = { text: 'Svara anna@kommun.se', askedOn: '2024-09-01' }
    expect(placesOf(part)).toEqual(['amendment:a0'])
    expect(placesOf({ ...measure, question })).toEqual([])
  })
})
