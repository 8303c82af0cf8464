import { z } from 'zod'
import { add, subtract, Tkr, tkr, zero } from './money'
import { prose, singleLine } from './wording'

const amounts = z
  .array(Tkr)
  .max(12)
  .describe('One for each year of the proposal, the budget year first')

/** A question to the finance office, and what it answered. */
export const Question = z.strictObject({
  text: prose(2000).regex(/\S/),
  askedOn: z.iso.date(),
  answer: prose(2000).regex(/\S/).optional(),
  answeredOn: z.iso.date().optional(),
  answeredBy: singleLine(120).optional(),
})
export type Question = z.infer<typeof Question>

/** A count or a price as it is typed, exact: `4` or `612.5`. */
export const Decimal = z.string().regex(/^-?\d{1,9}(\.\d{1,3})?$/)
export type Decimal = z.infer<typeof Decimal>

/**
 * A named part (varav) of a frame change: its new money in each year, signed as the change is. Where `quantity` and
 * `price` are given, their product is the first of the amounts that is not zero.
 */
export const Measure = z.strictObject({
  id: singleLine(60),
  name: singleLine(120),
  amounts,
  quantity: Decimal.optional().describe('How many: lärare, platser, timmar'),
  price: Decimal.optional().describe('Tkr for each'),
  priceSource: singleLine(300).optional(),
  moneySource: singleLine(300).optional(),
  sourceId: singleLine(120).optional().describe('The grant or measure that pays for it (C13)'),
  responsible: singleLine(120).optional().describe('Who answers for it'),
  question: Question.optional(),
})
export type Measure = z.infer<typeof Measure>

/** What the measures leave of the change: *ej specificerat*, one amount for each of its years. */
export const unspecified = (change: {
  readonly amounts: readonly Tkr[]
  readonly measures?: readonly Measure[] | undefined
}): Tkr[] =>
  change.amounts.map((amount, i) =>
    subtract(
      amount,
      (change.measures ?? []).reduce(
        (total, measure) => add(total, measure.amounts[i] ?? zero),
        zero,
      ),
    ),
  )

/** Number times price in whole tkr, rounded half away from zero. */
export function productOf(quantity: Decimal, price: Decimal): Tkr {
  const [a, b] = [scaled(quantity), scaled(price)]
  const product = a * b
  const size = product < 0n ? -product : product
  const rounded = (size + 500_000n) / 1_000_000n
  return tkr(Number(product < 0n ? -rounded : rounded))
}

/** Whether the measure's calculation, where it has one, gives its amount: what it gives, or null where they agree. */
export function wrongProduct({ quantity, price, amounts }: Measure): Tkr | null {
  if (quantity === undefined || price === undefined) return null
  const product = productOf(quantity, price)
  const first = amounts.find(amount => amount !== 0) ?? zero
  return product === first ? null : product
}

/** In thousandths. */
function scaled(decimal: Decimal): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.')
  const size = BigInt(whole + fraction.padEnd(3, '0'))
  return decimal.startsWith('-') ? -size : size
}
