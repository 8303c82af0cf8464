import { describe, expect, test } from 'vitest'
import { all, amendment, frame, hash, june, withBoard, without } from '../../tests/rebases'
import type { Framework } from './framework'
import { tkr } from './money'
import { milliPercent, ore } from './rate'
import { judgeRebase, rebase, undecided, type RebaseDecision } from './rebase'

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
