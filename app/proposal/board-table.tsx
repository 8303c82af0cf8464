import { zero } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { framesKey } from '~/budget/table-line'
import { formatSignedExactIn } from '~/budget/table-unit'
import { LineCells, YearTable, type ShownYear } from '~/budget/year-table'
import { authorsOf, BoardRow, type RowContext, type Standing } from './board-row'
import type { ShownAmendment } from './budget-page'
import { spotsOf, type Spot } from './grid'
import { useGrid } from './grid-selection'
import type { PasteAsked } from './paste-dialog'
import { areaText, tableText } from './grid-text'

/** The boards' frames, base to proposal. The column Ändring is where one writes. */
export function BoardTable({
  statement,
  shown,
  byBoard,
  standing,
  context,
  onPaste,
}: {
  statement: Statement
  shown: ShownYear
  byBoard: ReadonlyMap<string, readonly ShownAmendment[]>
  /** Board id -> who else stands on its cells. */
  standing: ReadonlyMap<string, readonly Standing[]>
  context: Omit<RowContext, 'grid'>
  onPaste: (asked: PasteAsked) => void
}) {
  const changed = statement.frames.change.some(change => change !== 0)
  const { table, grid, chosenRange, whole, ...keys } = useGrid(
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
            context={{ ...context, grid }}
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

/** The cell that has the keys: its figure, and whose it is. */
function standingText(
  { row, at }: Spot,
  { boards }: Statement,
  byBoard: ReadonlyMap<string, readonly ShownAmendment[]>,
  { years, unit, now }: Omit<RowContext, 'grid'>,
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
