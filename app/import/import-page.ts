import { cellNumber } from './amount-cell'
import type { ColumnRole, RowChoice } from './choices'
import { guessTable } from './guess-table'
import type { OpenImport } from './open-import'
import { columnName, type Cell, type Sheet } from './sheet'
import { yearsOf } from './build-framework'

/** One sheet as the first step shows it. */
export type SheetView = {
  readonly at: number
  readonly name: string
  readonly hidden: boolean
  readonly used: boolean
  /** As a spreadsheet counts, from 1. */
  readonly header: number
  readonly rowCount: number
  readonly columns: readonly ColumnView[]
}

export type ColumnView = {
  readonly column: number
  readonly letter: string
  readonly heading: string
  /** What stands in the first cells under the heading. */
  readonly samples: readonly string[]
  readonly role: ColumnRole
}

const shownColumns = 40
const shownSamples = 4

export function sheetViews({ sheets, choices, files }: OpenImport): SheetView[] {
  return sheets.map((sheet, at) => {
    const chosen = choices.tables.find(table => table.sheet === at)
    const table = chosen ?? guessTable(sheet, at) ?? { sheet: at, header: 0, columns: [] }
    return {
      at,
      name: sheet.name ?? files[0] ?? 'Filen',
      hidden: sheet.hidden,
      used: chosen !== undefined,
      header: table.header + 1,
      rowCount: sheet.rows.length,
      columns: columnViews(sheet, table.header, table.columns),
    }
  })
}

function columnViews(sheet: Sheet, header: number, roles: readonly ColumnRole[]): ColumnView[] {
  const width = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  const below = sheet.rows.slice(header + 1)
  return Array.from({ length: width }, (_, column) => ({
    column,
    letter: columnName(column),
    heading: sheet.rows[header]?.[column]?.text ?? '',
    samples: below.flatMap(cells => shown(cells[column])).slice(0, shownSamples),
    role: roles[column] ?? ('ignore' as const),
  }))
    .filter(({ heading, samples }) => heading !== '' || samples.length > 0)
    .slice(0, shownColumns)
}

const shown = (cell: Cell | undefined): string[] => (cell ? [cellNumber(cell).slice(0, 40)] : [])

/** One row with an amount as the second step shows it. */
export type RowView = {
  readonly id: string
  readonly place: string
  readonly label: string
  /** One for each of the import's years, as the cells stand. */
  readonly amounts: readonly string[]
  readonly choice: RowChoice
}

export type RowsView = { readonly years: readonly number[]; readonly rows: readonly RowView[] }

export function rowsView({ rows, choices }: OpenImport): RowsView {
  const years = yearsOf(rows, choices.budgetYear)
  return {
    years,
    rows: rows.map(({ id, place, label, amounts }) => ({
      id,
      place,
      label,
      amounts: years.map(year => shown(amounts.get(year)?.cell)[0] ?? ''),
      choice: choices.rows[id] ?? { role: '', board: '' },
    })),
  }
}
