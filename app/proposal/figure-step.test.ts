import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FrameChange } from '~/budget/amendment'
import { tkr } from '~/budget/money'
import { stepped, wayOf, type FigureState } from './figure-step'

const frame = (amounts: readonly number[], rest: Partial<FrameChange> = {}): FigureState => ({
  state: 'adopted',
  change: {
    type: 'frame',
    board: 'BUN',
    recurrence: 'indexed',
    amounts: amounts.map(tkr),
    ...rest,
  },
})
const withdrawn = (figures: FigureState): FigureState => ({ ...figures, state: 'withdrawn' })

test.each([
  ['takes the figure back', frame([5, 0, 0]), frame([0, 0, 0]), frame([5, 0, 0]), frame([0, 0, 0])],
  [
    'leaves the other years',
    frame([5, 7, 0]),
    frame([0, 0, 0]),
    frame([5, 0, 0]),
    frame([0, 7, 0]),
  ],
  [
    'does nothing to a figure changed since',
    frame([6, 0, 0]),
    frame([0, 0, 0]),
    frame([5, 0, 0]),
    null,
  ],
  ['does nothing once it is withdrawn', withdrawn(frame([5, 0, 0])), null, frame([5, 0, 0]), null],
  ['does not withdraw what has other figures now', frame([9, 0, 0]), null, frame([5, 0, 0]), null],
  ['withdraws what was new', frame([5, 0, 0]), null, frame([5, 0, 0]), withdrawn(frame([5, 0, 0]))],
  [
    'leaves how it recurs to who changed that',
    frame([5, 0, 0], { recurrence: 'one-off' }),
    frame([0, 0, 0]),
    frame([5, 0, 0]),
    frame([0, 0, 0], { recurrence: 'one-off' }),
  ],
])('undo %s', (_, current, before, after, expected) => {
  expect(stepped(current, wayOf({ before, after }, 'undo'))).toEqual(expected)
})

test('redo after undo is where one began, whatever others did to other years', () => {
  const amounts = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(amounts, amounts, amounts, (before, after, other) => {
      const step = { before: frame(before), after: frame(after) }
      const current = frame(
        after.map((amount, at) => (amount === before[at] ? (other[at] ?? 0) : amount)),
      )
      const undone = stepped(current, wayOf(step, 'undo'))
      expect(undone && stepped(undone, wayOf(step, 'redo'))).toEqual(current)
    }),
  )
})
