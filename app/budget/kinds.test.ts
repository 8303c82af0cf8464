import { describe, expect, test } from 'vitest'
import { demoFramework } from '../../prisma/demo/framework'
import { adopted } from '../../tests/amendments'
import type { Amendment, Change } from './amendment'
import { merge } from './change-algebra'
import { inForce } from './in-force'
import { sum, tkr, type Tkr } from './money'
import { milliPercent } from './rate'
import { statementOf } from './statement'

const index = (basis: 'points' | 'efficiency', percent: number[], boards: string[] = []) =>
  adopted([{ type: 'indexation', basis, boards, percent: percent.map(milliPercent) }])
const changeOf = (id: string, amendments: Amendment[]) =>
  statementOf(demoFramework, amendments).boards.find(line => line.id === id)?.change

const target = (average: boolean): Change => ({
  type: 'result-target',
  target: milliPercent(4010),
  ...(average && { average: true as const }),
})

const missing = (results: readonly Tkr[], of: readonly Tkr[]) =>
  Math.max(0, Math.ceil((sum(of) * 4010) / 100_000 - sum(results)))

const chain = (states: Amendment['state'][], replaces: (string | undefined)[]) =>
  inForce(
    adopted(states.map(() => ({ type: 'central-finance', amounts: [] }))).map((one, i) => ({
      ...one,
      state: states[i] ?? 'adopted',
      ...(replaces[i] !== undefined && { replaces: replaces[i] }),
    })),
  ).map(({ id }) => id)

const measure = (id: string) => ({ id, name: 'Lärare', amounts: [100, 0, 0].map(tkr) })

const frame = (id: string): Change => ({
  type: 'frame',
  board: 'KS',
  recurrence: 'indexed',
  amounts: [300, 0, 0].map(tkr),
  measures: [measure(id)],
})

describe('indexation', () => {
  // KS: base 125 274, 129 032, 132 902 with PKV 3 %.
  test.each([
    ['half a point more', index('points', [0, 500, 0]), [0, 627, 646]],
    ['one percent less', index('efficiency', [0, 1000, 0]), [0, -1253, -1291]],
    ['one percent less of another', index('efficiency', [0, 1000, 0], ['BUN']), [0, 0, 0]],
    ['nothing, in the budget year', index('points', [900, 0, 0]), [0, 0, 0]],
  ])('of %s', (_, amendments, expected) => {
    expect(changeOf('KS', amendments)).toEqual(expected)
  })

  test('holds for our own money too', () => {
    const money = adopted([
      { type: 'frame', board: 'KS', recurrence: 'indexed', amounts: [5000, 0, 0].map(tkr) },
    ])
    const [alone, both] = [
      changeOf('KS', money)?.[1],
      changeOf('KS', [...money, ...index('points', [0, 500, 0])])?.[1],
    ]
    expect(alone).toBe(5150)
    expect(both).toBe(5150 + 652)
  })
})

test('an average target has one gap, under the budget year', () => {
  const perYear = statementOf(demoFramework, adopted([target(false)]))
  const averaged = statementOf(demoFramework, adopted([target(true)]))
  expect(averaged.gap).toEqual([
    missing(averaged.income.result.proposed, averaged.taxAndGrants.proposed),
    0,
    0,
  ])
  expect(averaged.gap).not.toEqual(perYear.gap)
  expect(averaged.targetAveraged).toBe(true)
})

test('a target of its own for each year is met year by year', () => {
  const { targets, gap } = statementOf(
    demoFramework,
    adopted([
      {
        type: 'result-target',
        target: milliPercent(0),
        perYear: [0, 100_000, 0].map(milliPercent),
      },
    ]),
  )
  expect(targets).toEqual([0, 100_000, 0])
  expect(gap.map(amount => amount > 0)).toEqual([false, true, false])
})

describe('in force', () => {
  test.each([
    [['adopted', 'adopted'], [undefined, 'a1'], ['a2']],
    [['adopted', 'withdrawn'], [undefined, 'a1'], ['a1']],
    [['adopted', 'suggested'], [undefined, 'a1'], ['a1']],
    [['adopted', 'adopted', 'adopted'], [undefined, 'a1', 'a2'], ['a3']],
    [['adopted', 'adopted'], ['a2', 'a1'], []],
    [['deferred', 'adopted'], [undefined, undefined], ['a2']],
  ] as const)('of %j where %j replace are %j', (states, replaces, expected) => {
    expect(chain([...states], [...replaces])).toEqual(expected)
  })
})

test('merged frames keep the measures of both', () => {
  expect(merge(frame('m1'), frame('m2'))).toEqual({
    ...frame('m1'),
    amounts: [600, 0, 0],
    measures: [measure('m1'), measure('m2')],
  })
})
