import { noBreak } from '~/budget/format'
import type { TableUnit } from '~/budget/framework'
import type { Decimal, Measure } from '~/budget/measure'
import { productOf } from '~/budget/measured'
import { parseNumber, parsePrice, type Decimal as ReadNumber, type Parsed } from '~/budget/parse'
import { exactWithUnit } from '~/budget/table-unit'

/** A count or a price as Swedes write it: `1 200,5`. */
export function decimalText(decimal: Decimal): string {
  const [whole = '', fraction] = decimal.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, noBreak)
  return `${decimal.startsWith('-') ? '\u2212' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}

/** A number that was read as the format writes it: at most nine digits and three decimals. */
export function decimalOf(
  number: Parsed<ReadNumber>,
): { ok: true; value: Decimal } | { ok: false; reason: string } {
  if (!number.ok) return number
  const { scaled, decimals } = number.value
  const size = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0')
  const whole = decimals === 0 ? size : size.slice(0, -decimals)
  const fraction = decimals === 0 ? '' : size.slice(-decimals).replace(/0+$/, '')
  if (whole.length > 9 || fraction.length > 3)
    return { ok: false, reason: 'Högst nio siffror och tre decimaler.' }
  return { ok: true, value: `${scaled < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}` }
}

/**
 * What a measure's price is understood as while it is typed, in tkr and in kronor, so that a price in another unit is
 * seen at once, and what it comes to times the number. Null while there is no price that can be read.
 */
export function calculationText(quantity: string, price: string, unit: TableUnit): string | null {
  const [times, each] = [decimalOf(parseNumber(quantity)), decimalOf(parsePrice(price))]
  if (!each.ok) return null
  // there are as many kronor in a tkr as tkr in a mnkr
  const kronor = decimalOf(parsePrice(`${each.value.replace('.', ',')} mnkr`))
  const product = times.ok ? productOf(times.value, each.value) : null
  return [
    `Läses som ${decimalText(each.value)}${noBreak}tkr`,
    kronor.ok && `, alltså ${decimalText(kronor.value)}${noBreak}kronor`,
    product !== null && `. Gånger antalet blir det ${exactWithUnit(unit, product)}`,
    '.',
  ]
    .filter(Boolean)
    .join('')
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
