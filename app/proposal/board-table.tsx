import type { Statement } from '~/budget/statement'
import { LineCells, YearTable, type ShownYear } from '~/budget/year-table'
import { BoardRow, type RowContext, type Standing } from './board-row'
import type { ShownAmendment } from './budget-page'
import { CellSaver } from './cell-saver'
import { moveByArrow } from './change-cell'

/** The boards' frames, base to proposal. The column Ändring is where one writes. */
export function BoardTable({
  statement,
  shown,
  byBoard,
  standing,
  context,
}: {
  statement: Statement
  shown: ShownYear
  byBoard: ReadonlyMap<string, readonly ShownAmendment[]>
  /** Board id -> who else stands on its cells. */
  standing: ReadonlyMap<string, readonly Standing[]>
  context: RowContext
}) {
  const changed = statement.frames.change.some(change => change !== 0)
  return (
    // the keys reach the cells' own buttons; this only moves the focus between them
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={moveByArrow}>
      <YearTable
        title="Nämndernas ramar"
        unit="nettokostnad, tkr"
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
            context={context}
          />
        ))}
        <tr role="row" className={changed ? 'total changed' : 'total'}>
          <th role="rowheader" scope="row">
            Summa ramar
          </th>
          <td role="cell" className="nrcell">
            {null}
          </td>
          <LineCells line={statement.frames} />
        </tr>
      </YearTable>
      {context.edits.cells.map(
        ({ fetcherKey }) =>
          fetcherKey && (
            <CellSaver
              key={fetcherKey}
              fetcherKey={fetcherKey}
              onAnswer={answer => context.edits.answer(fetcherKey, answer)}
            />
          ),
      )}
    </div>
  )
}

const none: readonly ShownAmendment[] = []
const nobody: readonly Standing[] = []
