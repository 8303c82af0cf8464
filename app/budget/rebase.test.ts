import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoAmendments } from '../../prisma/demo/amendments'
import { demoFramework } from '../../prisma/demo/framework'
import type { Amendment, Change } from './amendment'
import type { Framework } from './framework'
import { add, tkr, type Tkr } from './money'
import { milliPercent, ore } from './rate'
import { judgeRebase, rebase, undecided, type RebaseDecision } from './rebase'
import { statementOf } from './statement'

const hash = 'b'.repeat(64)
const june = demoFramework

/** The framework with a board's frames raised in the decided years. */
const withBoard = (
  id: string,
  steps: readonly number[],
  framework: Framework = june,
): Framework => ({
  ...framework,
  boards: framework.boards.map(board =>
    board.id === id
      ? { ...board, frames: board.frames.map((frame, i) => add(frame, tkr(steps[i] ?? 0))) }
      : board,
  ),
})

const without = (id: string): Framework => ({
  ...june,
  boards: june.boards.filter(board => board.id !== id),
})

const amendment = (number: number, change: Change, more: Partial<Amendment> = {}): Amendment => ({
  id: `a${number}`,
  number,
  state: 'adopted',
  change,
  motivation: '',
  section: null,
  baseHash: 'a'.repeat(64),
  ...more,
})

const frame = (board: string, amounts: readonly number[]): Change => ({
  type: 'frame',
  board,
  recurrence: 'indexed',
  amounts: amounts.map(tkr),
})

const fates = (amendments: readonly Amendment[], next: Framework) =>
  Object.fromEntries(
    judgeRebase(june, amendments, next).map(({ amendment: { id }, fate }) => [id, fate]),
  )

const all = (amendments: readonly Amendment[], type: 'change' | 'result' | 'met') =>
  new Map(amendments.map(({ id }): [string, RebaseDecision] => [id, { type }]))

describe('what becomes of each amendment', () => {
  const amounts = [1000, 0, 0].map(tkr)

  test.each<[string, Change, Framework, string]>([
    [
      'a board that stands as it was',
      frame('KUN', [1, 0, 0]),
      withBoard('BUN', [1, 0, 0]),
      'carried',
    ],
    [
      'a board with another frame in a plan year',
      frame('KUN', [1, 0, 0]),
      withBoard('KUN', [0, 0, 1]),
      'collided',
    ],
    ['a board that is gone', frame('KUN', [1, 0, 0]), without('KUN'), 'lost'],
    [
      'the tax rate under another tax base',
      { type: 'tax-rate', ore: ore(30) },
      { ...june, tax: { ...june.tax, base: [12_000_000, 12_250_000, 12_740_000].map(tkr) } },
      'carried',
    ],
    [
      'the tax rate where the base moved it',
      { type: 'tax-rate', ore: ore(30) },
      { ...june, tax: { ...june.tax, rate: ore(2146) } },
      'collided',
    ],
    [
      'a target where the base has another',
      { type: 'result-target', target: milliPercent(2300) },
      { ...june, resultTarget: milliPercent(2000) },
      'collided',
    ],
    [
      'a grant that is gone',
      { type: 'revenue', line: june.grants[0]?.id ?? '', amounts },
      { ...june, grants: june.grants.slice(1) },
      'lost',
    ],
    [
      'a move of which one board is gone',
      { type: 'reallocation', from: 'KUN', to: 'BUN', recurrence: 'one-off', amounts },
      without('KUN'),
      'lost',
    ],
    [
      'indexation of all boards under the same index',
      { type: 'indexation', basis: 'points', boards: [], percent: [0, 500, 500].map(milliPercent) },
      without('KUN'),
      'carried',
    ],
    [
      'indexation under another index',
      {
        type: 'indexation',
        basis: 'points',
        boards: ['BUN'],
        percent: [0, 500, 500].map(milliPercent),
      },
      { ...june, indexation: { pkv: [2900, 3100, 3000].map(milliPercent) } },
      'collided',
    ],
    [
      'a project that the base has by now',
      { type: 'investment', name: 'Simhall', board: 'KUN', usefulLife: 30, amounts },
      { ...june, investments: [{ id: 'p', board: 'KUN', name: 'Simhall', amounts }] },
      'collided',
    ],
  ])('%s', (_, change, next, fate) => {
    expect(fates([amendment(1, change)], next)).toEqual({ a1: fate })
  })

  test('a base that goes as far as we did looks met, one that stops short does not', () => {
    const ours = [amendment(1, frame('KUN', [10_000, 0, 0]))]
    const looks = (steps: number[]) => judgeRebase(june, ours, withBoard('KUN', steps))[0]?.looksMet
    expect(looks([10_000, 10_300, 10_609])).toBe(true)
    expect(looks([10_000, 10_300, 10_608])).toBe(false)
  })

  test('a saving never looks met by what the base adds', () => {
    const ours = [amendment(1, frame('KUN', [-1000, 0, 0]))]
    expect(judgeRebase(june, ours, withBoard('KUN', [500, 500, 500]))[0]?.looksMet).toBe(false)
  })

  test('what is withdrawn already is asked about no more', () => {
    const withdrawn = [amendment(1, frame('KUN', [1, 0, 0]), { state: 'withdrawn' })]
    expect(judgeRebase(june, withdrawn, without('KUN'))).toEqual([])
    expect(rebase(june, withdrawn, { framework: without('KUN'), hash }, new Map())).toMatchObject([
      { state: 'withdrawn', baseHash: hash },
    ])
  })
})

describe('deciding', () => {
  const ours = [
    amendment(1, frame('KUN', [10_000, 0, 0])),
    amendment(2, frame('BUN', [50_000, 0, 0])),
  ]
  const october = withBoard('KUN', [4000, 4120, 4244])

  test('nothing is taken over undecided, and a lost line cannot be kept', () => {
    const judged = judgeRebase(june, ours, october)
    expect(undecided(judged, new Map()).map(({ amendment: { id } }) => id)).toEqual(['a1'])
    expect(() => rebase(june, ours, { framework: october, hash }, new Map())).toThrow('a1')
    const gone = judgeRebase(june, ours, without('KUN'))
    expect(undecided(gone, all(ours, 'result'))).toHaveLength(1)
    expect(undecided(gone, all(ours, 'met'))).toHaveLength(0)
  })

  test('keep the change adds the same money to the new frame', () => {
    const kept = rebase(june, ours, { framework: october, hash }, all(ours, 'change'))
    expect(kept.map(({ change }) => change)).toEqual(ours.map(({ change }) => change))
  })

  test('keep the result is one unindexed amount a year that arrives where we were', () => {
    const [kept] = rebase(june, ours, { framework: october, hash }, all(ours, 'result'))
    expect(kept?.change).toEqual({
      type: 'frame',
      board: 'KUN',
      recurrence: 'permanent',
      amounts: [6000, 180, 185],
    })
  })

  test('what is only suggested arrives where it would have, by the step of the base', () => {
    const suggested = [amendment(1, frame('KUN', [10_000, 0, 0]), { state: 'suggested' })]
    const next = { framework: october, hash }
    expect(rebase(june, suggested, next, all(suggested, 'result'))).toMatchObject([
      { state: 'suggested', change: { recurrence: 'permanent', amounts: [6000, 180, 185] } },
    ])
  })

  test('a rate that is kept as it came out is raised by less', () => {
    const raised = [amendment(1, { type: 'tax-rate', ore: ore(30) })]
    const framework = { ...june, tax: { ...june.tax, rate: ore(2146) } }
    expect(rebase(june, raised, { framework, hash }, all(raised, 'result'))).toMatchObject([
      { change: { ore: 20 } },
    ])
  })

  test.each([
    ['points', 400],
    ['efficiency', 600],
  ] as const)(
    'indexation in %s that is kept as it came out follows the new index',
    (basis, kept) => {
      const percent = [0, 500, 500].map(milliPercent)
      const ours = [amendment(1, { type: 'indexation', basis, boards: ['BUN'], percent })]
      const framework = { ...june, indexation: { pkv: [2900, 3100, 3000].map(milliPercent) } }
      expect(rebase(june, ours, { framework, hash }, all(ours, 'result'))).toMatchObject([
        { change: { percent: [0, kept, 500] } },
      ])
    },
  )

  test('only a frame can be moved', () => {
    const grant = june.grants[0]?.id ?? ''
    const amounts = [1000, 0, 0].map(tkr)
    const lost = [amendment(1, { type: 'revenue', line: grant, amounts })]
    const judged = judgeRebase(june, lost, { ...june, grants: june.grants.slice(1) })
    const move = new Map<string, RebaseDecision>([['a1', { type: 'move', board: 'BUN' }]])
    expect(undecided(judged, move)).toHaveLength(1)
  })

  test('a lost frame is moved to the board that took it over', () => {
    const next = without('KUN')
    const decisions = new Map<string, RebaseDecision>([['a1', { type: 'move', board: 'BUN' }]])
    const moved = rebase(june, ours, { framework: next, hash }, decisions)
    expect(moved[0]).toMatchObject({ number: 1, state: 'adopted', change: { board: 'BUN' } })
  })

  test('an amount stays with its year where the years move on', () => {
    const later: Framework = {
      ...june,
      years: [
        { year: 2026, kind: 'budget' },
        { year: 2027, kind: 'plan' },
        { year: 2028, kind: 'plan' },
      ],
    }
    const [one, two, three] = [tkr(1), tkr(2), tkr(3)]
    const measures = [{ id: 'm', name: 'Lärare', amounts: [one, two, three] }]
    const perYear = [2000, 2100, 2200].map(milliPercent)
    const ours = [
      amendment(1, {
        type: 'frame',
        board: 'KUN',
        recurrence: 'indexed',
        amounts: [one, two, three],
        measures,
      }),
      amendment(2, {
        type: 'borrowing-limit',
        amounts: [one, two, three],
        loans: [three, two, one],
      }),
      amendment(3, { type: 'result-target', target: milliPercent(2500), perYear }),
    ]
    const kept = rebase(june, ours, { framework: later, hash }, all(ours, 'change'))
    expect(kept.map(({ change }) => change)).toMatchObject([
      { amounts: [2, 3, 0], measures: [{ amounts: [2, 3, 0] }] },
      { amounts: [2, 3, 0], loans: [2, 1, 0] },
      { target: 2500, perYear: [2100, 2200, 2500] },
    ])
  })
})

const steps = fc.array(fc.integer({ min: -20_000, max: 20_000 }), { minLength: 3, maxLength: 3 })
const boardIds = june.boards.map(({ id }) => id)
const frameChanges = fc.record({
  type: fc.constant('frame' as const),
  board: fc.constantFrom(...boardIds),
  recurrence: fc.constantFrom('indexed' as const, 'permanent' as const, 'one-off' as const),
  amounts: steps.map(list => list.map(tkr)),
})
const proposals = fc
  .array(frameChanges, { minLength: 1, maxLength: 6 })
  .map(list => list.map((change, i) => amendment(i + 1, change)))
const editions = fc
  .array(fc.tuple(fc.constantFrom(...boardIds), steps), { maxLength: 5 })
  .map(list => list.reduce((next, [id, step]) => withBoard(id, step, next), june))

describe('laws', () => {
  test('onto the same base nothing changes but the base that is named', () => {
    const same = rebase(june, demoAmendments, { framework: june, hash }, new Map())
    expect(same).toEqual(demoAmendments.map(ours => ({ ...ours, baseHash: hash })))
  })

  test('keeping changes, to another edition and back, gives the amendments again', () =>
    fc.assert(
      fc.property(proposals, editions, (ours, next) => {
        const there = rebase(june, ours, { framework: next, hash }, all(ours, 'change'))
        const back = rebase(
          next,
          there,
          { framework: june, hash: 'a'.repeat(64) },
          all(ours, 'change'),
        )
        expect(back).toEqual(ours)
      }),
    ))

  test('keeping results, every frame and so the sum of frames is what it was', () =>
    fc.assert(
      fc.property(proposals, editions, (ours, next) => {
        const kept = rebase(june, ours, { framework: next, hash }, all(ours, 'result'))
        const amended = new Set(ours.map(({ change }) => change.type === 'frame' && change.board))
        const frames = (framework: Framework, amendments: Amendment[]) =>
          statementOf(framework, amendments)
            .boards.filter(({ id }) => amended.has(id))
            .map(({ proposed }): Tkr[] => proposed)
        expect(frames(next, kept)).toEqual(frames(june, ours))
      }),
    ))

  test('no amendment is ever missing afterwards', () =>
    fc.assert(
      fc.property(proposals, fc.constantFrom(...boardIds), (ours, id) => {
        const next = { framework: without(id), hash }
        const after = rebase(june, ours, next, all(ours, 'met'))
        expect(after.map(({ id }) => id)).toEqual(ours.map(({ id }) => id))
        expect(after.filter(({ state }) => state === 'withdrawn')).toHaveLength(
          ours.filter(({ change }) => change.type === 'frame' && change.board === id).length,
        )
      }),
    ))
})

test('an amendment to a line that neither edition has is lost, and no amount is made up for it', () => {
  const ours = [amendment(1, frame('XYZ', [1000, 0, 0]))]
  expect(judgeRebase(june, ours, june)).toMatchObject([
    { fate: 'lost', before: null, change: null },
  ])
})
