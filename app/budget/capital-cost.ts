import type { InvestmentChange } from './amendment'
import type { Year } from './framework'
import { add, subtract, sum, zero, type Tkr } from './money'
import { milliPercent, percentOf, portion, type MilliPercent } from './rate'

/** What an investment costs in the years after it is made: one amount for each year, positive for a project we add. */
export type CapitalCost = { readonly depreciation: Tkr[]; readonly interest: Tkr[] }

/**
 * Depreciation in a straight line over the useful life, and interest on the book value at the start of the year at the
 * framework's internal rate, each rounded once a year (F15). A year's spending is written off from the year after it,
 * or from the first year of depreciation where that is named and later.
 */
export function capitalCost(
  { amounts, usefulLife, firstDepreciation }: InvestmentChange,
  years: readonly Year[],
  internalRate: MilliPercent = milliPercent(0),
): CapitalCost {
  const depreciation = years.map(year => {
    const writtenOff = years.map((spentIn, i) => {
      const start = startOf(spentIn, firstDepreciation)
      const inUse = year >= start && year < start + usefulLife
      return inUse ? (amounts[i] ?? zero) : zero
    })
    return portion(sum(writtenOff), 1, usefulLife)
  })
  let book = zero
  const interest = years.map((_, i) => {
    const cost = percentOf(book, internalRate)
    book = add(book, subtract(amounts[i] ?? zero, depreciation[i] ?? zero))
    return cost
  })
  return { depreciation, interest }
}

const startOf = (spentIn: number, first: Year | undefined): number =>
  first === undefined || spentIn > first ? spentIn + 1 : first
