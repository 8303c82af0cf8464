import { describe, expect, test } from 'vitest'
import { boardChains } from '~/budget/board-chain'
import { formatShare } from '~/budget/format'
import { inForce } from '~/budget/in-force'
import { flip, sumLines, type Line } from '~/budget/line'
import { sum } from '~/budget/money'
import { taxOf } from '~/budget/rate'
import { statementOf } from '~/budget/statement'
import { demoSnapshot } from '../prisma/demo/proposal'
import { expectedRows } from './expected'

const { framework, amendments } = demoSnapshot
const counted = inForce(amendments)
const statement = statementOf(framework, amendments)
const { operations: _none, ...incomeLines } = statement.income
const { position } = statement
const { years } = statement
const chains = boardChains(framework, statement.boards, counted)

const numbers = (row: Record<string, string>, columns: readonly string[]) =>
  Object.fromEntries(columns.map(column => [column, Number(row[column])]))
const columnOf = (row: Record<string, string>) => (row.scenario === 'base' ? 'base' : 'proposed')

describe('the expected figures are reproduced to the tkr', () => {
  test.each(expectedRows('boards'))('frame chain of $board $year', row => {
    const i = years.indexOf(Number(row.year))
    const at = statement.boards.findIndex(({ id }) => id === row.board)
    const [line, chain] = [statement.boards[at], chains[at]]
    const [base, proposed] = [chain?.base[i], chain?.proposed[i]]
    expect({
      'previous.base': base?.previous,
      'indexation.base': base?.indexation,
      volume: base?.volume,
      adjustment: base?.adjustment,
      base: base?.frame,
      'previous.proposed': proposed?.previous,
      'indexation.proposed': proposed?.indexation,
      priority: proposed?.priority,
      proposed: proposed?.frame,
      change: line?.change[i],
    }).toEqual(
      numbers(
        row,
        Object.keys(row).filter(column => !['year', 'board', 'name', 'pkv'].includes(column)),
      ),
    )
  })

  const lines: Record<string, Line> = {
    ...incomeLines,
    operatingResult: sumLines(
      [statement.income.result, flip(statement.income.financialNet)],
      years.length,
    ),
    balanceResult: position.requirement.balanceResult,
  }
  const givenLines: Record<string, readonly number[]> = {
    settlement: framework.tax.settlement,
    financialIncome: framework.financialIncome,
    financialCosts: framework.financialCosts,
    adjustments: [0, 0, 0],
    ...Object.fromEntries(framework.grants.map(({ id, amounts }) => [id, amounts])),
  }
  test.each(expectedRows('income'))('income statement, $scenario: $line', row => {
    const printed = years.map(year => row[year] ?? '')
    const name = row.line ?? ''
    const column = columnOf(row)
    if (name === 'resultShare') {
      const shares = statement.resultShare[column].map(share => formatShare(share))
      expect(shares.map(share => Number(share.replace(',', '.')))).toEqual(printed.map(Number))
      return
    }
    const computed =
      name === 'municipalTax'
        ? framework.tax.base?.map(base => taxOf(base, statement.taxRate[column]))
        : (lines[name]?.[column] ?? givenLines[name])
    expect(computed).toEqual(printed.map(Number))
  })

  test.each(expectedRows('cash-flow'))('cash flow, $scenario $year', row => {
    const i = years.indexOf(Number(row.year))
    const flow = Object.entries(position.cashFlow ?? {}).map(([name, line]) => [
      name,
      line[columnOf(row)][i],
    ])
    expect(Object.fromEntries(flow)).toMatchObject(
      numbers(
        row,
        Object.keys(row).filter(column => column !== 'scenario' && column !== 'year'),
      ),
    )
  })

  test.each(expectedRows('balance-sheet'))('balance sheet, $scenario $year', row => {
    const i = years.indexOf(Number(row.year))
    const opening = framework.position?.opening
    const given: Record<string, number> = { ...opening }
    const sheet = Object.entries(position.balanceSheet ?? {}).map(([name, line]) => [
      name,
      i < 0 ? given[name] : line?.[columnOf(row)][i],
    ])
    const names = Object.keys(row).filter(column => column !== 'scenario' && column !== 'year')
    const totals = ['assets', 'equityAndDebts']
    expect(Object.fromEntries(sheet)).toMatchObject(
      numbers(
        row,
        names.filter(name => i >= 0 || !totals.includes(name)),
      ),
    )
    if (i < 0 && opening)
      expect(
        sum([opening.fixedAssets, opening.receivables, opening.placements, opening.cash]),
      ).toBe(Number(row.assets))
  })

  test.each(expectedRows('investments'))('investment in $name', row => {
    const project = position.investments?.projects.find(({ name }) => name === row.name)
    expect(project?.board).toBe(row.board)
    expect(project?.proposed.map(amount => -amount)).toEqual(years.map(year => Number(row[year])))
  })
})
