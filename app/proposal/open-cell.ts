import type { Clash } from './amendment-judgement'
import type { BudgetAnswer, ShownAmendment } from './budget-page'
import type { CellEdit } from './cell-edit'

/** The save that a cell's writing stands on; null where nothing was saved. */
type Seen = Pick<ShownAmendment, 'id' | 'revision'> | null

/** A cell that is written in, saved, or has two values. `seen` is the save that stood there when writing began. */
export type OpenCell = CellEdit & {
  readonly board: string
  readonly at: number
  readonly before: string
  readonly seen: Seen
  /** The save that is on its way; the cell may already be written in anew. */
  readonly flight: Flight | null
  /** What was left to be saved before the cell was opened again; null where that is nothing, or is saved. */
  readonly left: string | null
  readonly clash: Clash | null
}

type Flight = {
  readonly fetcherKey: string
  readonly typed: string
  readonly seen: Seen
  readonly before: string
}

type Place = Pick<OpenCell, 'board' | 'at'>

export const isSame = (a: Place, b: Place) => a.board === b.board && a.at === b.at

/** A cell opened for writing; one that is still to be saved goes on from what was left in it. */
export function reopened(
  standing: OpenCell | undefined,
  opening: Pick<OpenCell, 'board' | 'at' | 'seen' | 'before' | 'typed'>,
): OpenCell {
  const left = standing?.phase === 'saving' ? standing.typed : (standing?.left ?? null)
  const before = left ?? opening.before
  const flight = standing?.flight ?? null
  return { ...opening, before, left, flight, phase: 'typing', fault: null, clash: null }
}

/** What remains of a cell whose writing is undone: what was left in it to be saved; null where there is nothing. */
export const undone = (cell: OpenCell): OpenCell | null =>
  cell.left === null
    ? null
    : { ...cell, phase: 'saving', typed: cell.left, left: null, fault: null }

/** The cells whose turn it is to be saved: of each board the one that was left first, and none beside one on its way. */
export function readyToGo(cells: readonly OpenCell[]): OpenCell[] {
  const busy = new Set(cells.filter(({ flight }) => flight).map(({ board }) => board))
  return cells.filter(({ phase, board }) => {
    if (phase !== 'saving' || busy.has(board)) return false
    busy.add(board)
    return true
  })
}

/**
 * The open cells once a save is answered. The cell closes unless it was written in anew; what its board's cells stood on
 * is then the save just made, so that nobody clashes with themselves.
 */
export function afterAnswer(
  cells: readonly OpenCell[],
  fetcherKey: string,
  answered: BudgetAnswer,
): OpenCell[] {
  const sent = cells.find(({ flight }) => flight?.fetcherKey === fetcherKey)
  const flight = sent?.flight
  if (!sent || !flight) return [...cells]
  return cells.flatMap((cell): OpenCell[] => {
    if (answered.ok) return landed(cell, sent, flight, answered)
    return [cell === sent ? refused(sent, flight, answered) : cell]
  })
}

function landed(
  cell: OpenCell,
  sent: OpenCell,
  flight: Flight,
  saved: BudgetAnswer & { ok: true },
): OpenCell[] {
  if (cell.board !== sent.board) return [cell]
  const seen = seenAfter(cell.seen, flight.seen, saved)
  if (cell !== sent) return [{ ...cell, seen }]
  if (isAsSent(cell, flight)) return []
  return [{ ...cell, seen, flight: null, left: leftAfter(cell, flight) }]
}

/** A refusal is shown where its amount still stands; what was written since is judged when it is saved. */
function refused(cell: OpenCell, flight: Flight, answered: BudgetAnswer & { ok: false }): OpenCell {
  const { clash, faults, message } = answered
  const { before } = flight
  if (!isAsSent(cell, flight))
    return { ...cell, before, flight: null, left: leftAfter(cell, flight) }
  return clash
    ? { ...cell, before, flight: null, phase: 'clash', clash }
    : { ...cell, before, flight: null, phase: 'typing', fault: Object.values(faults)[0] ?? message }
}

const isAsSent = ({ phase, typed }: OpenCell, flight: Flight) =>
  phase === 'saving' && typed === flight.typed

const leftAfter = ({ left }: OpenCell, flight: Flight) => (left === flight.typed ? null : left)

/** A suggestion beside what is adopted moves nothing: the cell stands on what counts. */
function seenAfter(seen: Seen, sent: Seen, { id, revision, state }: BudgetAnswer & { ok: true }) {
  if (seen?.id !== sent?.id || seen?.revision !== sent?.revision) return seen
  const onTop = sent ? sent.id === id : state === 'adopted'
  return onTop ? { id, revision } : seen
}

/** The id of what is said to be wrong with the cell's text. */
export const faultId = ({ board, at }: Place): string => `fault-${board}-${at}`
