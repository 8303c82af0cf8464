import type { TableUnit } from '~/budget/framework'
import type { Line } from '~/budget/line'
import { zero, type Tkr } from '~/budget/money'
import { formatIn, formatSignedExactIn } from '~/budget/table-unit'
import type { AmountRow, Block, ChangeRow, RowKind } from './report'

/** Years and digits that nine columns of amounts have room for; a table beyond that is set as several. */
const yearsAcross = 3
const widestAmount = 11

/** `2025–2027`, or `2025` alone. */
export function span(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)]
  return first === last ? `${first ?? ''}` : `${first}–${last}`
}

/** Rows of a table in the unit of the framework. What we change is not rounded. */
export const rowsIn = (unit: TableUnit) => ({
  changeRow: (label: string, kind: RowKind, line: Line): ChangeRow => ({
    label,
    kind,
    years: line.base.map((base, i) => ({
      base: formatIn(unit, base),
      change: formatSignedExactIn(unit, line.change[i] ?? zero),
      proposed: formatIn(unit, line.proposed[i] ?? zero),
    })),
  }),
  amountRow: (label: string, kind: RowKind, amounts: readonly Tkr[]): AmountRow => ({
    label,
    kind,
    changed: false,
    years: amounts.map(amount => formatIn(unit, amount)),
  }),
})

/** One table, or one for each group of years that fits across a page. */
export function changeTables(
  years: readonly number[],
  name: string,
  first: string,
  rows: readonly ChangeRow[],
): Block[] {
  const widest = Math.max(
    0,
    ...rows.flatMap(row =>
      row.years.flatMap(({ base, change, proposed }) =>
        [base, change, proposed].map(text => text.length),
      ),
    ),
  )
  const across = widest > widestAmount ? 1 : yearsAcross
  return Array.from({ length: Math.ceil(years.length / across) }, (_, i) => {
    const [from, to] = [i * across, (i + 1) * across]
    const shown = years.slice(from, to)
    return {
      type: 'change-table',
      caption: name.replace(',', ` ${span(shown)},`),
      first,
      years: shown,
      rows: rows.map(row => ({ ...row, years: row.years.slice(from, to) })),
    }
  })
}
