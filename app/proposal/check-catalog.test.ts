import { expect, test } from 'vitest'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { statementOf } from '~/budget/statement'
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
