import type { FrameChange } from '~/budget/amendment'
import type { FigureChange, FigureState } from './figure-step'

/** Whom a figure is from, and when it was saved. */
export type Author = { readonly name: string; readonly at: Date }

/** A logged save of an amendment's figures. One that its author has undone since touched them again then. */
export type Touch = FigureChange & { readonly author: Author; readonly undone: boolean }

/**
 * Whose each year's figure of a frame amendment is: the last save that changed that year's amount, or an earlier one
 * that carries on into it. Where the log does not lead to what stands there (a move to another base), whoever saved the
 * amendment last.
 */
export function authorsByYear(
  change: FrameChange,
  touches: readonly Touch[],
  last: Author,
): readonly Author[] {
  const inOrder = touches.toSorted((a, b) => Number(a.author.at) - Number(b.author.at))
  return change.amounts.map((_, at) => {
    const from = change.recurrence === 'one-off' ? at : 0
    const years = change.amounts.slice(from, at + 1).map((_amount, i) => from + i)
    const touch = inOrder.findLast(each => years.some(year => touchesYear(each, year)))
    if (!touch) return last
    const left = stateAfter(touch)
    const leadsHere = years.every(
      year => !touchesYear(touch, year) || amountOf(left, year) === change.amounts[year],
    )
    return leadsHere ? touch.author : last
  })
}

const stateAfter = ({ before, after, undone }: Touch): FigureState | null =>
  undone ? before : after

/** A new amendment touches the years that it has money in, and all of them where it moves or stays differently long. */
function touchesYear({ before, after }: FigureChange, year: number): boolean {
  if (!before) return (amountOf(after, year) ?? 0) !== 0
  const [was, is] = [before.change, after.change]
  if (was.type !== 'frame' || is.type !== 'frame' || before.state !== after.state) return true
  if (was.board !== is.board || was.recurrence !== is.recurrence) return true
  return was.amounts[year] !== is.amounts[year]
}

const amountOf = (state: FigureState | null, year: number): number | undefined =>
  state?.change.type === 'frame' ? state.change.amounts[year] : undefined
