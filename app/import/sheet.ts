/** What a cell held: a number's text is the file's own digits, never a double's. */
export type CellKind = 'text' | 'number' | 'date' | 'percent' | 'error' | 'boolean'

export type Cell = {
  readonly text: string
  readonly kind: CellKind
  /** The formula whose cached value `text` is. It is named, never evaluated. */
  readonly formula: string | null
}

/** One table of an uploaded file. `name` is null where the format has no sheets, as in CSV. */
export type Sheet = {
  readonly name: string | null
  readonly hidden: boolean
  /** Cells by row and column, from 0; what is missing is empty. */
  readonly rows: readonly (readonly (Cell | undefined)[])[]
  /** The ranges that are merged, as the file writes them: A1:C1. Their value stands in the first cell. */
  readonly merged: readonly string[]
}

/** How large an upload may be. Each is judged before the work that it bounds is begun. */
export const uploadLimits = {
  files: 4,
  bytes: 5_000_000,
  unpackedBytes: 30_000_000,
  parts: 1000,
  sheets: 40,
  rows: 20_000,
  columns: 200,
  cells: 200_000,
  cellCharacters: 2000,
  milliseconds: 5000,
} as const

/** What could be read, or one Swedish line: what is wrong and how it is mended. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

/** Thrown inside a reader of hostile text, and turned into a `Read` at its door. */
export class Unreadable extends Error {}

/** Runs a reader. Only `Unreadable` is an answer; any other error is a bug. */
export function reading<T>(work: () => T): Read<T> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, message: error.message }
    throw error
  }
}

/** F14 and the like: column letters and the row as a spreadsheet counts, from row 0 and column 0. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

/** A, B, … Z, AA: the letters of a column, from 0. */
export function columnName(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** Where a cell is, for a reader with the file open: Blad1!F14, or F14 where there are no sheets. */
export function placeOf(sheet: Pick<Sheet, 'name'>, row: number, column: number): string {
  return sheet.name === null ? cellName(row, column) : `${sheet.name}!${cellName(row, column)}`
}

/**
 * The sheet as it may be used: within the limits, without the empty rows at its end.
 * @throws Unreadable where it is too large
 */
export function boundedSheet(sheet: Sheet): Sheet {
  const where = sheet.name === null ? 'Filen' : `Bladet ”${sheet.name}”`
  const widest = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const cells = sheet.rows.reduce((total, row) => total + row.filter(Boolean).length, 0)
  const over = (count: number, limit: number, what: string) => {
    if (count > limit)
      throw new Unreadable(
        `${where} har ${count} ${what}; högst ${limit} läses. Spara bara tabellen med budgetramen.`,
      )
  }
  over(sheet.rows.length, uploadLimits.rows, 'rader')
  over(widest, uploadLimits.columns, 'kolumner')
  over(cells, uploadLimits.cells, 'celler')
  return sheet
}
