import { noBreak } from '~/budget/format'
import type { Decimal, Measure } from '~/budget/measure'

/** A count or a price as Swedes write it: `1 200,5`. */
export function decimalText(decimal: Decimal): string {
  const [whole = '', fraction] = decimal.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, noBreak)
  return `${decimal.startsWith('-') ? '\u2212' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}

/** What is said of a measure beside its amounts: the calculation, where price and money come from, who answers for it. */
export const measureNotes = ({
  quantity,
  price,
  priceSource,
  moneySource,
  responsible,
}: Measure): string[] =>
  [
    quantity !== undefined &&
      price !== undefined &&
      `${decimalText(quantity)} × ${decimalText(price)}${noBreak}tkr`,
    priceSource && `pris: ${priceSource}`,
    moneySource && `pengar: ${moneySource}`,
    responsible && `ansvarig: ${responsible}`,
  ]
    .filter(note => typeof note === 'string')
    .filter(note => note !== '')
