import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoFramework } from '../../prisma/demo/framework'
import { adopted } from '../../tests/amendments'
import { Change } from './amendment'
import { invert, joinable, lineKey, merge } from './change-algebra'
import { effectOf } from './effect'
import { otherMeans } from './financing-parts'
import type { Framework } from './framework'
import { sum, tkr, zero } from './money'
import { milliPercent, ore } from './rate'
import { statementOf } from './statement'

const amounts = fc.array(fc.integer({ min: -90_000, max: 90_000 }).map(tkr), {
  minLength: 3,
  maxLength: 3,
})
const percents = fc.array(fc.integer({ min: -9000, max: 9000 }).map(milliPercent), {
  minLength: 3,
  maxLength: 3,
})
const board = fc.constantFrom('N0', 'N1', 'N2', 'N9')
const recurrence = fc.constantFrom('indexed' as const, 'permanent' as const, 'one-off' as const)
const kinds: Record<Change['type'], fc.Arbitrary<Change>> = {
  frame: fc.record({ type: fc.constant('frame'), board, recurrence, amounts }),
  indexation: fc.record({
    type: fc.constant('indexation'),
    basis: fc.constantFrom('points', 'efficiency'),
    boards: fc.subarray(['N0', 'N1', 'N9']),
    percent: percents,
  }),
  'tax-rate': fc.record({
    type: fc.constant('tax-rate'),
    ore: fc.integer({ min: -200, max: 200 }).map(ore),
  }),
  'result-target': fc.record({
    type: fc.constant('result-target'),
    target: fc.integer({ min: 0, max: 4000 }).map(milliPercent),
  }),
  revenue: fc.record({
    type: fc.constant('revenue'),
    line: fc.constantFrom('g', 'settlement', 'unknown'),
    amounts,
  }),
  'central-finance': fc.record({ type: fc.constant('central-finance'), amounts }),
  'financial-net': fc.record({ type: fc.constant('financial-net'), amounts }),
  'result-reserve': fc.record({ type: fc.constant('result-reserve'), amounts }),
  'borrowing-limit': fc.record({ type: fc.constant('borrowing-limit'), amounts, loans: amounts }),
  investment: fc.record({
    type: fc.constant('investment'),
    name: fc.constant('Idrottshall'),
    board,
    amounts,
    usefulLife: fc.integer({ min: 1, max: 50 }),
  }),
  reallocation: fc.record({
    type: fc.constant('reallocation'),
    from: board,
    to: board,
    recurrence,
    amounts,
  }),
}
const change = fc.oneof(...Object.values(kinds))
const changes = fc.array(change, { maxLength: 8 })

const frameworks: fc.Arbitrary<Framework> = fc
  .record({
    frames: fc.array(
      amounts.map(list => list.map(amount => tkr(amount * 20))),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    base: amounts.map(list => list.map(amount => tkr(Math.abs(amount) * 200))),
    settlement: amounts,
    grants: amounts,
    pkv: percents,
  })
  .map(({ frames, base, settlement, grants, pkv }) => ({
    ...demoFramework,
    boards: frames.map((list, i) => ({ id: `N${i}`, name: `Nämnd ${i}`, frames: list })),
    tax: { ...demoFramework.tax, base, settlement },
    grants: [{ id: 'g', name: 'Bidrag', amounts: grants }],
    indexation: { pkv },
  }))

const same = (framework: Framework, a: readonly Change[], b: readonly Change[]): void => {
  expect(statementOf(framework, adopted(a))).toEqual(statementOf(framework, adopted(b)))
}

/** A change beside another one on its line and on its terms. */
const pairs = change.chain(a =>
  kinds[a.type].map(b => [a, { ...b, ...termsOf(a), ...amountsOf(b) } as Change] as const),
)
const termsOf = ({ ...terms }: Change) => terms
const amountsOf = (b: Change) => ({
  ...('amounts' in b && { amounts: b.amounts }),
  ...('loans' in b && { loans: b.loans }),
  ...('percent' in b && { percent: b.percent }),
  ...('ore' in b && { ore: b.ore }),
})

describe('any change', () => {
  test('is undone by its inverse', () => {
    fc.assert(
      fc.property(frameworks, change, (framework, one) => {
        const inverse = invert(one)
        expect(inverse === null).toBe(one.type === 'result-target')
        if (!inverse) return
        // Two tax changes never count side by side: merged they add (C06).
        const both = one.type === 'tax-rate' ? [merge(one, inverse) ?? one] : [one, inverse]
        same(framework, [], both)
        expect(invert(inverse)).toEqual(one)
      }),
    )
  })

  test('merged with another on its line has the effect of the one and then the other', () => {
    let merged = 0
    fc.assert(
      fc.property(frameworks, pairs, (framework, [a, b]) => {
        const one = merge(a, b)
        expect(joinable(a, b)).toBe(one !== null && b.type !== 'result-target')
        if (!one) return
        merged += 1
        expect(lineKey(one)).toBe(lineKey(b))
        if (a.type === 'tax-rate' && b.type === 'tax-rate')
          expect(one).toEqual({ ...b, ore: a.ore + b.ore })
        else same(framework, [a, b], [one])
      }),
      { numRuns: 400 },
    )
    expect(merged).toBeGreaterThan(100)
  })

  test('pays for itself and sums (F16, F8)', () => {
    fc.assert(
      fc.property(frameworks, changes, (framework, all) => {
        const { financing, income, boards, frames, years, grants } = statementOf(
          framework,
          adopted(all),
        )
        for (const i of years.keys()) {
          const year = financing[i]
          if (!year) throw new Error('a year is missing')
          const paid = sum([
            year.savings,
            year.newTax,
            year.lowerResult,
            ...otherMeans.map(part => year[part]),
          ])
          expect(paid).toBe(year.additions)
          for (const column of ['base', 'change', 'proposed'] as const) {
            expect(frames[column][i]).toBe(sum(boards.map(line => line[column][i] ?? zero)))
            expect(income.grants[column][i]).toBe(sum(grants.map(line => line[column][i] ?? zero)))
          }
          const parts = [income.netCosts, income.taxRevenue, income.grants, income.financialNet]
          expect(income.result.proposed[i]).toBe(sum(parts.map(part => part.proposed[i] ?? zero)))
        }
      }),
    )
  })

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(change, one => {
        expect(Change.parse(JSON.parse(JSON.stringify(one)))).toEqual(one)
      }),
    )
  })

  test('alone does what its effect says', () => {
    fc.assert(
      fc.property(frameworks, change, (framework, one) => {
        const effect = effectOf(framework, one)
        const { income } = statementOf(framework, adopted([one]))
        const costs = ['frame', 'indexation', 'central-finance']
        const earns = ['tax-rate', 'revenue', 'financial-net']
        const sign = costs.includes(one.type) ? -1 : Number(earns.includes(one.type))
        const expected = (effect ?? [zero, zero, zero]).map(amount => tkr(sign * amount))
        expect(income.result.change).toEqual(expected)
      }),
    )
  })
})

describe('two changes are one only', () => {
  const list = [10, 0, 0].map(tkr)
  const percent = [0, 500, 0].map(milliPercent)
  const hall = { type: 'investment', name: 'Simhall', board: 'N0', amounts: list } as const
  test.each<[string, Change, Change]>([
    [
      'where they stay as long',
      { type: 'frame', board: 'N0', recurrence: 'indexed', amounts: list },
      { type: 'frame', board: 'N0', recurrence: 'permanent', amounts: list },
    ],
    [
      'where what is moved stays as long',
      { type: 'reallocation', from: 'N0', to: 'N1', recurrence: 'indexed', amounts: list },
      { type: 'reallocation', from: 'N0', to: 'N1', recurrence: 'one-off', amounts: list },
    ],
    [
      'where their percent mean the same',
      { type: 'indexation', basis: 'points', boards: [], percent },
      { type: 'indexation', basis: 'efficiency', boards: [], percent },
    ],
    ['where they are used as long', { ...hall, usefulLife: 30 }, { ...hall, usefulLife: 20 }],
    [
      'where they begin to wear in one year',
      { ...hall, usefulLife: 30 },
      { ...hall, usefulLife: 30, firstDepreciation: 2027 },
    ],
    [
      'where they hang on the same',
      { type: 'revenue', line: 'g', amounts: list },
      { type: 'revenue', line: 'g', amounts: list, conditional: 'riksdagen beslutar' },
    ],
    [
      'on one line',
      { type: 'frame', board: 'N0', recurrence: 'indexed', amounts: list },
      { type: 'frame', board: 'N1', recurrence: 'indexed', amounts: list },
    ],
  ])('%s', (_, a, b) => {
    expect(merge(a, b)).toBeNull()
    expect(merge(a, a)).not.toBeNull()
  })

  test('whatever order the boards are named in', () => {
    const [one, other] = [
      ['N1', 'N0', 'N1'],
      ['N0', 'N1'],
    ].map((boards): Change => ({ type: 'indexation', basis: 'points', boards, percent }))
    expect(one && lineKey(one)).toBe(other && lineKey(other))
  })
})

test('a list that is shorter than the other one loses none of its years', () => {
  const one = { type: 'central-finance', amounts: [1, 2, 3].map(tkr) } as const
  const short = { ...one, amounts: [tkr(10)] }
  expect(merge(one, short)).toEqual({ ...one, amounts: [11, 2, 3] })
  expect(merge(short, one)).toEqual({ ...one, amounts: [11, 2, 3] })
})

test('the measures are undone with their change, without a calculation that no longer holds', () => {
  const measure = { id: 'm', name: 'Lärare', amounts: [tkr(10)] }
  const frame = {
    type: 'frame' as const,
    board: 'N0',
    recurrence: 'indexed' as const,
    amounts: [tkr(10)],
  }
  expect(invert({ ...frame, measures: [{ ...measure, quantity: '2', price: '5' }] })).toEqual({
    ...frame,
    amounts: [-10],
    measures: [{ ...measure, amounts: [-10] }],
  })
})

test('a reallocation sums to zero in every year, however it is indexed', () => {
  fc.assert(
    fc.property(frameworks, fc.array(kinds.reallocation, { maxLength: 5 }), (framework, all) => {
      const { frames } = statementOf(framework, adopted(all))
      expect(frames.change).toEqual([0, 0, 0])
    }),
  )
})
