import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoAmendments } from '../../prisma/demo/amendments'
import { all, amendment, frame, hash, june, withBoard, without } from '../../tests/rebases'
import type { Amendment, Change } from './amendment'
import type { Framework } from './framework'
import { tkr, zero, type Tkr } from './money'
import { milliPercent, ore } from './rate'
import { judgeRebase, rebase } from './rebase'
import { statementOf } from './statement'

const fates = (amendments: readonly Amendment[], next: Framework) =>
  Object.fromEntries(
    judgeRebase(june, amendments, next).map(({ amendment: { id }, fate }) => [id, fate]),
  )

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

  test('a year is held against itself where the editions have other years', () => {
    const ours = [amendment(1, frame('KUN', [5000, 0, 0]))]
    const later = { ...june, years: june.years.map(one => ({ ...one, year: one.year + 1 })) }
    const looks = (steps: number[]) =>
      judgeRebase(june, ours, withBoard('KUN', steps, later))[0]?.looksMet
    expect(looks([5305, 5305, 5305])).toBe(false)
    const frames = june.boards.find(({ id }) => id === 'KUN')?.frames ?? []
    const grown = frames.map((amount, i) => (frames[i + 1] ?? zero) - amount)
    expect(looks(grown.map(growth => growth + 5305))).toBe(true)
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
