import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amendment, frame, hash, june, without } from '../../tests/rebases'
import type { Amendment } from './amendment'
import type { Framework } from './framework'
import { tkr } from './money'
import { rebase } from './rebase'
import { divisionFault } from './rebase-division'
import { statementOf } from './statement'

const withoutKun = without('KUN')

const part = (board: string, amounts: readonly number[]) => ({
  id: `to ${board}`,
  board,
  amounts: amounts.map(tkr),
})
const divided = (board: string, ...parts: ReturnType<typeof part>[]) =>
  ({ type: 'divide', board, parts }) as const

const moneyTo = (framework: Framework, list: readonly Amendment[]) =>
  statementOf(framework, list).frames.change

describe('an amendment whose board was split', () => {
  const next = { framework: withoutKun, hash }

  test('is divided in one decision, and what is left keeps its number', () => {
    const amendments = [
      amendment(1, frame('KUN', [10_000, 500, 0])),
      amendment(2, frame('BUN', [1, 0, 0])),
    ]
    const decision = divided('SN', part('VON', [4000, 500, 0]), part('KS', [1, 0, 0]))
    expect(divisionFault(frame('KUN', [10_000, 500, 0]), decision, next.framework)).toBeNull()
    const moved = rebase(june, amendments, next, new Map([['a1', decision]]))
    expect(moved.map(({ number, change }) => [number, change])).toEqual([
      [1, frame('SN', [5999, 0, 0])],
      [2, frame('BUN', [1, 0, 0])],
      [3, frame('VON', [4000, 500, 0])],
      [4, frame('KS', [1, 0, 0])],
    ])
  })

  test('sums to what it was, whatever the parts, and the frames with it', () => {
    const amount = fc.integer({ min: 0, max: 5000 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, amount, amount), { minLength: 2, maxLength: 4 }),
        lists => {
          const whole = [0, 1, 2].map(i => lists.reduce((total, list) => total + (list[i] ?? 0), 0))
          const boards = ['VON', 'KS', 'SBN']
          const parts = lists.slice(1).map((list, i) => part(boards[i] ?? '', list))
          const old = { ...frame('KUN', whole), recurrence: 'permanent' } as const
          const moved = rebase(
            june,
            [amendment(1, old)],
            next,
            new Map([['a1', divided('SN', ...parts)]]),
          )
          const sums = [0, 1, 2].map(i =>
            moved.reduce(
              (total, { change }) =>
                total + (change.type === 'frame' ? (change.amounts[i] ?? 0) : 0),
              0,
            ),
          )
          expect(sums).toEqual(whole)
          expect(moneyTo(next.framework, moved)).toEqual(moneyTo(june, [amendment(1, old)]))
        },
      ),
    )
  })

  test.each([
    ['to a board twice', divided('SN', part('SN', [1000, 0, 0])), 'två delar har samma'],
    ['to a board that the edition lacks', divided('KUN', part('SN', [1, 0, 0])), 'Välj de nämnder'],
    ['to nobody else', divided('SN'), 'Välj de nämnder'],
    ['more than there is', divided('SN', part('VON', [10_001, 0, 0])), 'mer än hela'],
    ['less than nothing', divided('SN', part('VON', [-1, 0, 0])), 'mer än hela'],
    ['in a year without money', divided('SN', part('VON', [1, 1, 0])), 'mer än hela'],
    ['with nothing for one', divided('SN', part('VON', [0, 0, 0])), 'får ingenting'],
    ['with nothing left', divided('SN', part('VON', [10_000, 0, 0])), 'får ingenting'],
  ])('is not divided %s', (_, decision, reason) => {
    expect(divisionFault(frame('KUN', [10_000, 0, 0]), decision, next.framework)).toContain(reason)
  })
})
