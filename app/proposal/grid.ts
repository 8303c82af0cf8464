/** A cell of the column Ändring: the board's row, and the year counted from the budget year. */
export type Spot = { readonly row: number; readonly at: number }

/** The cells between two corners, both within it. */
export type Area = { readonly from: Spot; readonly to: Spot }

/** How many boards there are, and which years are seen, in their order. */
export type Extent = { readonly rows: number; readonly years: readonly number[] }

export type Press = { readonly key: string; readonly ctrl: boolean; readonly shift: boolean }

/**
 * Where a key leads, as in a spreadsheet: arrows one step and with Ctrl to the edge, Home and End in the row, Enter down,
 * Tab on to the next row. Null for a key that does not move, and for Tab out of the last cell.
 */
export function moved(
  { row, at }: Spot,
  { key, ctrl, shift }: Press,
  { rows, years }: Extent,
): Spot | null {
  const column = Math.max(0, years.indexOf(at))
  const last = { row: rows - 1, column: years.length - 1 }
  const to = (toRow: number, toColumn: number): Spot => ({
    row: within(toRow, last.row),
    at: years[within(toColumn, last.column)] ?? at,
  })
  switch (key) {
    case 'ArrowUp':
      return to(ctrl ? 0 : row - 1, column)
    case 'ArrowDown':
      return to(ctrl ? last.row : row + 1, column)
    case 'ArrowLeft':
      return to(row, ctrl ? 0 : column - 1)
    case 'ArrowRight':
      return to(row, ctrl ? last.column : column + 1)
    case 'PageUp':
      return to(row - page, column)
    case 'PageDown':
      return to(row + page, column)
    case 'Home':
      return to(ctrl ? 0 : row, 0)
    case 'End':
      return to(ctrl ? last.row : row, last.column)
    case 'Enter':
      return to(shift ? row - 1 : row + 1, column)
    case 'Tab': {
      const next = row * years.length + column + (shift ? -1 : 1)
      if (next < 0 || next >= rows * years.length) return null
      return to(Math.floor(next / years.length), next % years.length)
    }
    default:
      return null
  }
}

const page = 10
const within = (value: number, last: number) => Math.min(Math.max(value, 0), Math.max(last, 0))

export const sameSpot = (a: Spot, b: Spot): boolean => a.row === b.row && a.at === b.at

/** Whether the cell lies between the corners, whichever of them comes first. */
export const isInside = ({ row, at }: Spot, { from, to }: Area): boolean =>
  row >= Math.min(from.row, to.row) &&
  row <= Math.max(from.row, to.row) &&
  at >= Math.min(from.at, to.at) &&
  at <= Math.max(from.at, to.at)

/** The cells of the area, row by row; years that are not seen are left out. */
export const spotsOf = (area: Area, { rows, years }: Extent): Spot[][] =>
  Array.from({ length: rows }, (_, row) => years.map(at => ({ row, at })))
    .map(spots => spots.filter(spot => isInside(spot, area)))
    .filter(spots => spots.length > 0)
