import type { Decimal, Measure } from './measure'
import { add, subtract, tkr, zero, type Tkr } from './money'

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
