import { noBreak } from '~/budget/format'
import type { Decimal } from '~/budget/measure'

/** A count or a price as Swedes write it: `1 200,5`. */
export function decimalText(decimal: Decimal): string {
  const [whole = '', fraction] = decimal.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, noBreak)
  return `${decimal.startsWith('-') ? '\u2212' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}
