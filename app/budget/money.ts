import type { z } from 'zod'

/**
 * An amount in whole thousands of kronor. The sign is said where the amount stands: a board's frame is a positive
 * net cost, the income statement has income plus and cost minus. The bound keeps every sum that the formats admit exact.
 */
export type Tkr = number & z.core.$brand<'tkr'>

/** The largest amount that the formats admit, and with a minus the smallest. */
export const mostTkr = 10_000_000_000

/** Whether the formats admit it as an amount. */
export const isTkr = (amount: number): amount is Tkr =>
  Number.isInteger(amount) && Math.abs(amount) <= mostTkr

/** The gate into the type. @throws RangeError for what is no whole number of tkr that a double holds exactly. */
export function tkr(amount: number): Tkr {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of tkr: ${amount}`)
  return (amount === 0 ? 0 : amount) as Tkr
}

export const zero = tkr(0)

export const add = (a: Tkr, b: Tkr): Tkr => tkr(a + b)
export const subtract = (a: Tkr, b: Tkr): Tkr => tkr(a - b)
export const negate = (a: Tkr): Tkr => tkr(-a)
export const sum = (amounts: readonly Tkr[]): Tkr => tkr(amounts.reduce((total, a) => total + a, 0))

/** The sum of one amount of each thing. No list is made of them: a municipality has thousands. */
export const sumOf = <T>(things: readonly T[], amountOf: (thing: T) => Tkr): Tkr =>
  tkr(things.reduce((total, thing) => total + amountOf(thing), 0))

/** An amount in whole kronor: what a size per inhabitant is told in, and nothing else. */
export type Kronor = number & z.core.$brand<'kronor'>

/** The gate into the type. @throws RangeError for what is no whole number of kronor. */
export function kronor(amount: number): Kronor {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of kronor: ${amount}`)
  return amount as Kronor
}
