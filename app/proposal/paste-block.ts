import type { BoardId } from '~/budget/framework'
import type { Tkr } from '~/budget/money'
import { parseTkr } from '~/budget/parse'
import type { Statement } from '~/budget/statement'
import { boardColumn, columnNames } from './grid-text'
import { readTabSeparated } from './tab-separated'

/** A pasted cell that was understood, and where it stood in the block. */
export type PastedCell = {
  readonly board: BoardId
  readonly at: number
  readonly amount: Tkr
  readonly place: string
  readonly text: string
}

/** A pasted cell that was not understood, and why. */
export type Refused = { readonly place: string; readonly text: string; readonly reason: string }

type Target = { readonly board: BoardId; readonly at: number }
type Found = { readonly target: Target } | { readonly reason: string } | null

/**
 * The cells of a block that is pasted with its corner on a cell. A whole table that was copied from here is known by its
 * headings and goes by the names of boards and years, wherever it is pasted. Empty cells say nothing, and
 * amounts without a unit are in the table's.
 */
export function readBlock(
  text: string,
  corner: { readonly row: number; readonly at: number },
  statement: Statement,
): { readonly cells: PastedCell[]; readonly refused: Refused[] } {
  const rows = readTabSeparated(text)
  const heading = rows[0]?.[0]?.trim() === boardColumn ? rows[0] : null
  const cells: PastedCell[] = []
  const refused: Refused[] = []
  rows.forEach((row, down) =>
    row.forEach((cell, across) => {
      const typed = cell.trim()
      const found = heading
        ? byName(heading, row, down, across, statement)
        : byPlace(corner, down, across, statement)
      if (typed === '' || found === null) return
      const place = `rad ${down + 1}, kolumn ${across + 1}`
      if ('reason' in found) return refused.push({ place, text: typed, reason: found.reason })
      const amount = parseTkr(typed, statement.unit)
      if (!amount.ok) return refused.push({ place, text: typed, reason: amount.reason })
      cells.push({ ...found.target, amount: amount.value, place, text: typed })
    }),
  )
  return { cells, refused }
}

function byPlace(
  corner: { readonly row: number; readonly at: number },
  down: number,
  across: number,
  { boards, years }: Statement,
): Found {
  const [board, at] = [boards[corner.row + down], corner.at + across]
  return board && at < years.length
    ? { target: { board: board.id, at } }
    : { reason: 'Hamnar utanför tabellen.' }
}

function byName(
  heading: readonly string[],
  row: readonly string[],
  down: number,
  across: number,
  { boards, years }: Statement,
): Found {
  const named = row[0]?.trim() ?? ''
  const at = years.findIndex(year => columnNames(year).change === heading[across]?.trim())
  const board = boards.find(({ name }) => name.trim() === named)
  if (down === 0 || named === sumRow) return null
  if (!board) return across === 0 ? { reason: 'Ingen nämnd i grunden heter så.' } : null
  return at === -1 ? null : { target: { board: board.id, at } }
}

const sumRow = 'Summa ramar'
