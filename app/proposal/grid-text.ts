import { zero, type Tkr } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { spotsOf, type Area, type Extent } from './grid'
import { tabSeparated } from './tab-separated'

/** How the columns of a copied table are named: what is pasted is known again by them. */
export const boardColumn = 'Nämnd'
export const columnNames = (year: number) =>
  ({ base: `${year} Ram`, change: `${year} Ändring`, proposed: `${year} Förslag` }) as const

/** The changes of the chosen cells for a spreadsheet: tkr without spaces, a plain minus. */
export const areaText = ({ boards }: Statement, area: Area, extent: Extent): string =>
  tabSeparated(
    spotsOf(area, extent).map(spots =>
      spots.map(({ row, at }) => plain(boards[row]?.change[at] ?? zero)),
    ),
  )

/** The whole table with its headings and its sum, every year of it. */
export function tableText({ boards, frames, years }: Statement): string {
  const figures = ({ base, change, proposed }: Statement['frames']) =>
    years.flatMap((_, at) => [base, change, proposed].map(line => plain(line[at] ?? zero)))
  return tabSeparated([
    [boardColumn, ...years.flatMap(year => Object.values(columnNames(year)))],
    ...boards.map(line => [asText(line.name), ...figures(line)]),
    ['Summa ramar', ...figures(frames)],
  ])
}

const plain = (amount: Tkr) => String(amount)

/** A name that a spreadsheet would compute is set in by a space: a framework may come from anywhere. */
const asText = (name: string) => (/^[=+\-@]/.test(name) ? ` ${name}` : name)
