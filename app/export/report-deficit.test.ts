import { expect, test } from 'vitest'
import { Snapshot } from '~/proposal/snapshot'
import { clausesFor, clauseText } from '~/proposal/clauses'
import { statementOf } from '~/budget/statement'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { report } from './compose'
import { runText } from './report-text'

const hashes = { snapshot: 'a'.repeat(64), framework: 'b'.repeat(64) }
const reason = 'Skolan brinner.\nBara ett år.'

/** What the economy chapter says under the heading, with a frame change of so much in the budget year. */
function told(amount: number, override: object | null): string[] {
  const snapshot = Snapshot.parse({
    ...demoSnapshot,
    amendments: [
      {
        ...demoSnapshot.amendments[0],
        change: { type: 'frame', board: 'BUN', recurrence: 'one-off', amounts: [amount, 0, 0] },
      },
    ],
    overrides: override === null ? [] : [override],
  })
  const blocks = report(snapshot, hashes).chapters.find(({ id }) => id === 'economy')?.blocks ?? []
  const at = blocks.findIndex(
    block => block.type === 'heading' && block.text === 'Skäl enligt kommunallagen',
  )
  if (at < 0) return []
  const rest = blocks.slice(at + 1)
  return rest
    .slice(
      0,
      rest.findIndex(block => block.type === 'heading'),
    )
    .flatMap(block => ('runs' in block ? [runText(block.runs).replaceAll('\u00A0', ' ')] : []))
}

test('the written reason of a deficit is printed, with the deficit and the ground (KL 11:5)', () => {
  expect(told(124_100, { check: 'C08', reason, ground: 'exceptional-reasons' })).toEqual([
    'Kostnaderna 2025 är 1 000 tkr större än intäkterna. Det får de vara om det finns synnerliga skäl (kommunallagen 2017:725, 11 kap. 5 §). Skälen är dessa:',
    'Skolan brinner.',
    'Bara ett år.',
  ])
})

test.each([
  ['with the reserve', 124_100, { ground: 'result-reserve' }, 'ur resultatreserven'],
  ['without a ground', 124_100, {}, 'görs av dessa skäl'],
  ['at nothing left', 123_100, {}, 'Intäkterna 2025 är lika stora som kostnaderna.'],
])('%s', (_, amount, ground, said) => {
  expect(told(amount, { check: 'C08', reason, ...ground })[0]).toContain(said)
})

test.each([
  ['a result above nothing', 1000, { check: 'C08', reason }],
  ['no reason', 124_100, null],
  ['a reason against a warning', 124_100, { check: 'C19', reason }],
])('nothing is printed with %s', (_, amount, override) => {
  expect(told(amount, override)).toEqual([])
})

test('exceptional reasons are put to the vote', () => {
  const decided = {
    ...demoSnapshot,
    amendments: Snapshot.parse({
      ...demoSnapshot,
      amendments: [
        {
          ...demoSnapshot.amendments[0],
          change: { type: 'frame', board: 'BUN', recurrence: 'one-off', amounts: [200_000, 0, 0] },
        },
      ],
    }).amendments,
    overrides: [{ check: 'C08', reason, ground: 'exceptional-reasons' as const }],
  }
  const statement = statementOf(decided.framework, decided.amendments)
  expect(clausesFor(decided).map(clause => clauseText(clause, statement))).toContain(
    'att budgeten för 2025 får underbalanseras av synnerliga skäl, enligt avsnittet Skäl enligt kommunallagen',
  )
})
