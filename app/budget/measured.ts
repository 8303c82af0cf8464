import type { Decimal, Measure } from './measure'
import type { TableUnit } from './framework'
import { add, mostTkr, subtract, tkr, zero, type Tkr } from './money'
import { formatSignedExactIn, inWords } from './table-unit'

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

/** What the measures leave in any of the years; null where they take the whole change, or it has none. */
export function someUnspecified(change: Parameters<typeof unspecified>[0]): Tkr[] | null {
  if (!change.measures?.length) return null
  const rest = unspecified(change)
  return rest.every(amount => amount === 0) ? null : rest
}

/** Number times price in whole tkr, rounded half away from zero; null where it is more than an amount may be. */
export function productOf(quantity: Decimal, price: Decimal): Tkr | null {
  const [a, b] = [scaled(quantity), scaled(price)]
  const product = a * b
  const size = product < 0n ? -product : product
  const rounded = (size + 500_000n) / 1_000_000n
  return rounded > BigInt(mostTkr) ? null : tkr(Number(product < 0n ? -rounded : rounded))
}

/** What a calculation gives that does not give its measure's amount, in words; null where they agree or there is none. */
export function wrongProduct({ quantity, price, amounts }: Measure, unit: TableUnit) {
  if (quantity === undefined || price === undefined) return null
  const product = productOf(quantity, price)
  const amount = amounts.find(other => other !== 0) ?? zero
  if (product === amount) return null
  const words = inWords(unit)
  return {
    product: product === null ? `mer än ${words(tkr(mostTkr))}` : words(product),
    amount: words(amount),
    away:
      product === null ? null : `${formatSignedExactIn(unit, subtract(amount, product))} ${unit}`,
  }
}

/** In thousandths. */
function scaled(decimal: Decimal): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.')
  const size = BigInt(whole + fraction.padEnd(3, '0'))
  return decimal.startsWith('-') ? -size : size
}
