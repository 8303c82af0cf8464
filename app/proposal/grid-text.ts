import { noBreak } from '~/budget/format'
import type { TableUnit } from '~/budget/framework'
import { zero, type Tkr } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { formatExactIn } from '~/budget/table-unit'
import { spotsOf, type Area, type Extent } from './grid'
import { tabSeparated } from './tab-separated'

/** How the columns of a copied table are named: what is pasted is known again by them. */
export const boardColumn = 'Nämnd'
export const columnNames = (year: number) =>
  ({ base: `${year} Ram`, change: `${year} Ändring`, proposed: `${year} Förslag` }) as const

/** The changes of the chosen cells for a spreadsheet: in the table's unit without spaces, a plain minus. */
export const areaText = ({ boards, unit }: Statement, area: Area, extent: Extent): string =>
  tabSeparated(
    spotsOf(area, extent).map(spots =>
      spots.map(({ row, at }) => plain(unit, boards[row]?.change[at] ?? zero)),
    ),
  )

/** The whole table with its headings and its sum, every year of it. */
export function tableText({ boards, frames, years, unit }: Statement): string {
  const figures = ({ base, change, proposed }: Statement['frames']) =>
    years.flatMap((_, at) => [base, change, proposed].map(line => plain(unit, line[at] ?? zero)))
  return tabSeparated([
    [boardColumn, ...years.flatMap(year => Object.values(columnNames(year)))],
    ...boards.map(line => [asText(line.name), ...figures(line)]),
    ['Summa ramar', ...figures(frames)],
  ])
}

const plain = (unit: TableUnit, amount: Tkr) =>
  formatExactIn(unit, amount).replaceAll(noBreak, '').replace('\u2212', '-')

/** A name that a spreadsheet would compute is set in by a space: a framework may come from anywhere. */
const asText = (name: string) => (/^[=+\-@]/.test(name) ? ` ${name}` : name)
