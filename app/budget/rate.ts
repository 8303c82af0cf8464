import type { z } from 'zod'
import { tkr, type Tkr } from './money'

/** A tax rate, or a change of one, in öre per 100 kronor of taxable income: 2136 is 21,36. */
export type Ore = number & z.core.$brand<'öre per 100 kr'>

/** A percentage in thousandths of a percent: 2300 is 2,3 %. */
export type MilliPercent = number & z.core.$brand<'thousandths of a percent'>

/** The largest that the formats admit, and with a minus the smallest. */
export const mostOre = 10_000
export const mostMilliPercent = 100_000

/** Whether the formats admit it as a rate. */
export const isOre = (rate: number): rate is Ore =>
  Number.isInteger(rate) && Math.abs(rate) <= mostOre

/** Whether the formats admit it as a percentage. */
export const isMilliPercent = (percent: number): percent is MilliPercent =>
  Number.isInteger(percent) && Math.abs(percent) <= mostMilliPercent

/** The gate into the type. @throws RangeError for what is no whole number of öre. */
export function ore(rate: number): Ore {
  if (!Number.isSafeInteger(rate)) throw new RangeError(`Not a whole number of öre: ${rate}`)
  return rate as Ore
}

/** The gate into the type. @throws RangeError for what is no whole thousandth of a percent. */
export function milliPercent(percent: number): MilliPercent {
  if (!Number.isSafeInteger(percent))
    throw new RangeError(`Not whole thousandths of a percent: ${percent}`)
  return percent as MilliPercent
}

/** An exact ratio of two integers, such as a result's share of tax and grants. Compared by cross-multiplication. */
export type Ratio = { readonly numerator: number; readonly denominator: number }

const exactLimit = Number.MAX_SAFE_INTEGER / 2

/**
 * `amount * numerator / denominator`, rounded to whole tkr half away from zero: the one rounding place. It is applied
 * once to each stored line and never to a subtotal.
 */
export function portion(amount: Tkr, numerator: number, denominator: number): Tkr {
  const product = amount * numerator
  if (Math.abs(product) > exactLimit) return portionOfLarge(amount, numerator, denominator)
  const rest = product % denominator
  const whole = (product - rest) / denominator
  return tkr(2 * Math.abs(rest) >= denominator ? whole + Math.sign(product) : whole)
}

function portionOfLarge(amount: Tkr, numerator: number, denominator: number): Tkr {
  const product = BigInt(amount) * BigInt(numerator)
  const size = product < 0n ? -product : product
  const rounded = (2n * size + BigInt(denominator)) / (2n * BigInt(denominator))
  return tkr(Number(product < 0n ? -rounded : rounded))
}

/** Municipal tax of a year: tax base times rate (F1; lag 1965:269 4 §). Both signs of the rate are allowed. */
export const taxOf = (base: Tkr, rate: Ore): Tkr => portion(base, rate, 10_000)

/** A percentage of an amount, as in the indexation of a frame (F10). */
export const percentOf = (amount: Tkr, percent: MilliPercent): Tkr =>
  portion(amount, percent, 100_000)
