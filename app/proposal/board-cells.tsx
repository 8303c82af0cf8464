import { zero } from '~/budget/money'
import type { TableUnit } from '~/budget/framework'
import type { Line } from '~/budget/line'
import { formatSignedExactIn } from '~/budget/table-unit'
import { FigureCells } from '~/budget/year-table'
import { MarkLink, type Mark } from '~/ui/mark-link'
import type { CellEdits } from './cell-edits'
import { CellInput } from './cell-input'
import type { CellPresses } from './cell-presses'
import { ChangeCell } from './change-cell'
import type { Spot } from './grid'
import type { Grid } from './grid-selection'
import { faultId, type OpenCell } from './open-cell'

/** A board's row in plain values: whatever its cells show before anything in it is opened. */
export type ShownBoard = {
  readonly name: string
  readonly line: Pick<Line, 'base' | 'change' | 'proposed'>
  readonly row: number
  readonly unit: TableUnit
  readonly years: readonly number[]
  readonly editable: boolean
  readonly amendments: readonly { readonly id: string; readonly number: number }[]
  /** Whose each year's figure is. */
  readonly authors: readonly string[]
  /** Who changed it since the reader looked; null where nobody did. */
  readonly freshBy: string | null
  readonly standing: readonly Standing[]
  readonly mark: Mark | null
  /** The year that Tab leads to from outside, where it is in this row. */
  readonly tabStop: number | null
  /** The years whose cells are chosen. */
  readonly chosen: readonly number[]
}

/** Someone else who stands on a cell. */
export type Standing = { readonly name: string; readonly at: number }

/** What the row holds in the browser besides: its open cells, and what they hear. */
export type LiveBoard = {
  readonly cells: readonly OpenCell[]
  readonly edits: CellEdits
  readonly grid: Grid
  readonly presses: CellPresses
  readonly go: (address: string) => void
}

/** The cells of a board's row: its name, what is on it, and base, change and proposal of each year. */
export const drawBoard = (of: ShownBoard, live: LiveBoard | null) => (
  <>
    <th role="rowheader" scope="row">
      {of.name}
    </th>
    <td role="cell" className="nrcell">
      {of.standing.map(({ name, at }) => (
        <span
          key={`${name} ${at}`}
          className="tag solid here"
          title={`${name} står på ändring ${of.years[at]}`}
        >
          {name}
          <span className="sr"> står på ändring {of.years[at]}</span>
        </span>
      ))}{' '}
      {of.amendments.map(({ id, number }) => (
        <a key={id} className="nr" href={`#a-${id}`} aria-label={`Ändring Ä${number}, ${of.name}`}>
          Ä{number}
        </a>
      ))}{' '}
      {of.mark && <MarkLink mark={of.mark} go={live?.go ?? null} />}
    </td>
    <FigureCells
      unit={of.unit}
      line={of.line}
      changes={of.line.change.map((_, at) => (
        // a row's years never change place
        <Change key={at} of={of} live={live} spot={{ row: of.row, at }} />
      ))}
    />
  </>
)

/** A cell of the column Ändring. It holds no state: the server draws hundreds of them for each page. */
function Change({
  of: { name, line, unit, years, editable, authors, freshBy, standing, tabStop, chosen },
  live,
  spot,
}: {
  of: ShownBoard
  live: LiveBoard | null
  spot: Spot
}) {
  const { at } = spot
  const cell = live?.cells.find(open => open.at === at) ?? null
  const figure = formatSignedExactIn(unit, line.change[at] ?? zero)
  const stands = standing.find(other => other.at === at)?.name
  const changed = freshBy === null ? '' : `, ändrad av ${freshBy}`
  const taken = stands === undefined ? '' : `, ${stands} står här`
  const label = `${name}, ändring ${years[at]}: ${figure} ${unit}${changed}${taken}`
  const describedBy = cell?.fault ? faultId(cell) : undefined
  if (live && cell?.phase === 'typing')
    return <CellInput {...{ label, describedBy, spot, cell }} {...live} />
  return (
    <ChangeCell
      {...{ label, describedBy, spot, figure }}
      edit={cell}
      details={authors[at] ?? ''}
      classes={[
        stands !== undefined && 'held',
        freshBy !== null && 'fresh',
        chosen.includes(at) && 'chosen',
        !editable && 'read',
      ]}
      inTabOrder={tabStop === at}
    />
  )
}
