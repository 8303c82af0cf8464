import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Amendment, Change } from '~/budget/amendment'
import { tkr } from '~/budget/money'
import { statementOf } from '~/budget/statement'
import { demoFramework as framework } from '../../prisma/demo/framework'
import { areaText, tableText } from './grid-text'
import { pastePlan, type PastePlan } from './paste-plan'

const amendment = (number: number, change: Change): Amendment => ({
  id: `a${number}`,
  number,
  state: 'adopted',
  change,
  motivation: '',
  section: null,
  baseHash: '0'.repeat(64),
})
const frame = (board: string, ...amounts: number[]): Change => ({
  type: 'frame',
  board,
  recurrence: 'indexed',
  amounts: amounts.map(tkr),
})
const corner = { row: 0, at: 0 }
const start = { framework, amendments: [amendment(1, frame('BUN', 5000, 0, 0))] }

const pasted = ({ writes }: PastePlan): Amendment[] => {
  const written = new Map(writes.map(write => [write.id, write.change]))
  const added = writes.filter(({ id }) => id === null)
  return [
    ...start.amendments.map(one => ({ ...one, change: written.get(one.id) ?? one.change })),
    ...added.map(({ change }, i) => amendment(10 + i, change)),
  ]
}

test('every pasted cell shows what was pasted, whatever carries over from earlier years', () => {
  const amount = fc.integer({ min: -50_000, max: 50_000 })
  const block = fc.array(fc.array(amount, { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(block, rows => {
      const plan = pastePlan(start, rows.map(row => row.join('\t')).join('\r\n'), corner)
      const { boards } = statementOf(framework, pasted(plan))
      expect(rows.map((_, row) => boards[row]?.change)).toEqual(rows)
      expect(plan.refused).toEqual([])
    }),
    { numRuns: 30 },
  )
})

test.each(['tkr', 'mnkr'] as const)(
  'what is copied in %s and pasted back changes nothing',
  unit => {
    const shown = { framework: { ...framework, unit }, amendments: start.amendments }
    const statement = statementOf(shown.framework, start.amendments)
    const all = { from: corner, to: { row: 7, at: 2 } }
    const extent = { rows: 8, years: [0, 1, 2] }
    for (const text of [areaText(statement, all, extent), tableText(statement)])
      expect(pastePlan(shown, text, corner)).toEqual({ writes: [], changes: [], refused: [] })
  },
)

test('a copied table goes by names, wherever it is pasted, and later years follow', () => {
  const text = 'Nämnd\t2025 Ram\t2025 Ändring\r\nSocialnämnden\t1\t-700\r\nOkänd nämnd\t1\t2\r\n'
  const { changes, refused } = pastePlan(start, text, { row: 5, at: 2 })
  expect(changes[0]).toMatchObject({
    name: 'Socialnämnden',
    year: 2025,
    after: -700,
    follows: false,
  })
  expect(changes.slice(1).map(({ year, follows }) => [year, follows])).toEqual([
    [2026, true],
    [2027, true],
  ])
  expect(refused).toMatchObject([{ place: 'rad 3, kolumn 1', text: 'Okänd nämnd' }])
})

test.each([
  ['text', 'hej', 'inget tal'],
  ['what may be two numbers', '1.200', 'två saker'],
  ['kronor that are not whole tkr', '1500 kr', 'hela tusental'],
  ['a formula', '=1+1', 'inget tal'],
  ['Arabic digits', '٣٤', 'inget tal'],
  ['2^53 + 1', '9007199254740993', 'för stort'],
])('%s is named and changes nothing', (_, text, reason) => {
  const plan = pastePlan(start, `1\t2\r\n\t${text}`, corner)
  expect(plan.refused).toMatchObject([{ place: 'rad 2, kolumn 2', text }])
  expect(plan.refused[0]?.reason).toContain(reason)
  expect(new Set(plan.changes.map(({ board }) => board))).toEqual(new Set(['BUN']))
})

test('a board with several amendments, and cells outside the table, are named', () => {
  const amendments = [...start.amendments, amendment(2, frame('BUN', 1, 0, 0))]
  const { changes, refused } = pastePlan({ framework, amendments }, '7', corner)
  expect([changes, refused]).toMatchObject([[], [{ reason: expect.stringContaining('flera') }]])
  expect(pastePlan(start, '1\t2', { row: 0, at: 2 }).refused).toMatchObject([
    { place: 'rad 1, kolumn 2', reason: expect.stringContaining('utanför') },
  ])
})
