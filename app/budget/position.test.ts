import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoFramework } from '../../prisma/demo/framework'
import { Amendment, Change, type InvestmentChange } from './amendment'
import { capitalCost } from './capital-cost'
import { Framework } from './framework'
import { tkr } from './money'
import { milliPercent } from './rate'
import { statementOf } from './statement'

const adopted = (changes: readonly unknown[]): Amendment[] =>
  changes.map((change, i) => ({
    id: `a${i + 1}`,
    number: i + 1,
    state: 'adopted',
    change: Change.parse(change),
    motivation: '',
    section: null,
    baseHash: '0'.repeat(64),
  }))

const read = (framework: Framework, amendments: readonly Amendment[]) => {
  const statement = statementOf(framework, amendments)
  const { position } = statement
  if (!position.cashFlow || !position.balanceSheet) throw new Error('The framework has a position')
  return { ...position, flow: position.cashFlow, sheet: position.balanceSheet, statement }
}

const amounts = fc.array(fc.integer({ min: -90_000, max: 90_000 }), { minLength: 3, maxLength: 3 })
const boards = fc.constantFrom('BUN', 'KS', 'SBN', 'TEK')
const changes = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constant('frame'),
      board: boards,
      recurrence: fc.constantFrom('indexed', 'permanent', 'one-off'),
      amounts,
    }),
    fc.record({ type: fc.constant('tax-rate'), ore: fc.integer({ min: -200, max: 200 }) }),
    fc.record({ type: fc.constant('central-finance'), amounts }),
    fc.record({ type: fc.constant('result-reserve'), amounts }),
    fc.record({ type: fc.constant('borrowing-limit'), amounts, loans: amounts }),
    fc.record({
      type: fc.constant('investment'),
      name: fc.constantFrom('Reningsverk/VA', 'Badhus'),
      board: boards,
      amounts,
      usefulLife: fc.integer({ min: 1, max: 40 }),
    }),
    fc.record({
      type: fc.constant('reallocation'),
      from: boards,
      to: boards,
      recurrence: fc.constant('permanent'),
      amounts,
    }),
  ),
  { maxLength: 8 },
)
const amended = changes.map(adopted)

/** The demo with amortisation, working capital and a limit besides, in any size. */
const frameworks = fc
  .record({ amortisation: amounts, workingCapitalChange: amounts, borrowingLimit: amounts })
  .map(more =>
    Framework.parse({ ...demoFramework, position: { ...demoFramework.position, ...more } }),
  )
const columns = ['base', 'proposed'] as const

describe('a position', () => {
  test('ties in every year, whatever is amended', () => {
    fc.assert(
      fc.property(frameworks, amended, (framework, amendments) => {
        const { sheet } = read(framework, amendments)
        for (const column of columns)
          expect(sheet.equityAndDebts[column]).toEqual(sheet.assets[column])
      }),
    )
  })

  test('has a cash flow that is the change of cash', () => {
    fc.assert(
      fc.property(frameworks, amended, (framework, amendments) => {
        const { flow, sheet } = read(framework, amendments)
        for (const column of columns)
          flow.change[column].forEach((change, i) => {
            const before = i === 0 ? framework.position?.opening.cash : sheet.cash[column][i - 1]
            expect((sheet.cash[column][i] ?? 0) - (before ?? 0)).toBe(change)
            expect(flow.opening[column][i]).toBe(before)
          })
      }),
    )
  })

  test('rolls equity forward with the result, and the reserve with its use', () => {
    fc.assert(
      fc.property(frameworks, amended, (framework, amendments) => {
        const { sheet, requirement, statement } = read(framework, amendments)
        let [equity, reserve] = [2_650_000, 30_000]
        statement.income.result.proposed.forEach((result, i) => {
          equity += result
          reserve -=
            (requirement.fromReserve.proposed[i] ?? 0) + (requirement.toReserve.proposed[i] ?? 0)
          expect(sheet.equity.proposed[i]).toBe(equity)
          expect(sheet.resultReserve?.proposed[i]).toBe(reserve)
        })
      }),
    )
  })

  test('of an empty proposal is the base', () => {
    const { sheet, flow, investments } = read(demoFramework, [])
    for (const line of [...Object.values(sheet), ...Object.values(flow), investments?.total])
      expect(line?.change).toEqual([0, 0, 0])
  })

  test('moves by the reserve in the balance requirement result alone', () => {
    const { requirement, sheet } = read(
      demoFramework,
      adopted([{ type: 'result-reserve', amounts: [5000, 0, -2000] }]),
    )
    expect(requirement.fromReserve.change).toEqual([5000, 0, 0])
    expect(requirement.toReserve.change).toEqual([0, 0, -2000])
    expect(requirement.balanceResult.change).toEqual([5000, 0, -2000])
    expect(requirement.result.change).toEqual([0, 0, 0])
    expect(sheet.resultReserve?.proposed).toEqual([25_000, 25_000, 27_000])
    expect(sheet.cash.change).toEqual([0, 0, 0])
  })

  test('takes what is borrowed and built into cash, debts and fixed assets', () => {
    const { flow, sheet, investments, borrowing } = read(
      Framework.parse({
        ...demoFramework,
        position: { ...demoFramework.position, borrowingLimit: [80_000, 80_000, 80_000] },
      }),
      adopted([
        { type: 'borrowing-limit', amounts: [10_000, 0, 0], loans: [40_000, 0, 0] },
        {
          type: 'investment',
          name: 'Badhus',
          board: 'KS',
          amounts: [60_000, 0, 0],
          usefulLife: 30,
        },
        {
          type: 'investment',
          name: 'reningsverk/VA',
          board: 'KS',
          amounts: [-10_000, 0, 0],
          usefulLife: 20,
        },
      ]),
    )
    expect(borrowing?.limit?.proposed).toEqual([90_000, 80_000, 80_000])
    expect(flow.newLoans.proposed).toEqual([100_000, 60_000, 60_000])
    expect(investments?.projects.map(({ name, change }) => [name, change[0]])).toEqual([
      ['Gator, park och infrastruktur', 0],
      ['Skolor och förskolor (lokaler)', 0],
      ['Reningsverk/VA', -10_000],
      ['Övrigt och inventarier', 0],
      ['Badhus', 60_000],
    ])
    expect(flow.depreciation.change).toEqual([0, 1500, 1500])
    expect(sheet.fixedAssets.change).toEqual([50_000, 48_500, 47_000])
    expect(sheet.cash.change).toEqual([-10_000, -8500, -7000])
  })

  test('is not there where the framework does not carry it', () => {
    const {
      position: _position,
      investments: _investments,
      balanceAdjustments: _adjustments,
      ...bare
    } = demoFramework
    const statement = statementOf(bare, [])
    expect(statement.position).toMatchObject({
      investments: null,
      cashFlow: null,
      balanceSheet: null,
      borrowing: null,
      requirementStated: false,
    })
  })
})

const project = (more: Partial<InvestmentChange>): InvestmentChange => ({
  type: 'investment',
  name: 'Badhus',
  board: 'KS',
  amounts: [100_000, 0, 0, 0, 0].map(tkr),
  usefulLife: 4,
  ...more,
})
describe('the cost of an investment', () => {
  const years = [2025, 2026, 2027, 2028, 2029]
  const rate = milliPercent(1750)

  test.each([
    ['from the year after', {}, [0, 25_000, 25_000, 25_000, 25_000], [0, 1750, 1313, 875, 438]],
    [
      'from a named year',
      { firstDepreciation: 2027 },
      [0, 0, 25_000, 25_000, 25_000],
      [0, 1750, 1750, 1313, 875],
    ],
    ['for its useful life', { usefulLife: 2 }, [0, 50_000, 50_000, 0, 0], [0, 1750, 875, 0, 0]],
    ['in whole tkr', { usefulLife: 3 }, [0, 33_333, 33_333, 33_333, 0], [0, 1750, 1167, 583, 0]],
    [
      'of each year’s spending',
      { amounts: [40_000, 60_000].map(tkr) },
      [0, 10_000, 25_000, 25_000, 25_000],
      [0, 700, 1575, 1138, 700],
    ],
    [
      'of what is taken away',
      { amounts: [-100_000].map(tkr) },
      [0, -25_000, -25_000, -25_000, -25_000],
      [0, -1750, -1313, -875, -438],
    ],
  ])('is written off %s', (_, more, depreciation, interest) => {
    expect(capitalCost(project(more), years, rate)).toEqual({ depreciation, interest })
  })

  test('is no interest where the framework has no rate', () => {
    expect(capitalCost(project({}), years).interest).toEqual([0, 0, 0, 0, 0])
  })
})
