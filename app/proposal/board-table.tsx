import type { KeyboardEvent } from 'react'
import { zero } from '~/budget/money'
import type { BoardLine, Statement } from '~/budget/statement'
import { framesKey } from '~/budget/table-line'
import { formatSignedExactIn } from '~/budget/table-unit'
import { LineCells, YearTable, type ShownYear } from '~/budget/year-table'
import type { Standing } from './board-cells'
import { authorsOf, BoardRow, type RowContext } from './board-row'
import { cellUse, type ShownAmendment } from './budget-page'
import { spotsOf, type Spot } from './grid'
import { useGrid } from './grid-selection'
import { isSame } from './open-cell'
import { useCellPresses } from './cell-presses'
import type { PasteAsked } from './paste-dialog'
import { areaText, tableText } from './grid-text'

/** Opens the form: for a change of the amendment, or a new one with an amount in it. */
type OpenForm = (board: string, amendment: ShownAmendment | null, at: number, typed: string) => void

type Context = Omit<RowContext, 'grid' | 'presses'>

type Props = {
  statement: Statement
  shown: ShownYear
  byBoard: ReadonlyMap<string, readonly ShownAmendment[]>
  /** Board id -> who else stands on its cells. */
  standing: ReadonlyMap<string, readonly Standing[]>
  context: Context
  onPaste: (asked: PasteAsked) => void
  onForm: OpenForm
  /** Told that the member has been on what others changed. */
  onSeen: (amendments: readonly ShownAmendment[]) => void
  standOn: (spot: string | null) => void
}

/** The boards' frames, base to proposal. The column Ändring is where one writes. */
export function BoardTable(props: Props) {
  const { statement, shown, byBoard, standing, context } = props
  const changed = statement.frames.change.some(change => change !== 0)
  const { table, grid, presses, chosenRange, whole, keys } = useBoardCells(props)
  const chosen = chosenText({ whole, chosenRange }, statement.boards.length, context.years.length)
  const standingAt = standingText(grid.active, statement, byBoard, context)
  return (
    // the keys reach the cells' own buttons; this only moves the focus between them
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={table} {...keys}>
      <YearTable
        title="Nämndernas ramar"
        signs="nettokostnad"
        unit={statement.unit}
        rowName="Nämnd"
        years={context.years}
        shown={shown}
      >
        {statement.boards.map((line, row) => (
          <BoardRow
            // a framework may hold a board twice: C14 says so
            key={`${row} ${line.id}`}
            line={line}
            row={row}
            amendments={byBoard.get(line.id) ?? none}
            standing={standing.get(line.id) ?? nobody}
            context={{ ...context, grid, presses }}
          />
        ))}
        <tr role="row" className={changed ? 'total changed' : 'total'}>
          <th role="rowheader" scope="row">
            Summa ramar
          </th>
          <td role="cell" className="nrcell">
            {context.comments.markerOf(framesKey, 'summa ramar')}
          </td>
          <LineCells line={statement.frames} />
        </tr>
      </YearTable>
      <p className="second gridline">{chosen || standingAt}</p>
      <span className="sr" role="status">
        {chosen}
      </span>
    </div>
  )
}

/** The keys and presses of the table's cells: what is chosen, what is opened and where one stands. */
function useBoardCells({ statement, byBoard, context, onPaste, onForm, onSeen, standOn }: Props) {
  const { table, grid, chosenRange, whole, ...moves } = useGrid(
    statement.boards.length,
    context.years.length,
    {
      copy: (range, extent) =>
        range.whole ? tableText(statement) : areaText(statement, range.area, extent),
      paste: context.editable
        ? (text, { area: { from, to } }) =>
            onPaste({ text, row: Math.min(from.row, to.row), at: Math.min(from.at, to.at) })
        : null,
    },
  )
  const { presses, ...heard } = useCellPresses(
    table,
    context.editable
      ? ({ row, at }, typed) => {
          const line = statement.boards[row]
          const amendments = (line && byBoard.get(line.id)) ?? none
          if (line) openCell({ context, line, amendments, onForm }, at, typed)
        }
      : null,
    (spot, here) => {
      const line = statement.boards[spot.row]
      if (!line) return
      if (here) grid.stand(spot)
      standOn(here ? `${line.id}.${spot.at}` : null)
      const amendments = byBoard.get(line.id) ?? none
      if (!here && amendments.some(context.isFresh)) onSeen(amendments)
    },
  )
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    heard.onKeyDown(event)
    moves.onKeyDown(event)
  }
  return { table, grid, presses, chosenRange, whole, keys: { ...moves, ...heard, onKeyDown } }
}

/** Opens the cell of a board where it takes an amount itself, or else what does: the form, or the list of amendments. */
function openCell(
  {
    context: { edits, unit },
    line,
    amendments,
    onForm,
  }: {
    context: Context
    line: BoardLine
    amendments: readonly ShownAmendment[]
    onForm: OpenForm
  },
  at: number,
  typed: string | null,
) {
  const open = edits.cells.find(cell => isSame(cell, { board: line.id, at }))
  if (open) return edits.open(line.id, at, open.seen, open.before, typed ?? open.typed)
  const use = cellUse(amendments, at)
  if (use.type === 'list') return document.getElementById(`a-${use.first.id}`)?.focus()
  if (use.type === 'form') return onForm(line.id, use.amendment, at, typed ?? '')
  const figure = formatSignedExactIn(unit, line.change[at] ?? zero)
  edits.open(line.id, at, use.amendment, figure, typed ?? figure)
}

/** The cell that has the keys: its figure, and whose it is. */
function standingText(
  { row, at }: Spot,
  { boards }: Statement,
  byBoard: ReadonlyMap<string, readonly ShownAmendment[]>,
  { years, unit, now }: Context,
): string {
  const line = boards[row]
  if (!line) return ''
  const authors = authorsOf(byBoard.get(line.id) ?? none, at, now)
  const figure = `${line.name} ${years[at]?.year}: ${formatSignedExactIn(unit, line.change[at] ?? zero)} ${unit}`
  return [figure, authors || 'Ingen ändring'].join('. ')
}

/** How much of the table is chosen; empty for a single cell. */
function chosenText(
  { whole, chosenRange }: Pick<ReturnType<typeof useGrid>, 'whole' | 'chosenRange'>,
  rows: number,
  yearCount: number,
): string {
  if (whole) return 'Hela tabellen är vald. Ctrl+C kopierar den.'
  if (!chosenRange) return ''
  const years = Array.from({ length: yearCount }, (_, at) => at)
  const cells = spotsOf(chosenRange, { rows, years }).flat()
  return cells.length > 1 ? `${cells.length} celler är valda. Ctrl+C kopierar dem.` : ''
}

const none: readonly ShownAmendment[] = []
const nobody: readonly Standing[] = []
