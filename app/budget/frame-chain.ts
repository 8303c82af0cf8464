import type { FrameChange } from './amendment'
import { add, subtract, sum, sumOf, zero, type Tkr } from './money'
import { milliPercent, percentOf, type MilliPercent } from './rate'

/**
 * The frames that a board gets in each year of the proposal (F10). The indexed chain starts at the base frame of the
 * budget year and indexes the whole proposed frame, not the addition alone; what the base adds besides indexation
 * (volume and adjustment) is taken as the rest of its own step, so that a proposal without amendments is the base.
 */
export function proposedFrames(
  base: readonly Tkr[],
  pkv: readonly (MilliPercent | undefined)[],
  changes: readonly FrameChange[],
): Tkr[] {
  if (changes.length === 0) return [...base]
  const proposed: Tkr[] = []
  let indexed = zero
  let permanent = zero
  base.forEach((frame, i) => {
    const before = base[i - 1]
    const rate = pkv[i] ?? milliPercent(0)
    const step =
      before === undefined ? frame : subtract(subtract(frame, before), percentOf(before, rate))
    const indexation = before === undefined ? zero : percentOf(indexed, rate)
    indexed = sum([indexed, indexation, step, newMoney(changes, 'indexed', i)])
    permanent = add(permanent, newMoney(changes, 'permanent', i))
    proposed.push(sum([indexed, permanent, newMoney(changes, 'one-off', i)]))
  })
  return proposed
}

const newMoney = (
  changes: readonly FrameChange[],
  recurrence: FrameChange['recurrence'],
  i: number,
): Tkr =>
  sumOf(changes, change => (change.recurrence === recurrence ? (change.amounts[i] ?? zero) : zero))
