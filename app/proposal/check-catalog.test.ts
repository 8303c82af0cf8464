import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { statementOf } from '~/budget/statement'
import { parseFramework } from '~/import/framework'
import { checkCatalog } from './check-catalog'

const statement = statementOf(demoSnapshot.framework, demoSnapshot.amendments)

test.each([
  ['C02', '2 985 410 + 67 426 = 3 052 836'],
  ['C03', '−3 052 836 + 3 102 216 + 22 000 = 71 380'],
  ['C04', '87 000 − 35 280 − 51 720 = 0'],
  ['C06', '21,36 + 0,30 = 21,66, ger 35 280'],
  ['C11', '2,3009 ≥ 2,3, utrymme 29 tkr'],
  ['C12', 'BUN: 1 045 200 + 30 311 − 9 000 + 4 000 + 50 000 = 1 120 511'],
  ['C14', '8 av 8'],
])('%s shows how it was computed', (id, line) => {
  const check = checkCatalog.find(candidate => candidate.id === id)
  expect(check?.proof(demoSnapshot, statement).replaceAll('\u00A0', ' ')).toBe(line)
})

/** What C13 says where every amendment has measures with these sources, and one of them is in force. */
const sourcesProof = (sources: readonly (string | undefined)[]) => {
  const amendments = demoSnapshot.amendments.map(amendment => {
    const { change } = amendment
    if (change.type !== 'frame') return amendment
    const measures = sources.map((sourceId, i) => ({
      id: `m${i}`,
      name: 'Lärare',
      amounts: change.amounts,
      ...(sourceId !== undefined && { sourceId }),
    }))
    const state = amendment.id === 'a2' ? ('adopted' as const) : ('withdrawn' as const)
    return { ...amendment, state, change: { ...change, measures } }
  })
  return checkCatalog
    .find(({ id }) => id === 'C13')
    ?.proof({ ...demoSnapshot, amendments }, statement)
}

test('C13 counts what its check looks at: the sources of measures too, in what is in force', () => {
  expect(sourcesProof([undefined])).toBe('Ingen ändring säger vilka pengar den räknar med')
  expect(sourcesProof(['skolbidraget'])).toBe('En källa är namngiven och räknas en gång')
  expect(sourcesProof(['a', undefined, 'b'])).toBe(
    '2 källor är namngivna, var och en räknas en gång',
  )
})

test('a base without boards and tax rate, and a proposal without anything, are said to be so', () => {
  const file: unknown = JSON.parse(readFileSync('tests/fixtures/sjobo-framework.json', 'utf8'))
  const parsed = parseFramework(file)
  if (!parsed.ok) throw new Error(parsed.message)
  const { framework } = parsed
  const empty = { ...demoSnapshot, framework, amendments: [], sections: [], goals: [] }
  const proofOf = (id: string) =>
    checkCatalog
      .find(candidate => candidate.id === id)
      ?.proof(empty, statementOf(framework, []))
      .replaceAll('\u00A0', ' ')
  expect(['C02', 'C04', 'C06', 'C14', 'C28', 'C29'].map(proofOf)).toEqual([
    '335,6 − 1 656,2 − 37,7 = −1 358,3',
    '0,0 = 0,0',
    'Budgetramen har ingen skattesats, och ingen ändras',
    'Budgetramen är inte delad på nämnder',
    'Inga indikatorer än',
    'Inga avsnitt än',
  ])
})
