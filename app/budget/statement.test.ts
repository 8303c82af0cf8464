import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoFramework } from '../../prisma/demo/framework'
import { adopted } from '../../tests/amendments'
import type { Change } from './amendment'
import { invert } from './change-algebra'
import { Framework } from './framework'
import { add, subtract, sum, tkr, zero } from './money'
import { computedTotals } from './printed-totals'
import { milliPercent, ore } from './rate'
import { statementOf, type Statement } from './statement'

const amounts = (limit: number) =>
  fc.array(fc.integer({ min: -limit, max: limit }).map(tkr), { minLength: 3, maxLength: 3 })

/** Frameworks of one to four boards over three years, as the format admits them. */
const frameworks: fc.Arbitrary<Framework> = fc
  .record({
    frames: fc.array(amounts(2_000_000), { minLength: 1, maxLength: 4 }),
    base: amounts(20_000_000),
    central: amounts(100_000),
    grants: amounts(600_000),
    rate: fc.integer({ min: 0, max: 4000 }).map(ore),
    pkv: fc.array(fc.integer({ min: -5000, max: 9000 }).map(milliPercent), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .map(({ frames, base, central, grants, rate, pkv }) => ({
    ...demoFramework,
    boards: frames.map((list, i) => ({ id: `N${i}`, name: `Nämnd ${i}`, frames: list })),
    centralFinance: central,
    tax: { ...demoFramework.tax, rate, base },
    grants: [{ id: 'g', name: 'Bidrag', amounts: grants }],
    indexation: { pkv },
  }))

const frameChanges: fc.Arbitrary<Change> = fc.record({
  type: fc.constant('frame'),
  board: fc.constantFrom('N0', 'N1', 'N2', 'N3', 'N9'),
  recurrence: fc.constantFrom('indexed', 'permanent', 'one-off'),
  amounts: amounts(90_000),
})
const taxChange: fc.Arbitrary<Change> = fc.record({
  type: fc.constant('tax-rate'),
  ore: fc.integer({ min: -200, max: 200 }).map(ore),
})
const changes = fc
  .tuple(fc.array(frameChanges, { maxLength: 6 }), fc.option(taxChange))
  .map(([frames, tax]) => (tax ? [...frames, tax] : frames))

const law = (holds: (framework: Framework, changes: Change[]) => void) =>
  fc.assert(fc.property(frameworks, changes, holds))

const everyYear = ({ years }: Statement, holds: (i: number) => void) => {
  for (const i of years.keys()) holds(i)
}

describe('a statement', () => {
  test('of an empty proposal is the base, and the printed totals', () => {
    law(framework => {
      const { boards, income, gap } = statementOf({ ...framework, resultTarget: null }, [])
      expect(boards.map(({ proposed }) => proposed)).toEqual(
        framework.boards.map(({ frames }) => frames),
      )
      expect(income.result.proposed).toEqual(income.result.base)
      expect(gap).toEqual(income.result.base.map(result => (result < 0 ? tkr(-result) : zero)))
    })
    expect(computedTotals(demoFramework)).toEqual(demoFramework.printed)
  })

  test('sums its boards in every year', () => {
    law((framework, changes) => {
      const statement = statementOf(framework, adopted(changes))
      for (const column of ['base', 'change', 'proposed'] as const)
        everyYear(statement, i =>
          expect(statement.frames[column][i]).toBe(
            sum(statement.boards.map(board => board[column][i] ?? zero)),
          ),
        )
    })
  })

  test('pays for its additions: new tax + lower result + savings (F16)', () => {
    law((framework, changes) => {
      const { financing } = statementOf(framework, adopted(changes))
      for (const { additions, savings, newTax, lowerResult } of financing)
        expect(add(add(newTax, lowerResult), savings)).toBe(additions)
    })
  })

  test('closes: net costs + tax + grants + financial net = result (F8)', () => {
    law((framework, changes) => {
      const { income } = statementOf(framework, adopted(changes))
      const parts = [income.netCosts, income.taxRevenue, income.grants, income.financialNet]
      for (const [i, result] of income.result.proposed.entries())
        expect(result).toBe(sum(parts.map(part => part.proposed[i] ?? zero)))
    })
  })

  test('is the base again when a change stands beside its inverse', () => {
    law((framework, changes) => {
      const frames = changes.filter(change => change.type === 'frame')
      const undone = [...frames, ...frames.flatMap(change => invert(change) ?? [])]
      const { boards } = statementOf(framework, adopted(undone))
      expect(boards.map(({ proposed }) => proposed)).toEqual(
        framework.boards.map(({ frames }) => frames),
      )
    })
  })

  test('has a gap or room: the least that is missing, the most that can be spared', () => {
    law((framework, changes) => {
      const target = milliPercent(2300)
      const statement = statementOf({ ...framework, resultTarget: target }, adopted(changes))
      everyYear(statement, i => {
        const [gap = zero, margin = zero] = [statement.gap[i], statement.margin[i]]
        const required = BigInt(statement.taxAndGrants.proposed[i] ?? 0) * BigInt(target)
        const reached = (result: number) => BigInt(result) * 100_000n >= required
        const result = statement.income.result.proposed[i] ?? zero
        expect(Math.min(gap, margin)).toBe(0)
        expect(reached(add(result, gap))).toBe(true)
        expect(gap === 0 || !reached(add(result, gap) - 1)).toBe(true)
        const least = subtract(result, margin)
        expect(gap > 0 || (reached(least) && !reached(least - 1))).toBe(true)
      })
    })
  })

  test('does not count withdrawn amendments, nor those of a board it does not have', () => {
    const change: Change = {
      type: 'frame',
      board: 'TEK',
      recurrence: 'indexed',
      amounts: [1000, 0, 0].map(tkr),
    }
    const known = adopted([{ ...change, board: 'BUN' }])
    const withdrawn = known.map(amendment => ({ ...amendment, state: 'withdrawn' as const }))
    const base = statementOf(demoFramework, [])
    expect(statementOf(demoFramework, adopted([change]))).toEqual(base)
    expect(statementOf(demoFramework, withdrawn)).toEqual(base)
    expect(statementOf(demoFramework, known)).not.toEqual(base)
  })

  test.each([
    ['indexed', [5000, 5150, 5304]],
    ['permanent', [5000, 5000, 5000]],
    ['one-off', [5000, 0, 0]],
  ] as const)('%s money of the budget year gives %j', (recurrence, expected) => {
    const amendments = adopted([
      { type: 'frame', board: 'KS', recurrence, amounts: [5000, 0, 0].map(tkr) },
    ])
    const ks = statementOf(demoFramework, amendments).boards.find(({ id }) => id === 'KS')
    expect(ks?.change).toEqual(expected)
  })

  test('never leaves whole numbers, whatever the format admits', () => {
    const most = 10_000_000_000
    const huge = Framework.parse({
      ...demoFramework,
      years: Array.from({ length: 12 }, (_, i) => ({
        year: 2025 + i,
        kind: i === 0 ? 'budget' : 'plan',
      })),
      boards: Array.from({ length: 500 }, (_, i) => ({
        id: `N${i}`,
        name: `Nämnd ${i}`,
        frames: Array.from({ length: 12 }, () => most),
      })),
      indexation: { pkv: Array.from({ length: 12 }, () => 25_000) },
      inhabitants: undefined,
      printed: {},
    })
    const change: Change = {
      type: 'frame',
      board: 'N0',
      recurrence: 'indexed',
      amounts: Array.from({ length: 12 }, () => tkr(most)),
    }
    const amendments = adopted(Array.from({ length: 5000 }, () => change))
    expect(statementOf(huge, amendments).frames.proposed.every(Number.isSafeInteger)).toBe(true)
  })
})
