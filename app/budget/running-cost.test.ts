import { expect, test } from 'vitest'
import { demoFramework } from '../../prisma/demo/framework'
import type { InvestmentChange } from './amendment'
import { Framework } from './framework'
import { tkr, zero } from './money'
import { runningCostOf } from './running-cost'
import { statementOf } from './statement'

const project = (
  amounts: number[],
  usefulLife: number,
  firstDepreciation?: number,
): InvestmentChange => ({
  type: 'investment',
  name: 'Idrottshall',
  board: 'KS',
  amounts: amounts.map(tkr),
  usefulLife,
  ...(firstDepreciation !== undefined && { firstDepreciation }),
})

const withRate = (internalRate: number): Framework => {
  const amounts = demoFramework.years.map(() => 0)
  return Framework.parse({
    ...demoFramework,
    position: {
      opening: {
        fixedAssets: 0,
        receivables: 0,
        placements: 0,
        cash: 0,
        equity: 0,
        provisions: 0,
        longTermDebt: 0,
        shortTermDebt: 0,
      },
      depreciation: amounts,
      provisionsChange: amounts,
      newLoans: amounts,
      internalRate,
    },
  })
}

// Depreciation from the year after, interest on the book value at the start of the year (F15).
test.each([
  ['33 years', project([33_000, 0, 0], 33), 2500, [0, 1000 + 825, 1000 + 800]],
  ['spending over two years', project([3300, 3300, 0], 33), 0, [0, 100, 200]],
  ['a later first year', project([3300, 0, 0], 33, 2027), 1000, [0, 33, 133]],
  ['a project that is taken away', project([-33_000, 0, 0], 33), 0, [0, -1000, -1000]],
  ['a short life', project([1000, 0, 0], 1), 0, [0, 1000, 0]],
])('%s', (_, change, rate, expected) => {
  const framework = withRate(rate)
  const offered = runningCostOf(framework, change)
  expect(offered?.costs).toEqual(expected)
  if (!offered) return
  const { boards } = statementOf(framework, [
    {
      id: 'a1',
      number: 1,
      state: 'adopted',
      change: offered.change,
      motivation: '',
      section: null,
      baseHash: '0'.repeat(64),
    },
  ])
  expect(boards.find(({ id }) => id === 'KS')?.change).toEqual(expected)
})

test('nothing is offered where nothing falls within the years', () => {
  expect(runningCostOf(demoFramework, project([0, 0, 5000], 33))).toBeNull()
  expect(runningCostOf(demoFramework, { ...project([0, 0, 0], 33), amounts: [zero] })).toBeNull()
})
