import type { FrameChange } from './amendment'
import { add, subtract, sumOf, tkr, zero, type Tkr } from './money'
import { milliPercent, percentOf, type MilliPercent } from './rate'

/** New money of a frame: what it is in each year and how long it stays. */
export type NewMoney = Pick<FrameChange, 'recurrence' | 'amounts'>

/**
 * The frames that a board gets in each year of the proposal (F10). The indexed chain starts at the base frame of the
 * budget year and indexes the whole proposed frame, not the addition alone; what the base adds besides indexation
 * (volume and adjustment) is taken as the rest of its own step, so that a proposal without amendments is the base.
 * `points` is what our amendments add to the price index: percentage points less efficiency requirement.
 */
export function proposedFrames(
  base: readonly Tkr[],
  pkv: readonly (MilliPercent | undefined)[],
  money: readonly NewMoney[],
  points: readonly MilliPercent[] = [],
): Tkr[] {
  if (money.length === 0 && points.length === 0) return [...base]
  const proposed: Tkr[] = []
  let indexed = zero
  let permanent = zero
  base.forEach((frame, i) => {
    const before = base[i - 1]
    const rate = pkv[i] ?? milliPercent(0)
    const step =
      before === undefined ? frame : subtract(subtract(frame, before), percentOf(before, rate))
    const ours = withinBounds(rate + (points[i] ?? 0))
    const indexation = before === undefined ? zero : percentOf(indexed, ours)
    indexed = tkr(indexed + indexation + step + newMoney(money, 'indexed', i))
    permanent = add(permanent, newMoney(money, 'permanent', i))
    proposed.push(tkr(indexed + permanent + newMoney(money, 'one-off', i)))
  })
  return proposed
}

// The price index's own bounds: many large requirements together must not grow past what a number holds.
const withinBounds = (percent: number): MilliPercent =>
  milliPercent(Math.max(-25_000, Math.min(25_000, percent)))

/**
 * What is moved between two boards in each year: its own chain, indexed by the price index alone, so that one board
 * gives exactly what the other gets whatever is rounded.
 */
export const movedMoney = (
  pkv: readonly (MilliPercent | undefined)[],
  money: readonly NewMoney[],
): Tkr[] =>
  proposedFrames(
    pkv.map(() => zero),
    pkv,
    money,
  )

const newMoney = (
  money: readonly NewMoney[],
  recurrence: FrameChange['recurrence'],
  i: number,
): Tkr =>
  sumOf(money, change => (change.recurrence === recurrence ? (change.amounts[i] ?? zero) : zero))
