import type { Year } from '~/budget/framework'
import type { ColumnRole, TableChoice } from './choices'
import { isLongHeader, longColumns, yearOf } from './guess-table'
import { placeOf, type Cell, type Sheet } from './sheet'

/** A cell and where it stands in the file. */
export type Placed = { readonly cell: Cell; readonly place: string }

type ByYear = ReadonlyMap<Year, Placed>

/** One line of the source with its amounts by year, whichever way the source lays them out. */
export type SourceRow = {
  /** Its sheet and row: steady as long as the file is the same. */
  readonly id: string
  readonly label: string
  readonly code: string
  readonly place: string
  readonly amounts: ByYear
  /** What the source prints as the frame before each year, and the chain that leads on from it. */
  readonly previous: ByYear
  readonly indexation: ByYear
  readonly volume: ByYear
  readonly adjustment: ByYear
  /** Amounts that stand a second time for the same line and year. */
  readonly doubled: readonly Placed[]
  /** Whether the source itself says that the row is a board. */
  readonly isBoard: boolean
}

/** The rows of the chosen tables that hold an amount, in the file's order. */
export function rowsOf(
  sheets: readonly Sheet[],
  tables: readonly TableChoice[],
  budgetYear: Year,
): SourceRow[] {
  return tables.flatMap(table => {
    const sheet = sheets[table.sheet]
    if (!sheet) return []
    return isLong(table.columns) ? longRows(sheet, table) : wideRows(sheet, table, budgetYear)
  })
}

export const isLong = (columns: readonly ColumnRole[]): boolean => columns.includes('year')

const none: ByYear = new Map()

function wideRows(sheet: Sheet, table: TableChoice, budgetYear: Year): SourceRow[] {
  const { header, columns } = table
  const years = columns.flatMap((role, column) =>
    role.startsWith('year-') ? [{ year: Number(role.slice(5)), column }] : [],
  )
  const name = Math.max(columns.indexOf('name'), 0)
  return sheet.rows.flatMap((cells, row): SourceRow[] => {
    if (row <= header) return []
    const at = (column: number) => placedAt(sheet, row, column)
    const amounts = new Map(years.flatMap(({ year, column }) => pair(year, at(column))))
    if (isEmptyOrHeading([...amounts.values()])) return []
    const code = cells[columns.indexOf('code')]?.text ?? ''
    return [
      {
        id: `${table.sheet}.${row}`,
        label: cells[columns.indexOf('name')]?.text || code,
        code,
        place: placeOf(sheet, row, name),
        amounts,
        previous: new Map(pair(budgetYear, at(columns.indexOf('previous')))),
        indexation: none,
        volume: none,
        adjustment: none,
        doubled: [],
        isBoard: false,
      },
    ]
  })
}

const pair = (year: Year, placed: Placed | null): [Year, Placed][] =>
  placed ? [[year, placed]] : []

/** A heading that stands again further down: its cells are years and words, none an amount. */
const isEmptyOrHeading = (cells: readonly Placed[]): boolean =>
  cells.every(
    ({ cell: { text, kind, formula } }) =>
      formula === null && kind !== 'error' && (yearOf(text) !== null || !/[\p{N}–−-]/u.test(text)),
  )

function placedAt(sheet: Sheet, row: number, column: number): Placed | null {
  const cell = column < 0 ? undefined : sheet.rows[row]?.[column]
  return cell ? { cell, place: placeOf(sheet, row, column) } : null
}

type Entry = { row: number; year: Year; at: (role: ColumnRole) => Placed | null }
type Group = Pick<SourceRow, 'label' | 'code' | 'isBoard'> & { entries: Entry[] }

/** Blocks one after the other: each heading of the long form begins a new one with its own columns. */
function longRows(sheet: Sheet, table: TableChoice): SourceRow[] {
  const groups = new Map<string, Group>()
  let columns: readonly ColumnRole[] = table.columns
  sheet.rows.forEach((cells, row) => {
    if (row <= table.header) return
    if (isLongHeader(cells)) columns = longColumns(cells)
    const block = columns
    const text = (role: ColumnRole) => cells[block.indexOf(role)]?.text ?? ''
    const label = text('name') || text('code') || text('line')
    const year = yearOf(text('year'))
    if (label === '' || year === null) return
    const isBoard = block.includes('frame')
    const key = `${isBoard} ${text('code') || label}`
    const group = groups.get(key) ?? { label, code: text('code'), isBoard, entries: [] }
    groups.set(key, group)
    group.entries.push({ row, year, at: role => placedAt(sheet, row, block.indexOf(role)) })
  })
  return [...groups.values()].map(group => longRow(sheet, table.sheet, group))
}

function longRow(sheet: Sheet, at: number, { entries, ...said }: Group): SourceRow {
  const first = entries.filter(
    ({ year }, i) => entries.findIndex(entry => entry.year === year) === i,
  )
  const byYear = (...roles: ColumnRole[]) =>
    new Map(
      first.flatMap(entry =>
        pair(entry.year, roles.map(entry.at).find(found => found !== null) ?? null),
      ),
    )
  const row = entries[0]?.row ?? 0
  return {
    ...said,
    id: `${at}.${row}`,
    place: placeOf(sheet, row, 0),
    amounts: byYear('frame', 'amount'),
    previous: byYear('previous'),
    indexation: byYear('indexation'),
    volume: byYear('volume'),
    adjustment: byYear('adjustment'),
    doubled: entries
      .filter(entry => !first.includes(entry))
      .flatMap(entry => entry.at('frame') ?? entry.at('amount') ?? []),
  }
}
