import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkFigures } from '~/budget/check-figures'
import { checkPrintedSums, checkTies } from '~/budget/check-tables'
import type { Framework } from '~/budget/framework'
import { comparePrintedTotals } from '~/budget/printed-totals'
import { identitiesOf } from '~/budget/printed-tables'
import { statementOf } from '~/budget/statement'
import { formatIn } from '~/budget/table-unit'
import { parseFramework } from '~/import/framework'

// A real municipality's budget for 2024 in mnkr with one decimal: six years, of which two are accounts, and no boards.
const file: unknown = JSON.parse(
  readFileSync(new URL('fixtures/sjobo-framework.json', import.meta.url), 'utf8'),
)

function load(): Framework {
  const parsed = parseFramework(file)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.framework
}

describe('a real budget in mnkr', () => {
  const framework = load()
  const statement = statementOf(framework, [])
  const { identities, lost } = identitiesOf(framework)
  const shown = (amounts: readonly (typeof statement.income.result.base)[number][]) =>
    amounts.map(amount => formatIn(framework.unit, amount).replaceAll('\u00A0', ' '))

  test('loads in its own unit, with two years of accounts before the proposal’s four', () => {
    expect(statement.unit).toBe('mnkr')
    expect(statement.years).toEqual([2024, 2025, 2026, 2027])
    expect(framework.boards).toEqual([])
  })

  test('gives the printed totals exactly', () => {
    const compared = comparePrintedTotals(framework)
    expect(compared).toHaveLength(6 * 4)
    expect(compared.filter(({ difference }) => difference !== 0)).toEqual([])
  })

  test('is shown in mnkr with one decimal', () => {
    const { income, position } = statement
    expect(shown(income.operations?.costs.base ?? [])).toEqual([
      '−1 656,2',
      '−1 647,8',
      '−1 719,6',
      '−1 792,1',
    ])
    expect(shown(income.netCosts.base)).toEqual(['−1 358,3', '−1 336,0', '−1 393,6', '−1 450,6'])
    expect(shown(income.result.base)).toEqual(['−26,1', '40,0', '44,0', '38,0'])
    expect(shown(position.requirement.balanceResult.base)).toEqual([
      '−18,6',
      '40,0',
      '44,0',
      '38,0',
    ])
  })

  test('holds all 84 identities within a year exactly', () => {
    const within = identities.filter(({ kind }) => kind !== 'roll')
    expect(lost).toEqual([])
    expect(within).toHaveLength(84)
    expect(within.filter(({ difference }) => difference !== 0)).toEqual([])
    expect(within.filter(({ table }) => table.id === 'balance')).toHaveLength(9 * 6)
  })

  test('names where equity does not roll forward, across a re-based year, and stops nothing', () => {
    const rolls = identities.filter(({ kind }) => kind === 'roll')
    expect(rolls.map(({ year, difference }) => [year, difference])).toEqual([
      [2023, -37_700],
      [2024, 37_700],
      [2025, 0],
      [2026, 0],
      [2027, 0],
    ])
    const found = checkTies(framework)
    expect(found.map(({ id, severity }) => [id, severity])).toEqual([
      ['C15', 'info'],
      ['C15', 'info'],
    ])
    expect(found[0]?.message).toContain('Summa eget kapital 2023: avviker −37,7 mnkr')
    expect(found[1]?.message).toContain('Summa eget kapital 2024: avviker +37,7 mnkr')
    expect(checkPrintedSums(framework)).toEqual([])
  })

  test('has one error, the deficit that it was really decided with', () => {
    const found = checkFigures(framework, [], statement)
    expect(found.map(({ id }) => id)).toEqual(['C08'])
  })

  test('an amount that ran together with its note number is found where it stands', () => {
    const broken = structuredClone(framework)
    const cell = broken.tables?.[0]?.lines[0]?.amounts
    if (cell?.[0] !== undefined) cell[0] = framework.tax.revenue?.[0] ?? cell[0]
    const [missed, ...others] = checkPrintedSums(broken)
    expect(others).toEqual([])
    expect(missed?.message).toMatch(/^Resultatbudget, Verksamhetens nettokostnader 2022: /)
    expect(missed?.message).toContain('skillnad −640,4 mnkr')
  })
})
