import type { TableUnit } from '~/budget/framework'
import type { LineComments } from '~/budget/line-comments'
import type { BoardLine } from '~/budget/statement'
import { frameKey } from '~/budget/table-line'
import type { TableYear } from '~/budget/year-table'
import { Icon } from '~/ui/icon'
import { RepeatedRow } from '~/ui/long-row'
import { formatMoment } from '~/ui/moment'
import { drawBoard, type ShownBoard, type Standing } from './board-cells'
import type { ShownAmendment } from './budget-page'
import type { CellEdits } from './cell-edits'
import type { CellPresses } from './cell-presses'
import { ClashPanel } from './clash-panel'
import type { Grid } from './grid-selection'
import { faultId, type OpenCell } from './open-cell'

/** What the rows of the board table share. */
export type RowContext = {
  readonly unit: TableUnit
  readonly years: readonly TableYear[]
  readonly now: Date
  readonly editable: boolean
  readonly edits: CellEdits
  readonly grid: Grid
  readonly presses: CellPresses
  readonly isFresh: (amendment: ShownAmendment) => boolean
  readonly comments: LineComments
}

type Props = {
  line: BoardLine
  row: number
  amendments: readonly ShownAmendment[]
  standing: readonly Standing[]
  context: RowContext
}

/** A board: base, change and proposal; and under it what is wrong with what was typed, or the two values to choose of. */
export function BoardRow(props: Props) {
  const { line, context } = props
  const { edits, grid, presses, comments } = context
  const cells = edits.cells.filter(({ board }) => board === line.id)
  const changed = line.change.some(change => change !== 0)
  return (
    <>
      <RepeatedRow
        id={`b-${line.id}`}
        className={changed ? 'changed' : undefined}
        of={shownBoard(props)}
        live={{ cells, edits, grid, presses, go: comments.go }}
        draw={drawBoard}
      />
      {cells.map(cell => (
        <Below key={cell.at} cell={cell} line={line} context={context} />
      ))}
    </>
  )
}

function shownBoard({ line, row, amendments, standing, context }: Props): ShownBoard {
  const { unit, years, now, editable, grid, isFresh, comments } = context
  const { id, name, base, change, proposed } = line
  return {
    name,
    line: { base, change, proposed },
    row,
    unit,
    years: years.map(({ year }) => year),
    editable,
    amendments: amendments.map(amendment => ({ id: amendment.id, number: amendment.number })),
    authors: amendments.length > 0 ? years.map((_, at) => authorsOf(amendments, at, now)) : [],
    freshBy: amendments.find(isFresh)?.updatedByName ?? null,
    standing,
    mark: comments.markOf(frameKey(id), name),
    tabStop: grid.active.row === row ? grid.active.at : null,
    chosen: years.flatMap((_, at) => (grid.isChosen({ row, at }) ? [at] : [])),
  }
}
/** Whose a board's figure of a year is: of each amendment on it, who saved that figure last and when. */
export const authorsOf = (amendments: readonly ShownAmendment[], at: number, now: Date): string =>
  amendments
    .map(({ number, authors, updatedByName, updatedAt }) => {
      const author = authors?.[at] ?? { name: updatedByName, at: updatedAt }
      return `Ä${number}, ${author.name}, ${formatMoment(author.at, now)}`
    })
    .join('; ')

function Below({ cell, line, context }: { cell: OpenCell; line: BoardLine; context: RowContext }) {
  const year = context.years[cell.at]?.year ?? 0
  const width = 2 + 3 * context.years.length
  if (cell.clash)
    return (
      <tr role="row" className="clashrow">
        <td role="cell" colSpan={width}>
          <ClashPanel
            what={`${line.name}, ändring ${year}`}
            clash={cell.clash}
            unit={context.unit}
            at={cell.at}
            year={year}
            now={context.now}
            onKeep={() => context.edits.close(cell)}
            onSave={() => context.edits.saveOurs(cell)}
          />
        </td>
      </tr>
    )
  if (!cell.fault) return null
  return (
    <tr role="row" className="faultrow">
      <td role="cell" colSpan={width}>
        <p className="fault error" id={faultId(cell)} role="alert">
          <Icon name="error" /> {cell.fault} Raden är inte ändrad än.
        </p>
      </td>
    </tr>
  )
}
