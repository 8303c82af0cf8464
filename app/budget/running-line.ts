import { lineOf, type Line } from './line'
import { add, type Tkr } from './money'

/** What a line has come to at the end of each year, from what there was before the first. */
export function runningLine(opening: Tkr, movement: Line): Line {
  const running = (amounts: readonly Tkr[]): Tkr[] => {
    let total = opening
    return amounts.map(amount => {
      total = add(total, amount)
      return total
    })
  }
  return lineOf(running(movement.base), running(movement.proposed))
}

/** What there was at the start of each year, from a line of what there was at its end. */
export const openingLine = (opening: Tkr, closing: Line): Line =>
  lineOf(
    [opening, ...closing.base].slice(0, closing.base.length),
    [opening, ...closing.proposed].slice(0, closing.proposed.length),
  )

/** A line that no amendment moves. */
export const unchanged = (base: Tkr[]): Line => lineOf(base, base)
