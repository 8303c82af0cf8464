import { zero } from '~/budget/money'
import type { TableUnit } from '~/budget/framework'
import type { LineComments } from '~/budget/line-comments'
import type { BoardLine } from '~/budget/statement'
import { frameKey } from '~/budget/table-line'
import { formatSignedExactIn } from '~/budget/table-unit'
import { LineCells, type TableYear } from '~/budget/year-table'
import { Icon } from '~/ui/icon'
import { LongRow } from '~/ui/long-row'
import { formatMoment } from '~/ui/moment'
import type { ShownAmendment } from './budget-page'
import type { CellEdits } from './cell-edits'
import type { OpenCell } from './open-cell'
import type { CellPresses } from './cell-presses'
import { CellInput } from './cell-input'
import { ChangeCell } from './change-cell'
import { ClashPanel } from './clash-panel'
import { sameSpot, type Spot } from './grid'
import type { Grid } from './grid-selection'

/** Someone else who stands on a cell. */
export type Standing = { readonly name: string; readonly at: number }

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

/** A board: base, change and proposal; and under it what is wrong with what was typed, or the two values to choose of. */
export function BoardRow({
  line,
  row,
  amendments,
  standing,
  context,
}: {
  line: BoardLine
  row: number
  amendments: readonly ShownAmendment[]
  standing: readonly Standing[]
  context: RowContext
}) {
  const cells = context.edits.cells.filter(({ board }) => board === line.id)
  const changed = line.change.some(change => change !== 0)
  return (
    <>
      <LongRow id={`b-${line.id}`} className={changed ? 'changed' : undefined}>
        <th role="rowheader" scope="row">
          {line.name}
        </th>
        <td role="cell" className="nrcell">
          {standing.map(({ name, at }) => (
            <span
              key={`${name} ${at}`}
              className="tag solid here"
              title={`${name} står på ändring ${context.years[at]?.year}`}
            >
              {name}
              <span className="sr"> står på ändring {context.years[at]?.year}</span>
            </span>
          ))}{' '}
          {amendments.map(({ id, number }) => (
            <a
              key={id}
              className="nr"
              href={`#a-${id}`}
              aria-label={`Ändring Ä${number}, ${line.name}`}
            >
              Ä{number}
            </a>
          ))}{' '}
          {context.comments.markerOf(frameKey(line.id), line.name)}
        </td>
        <LineCells
          line={line}
          changes={line.change.map((_, at) => (
            <Change
              // a row's years never change place
              key={at}
              line={line}
              spot={{ row, at }}
              amendments={amendments}
              cell={cells.find(cell => cell.at === at) ?? null}
              standing={standing.find(other => other.at === at)?.name ?? null}
              context={context}
            />
          ))}
        />
      </LongRow>
      {cells.map(cell => (
        <Below key={cell.at} cell={cell} line={line} context={context} />
      ))}
    </>
  )
}

/** A cell of the column Ändring. It holds no state: the server draws hundreds of them for each page. */
function Change({
  line,
  spot,
  amendments,
  cell,
  standing,
  context,
}: {
  line: BoardLine
  spot: Spot
  amendments: readonly ShownAmendment[]
  cell: OpenCell | null
  standing: string | null
  context: RowContext
}) {
  const { edits, grid, presses, unit, now } = context
  const figure = formatSignedExactIn(unit, line.change[spot.at] ?? zero)
  const fresh = amendments.find(context.isFresh)
  const year = context.years[spot.at]?.year
  const changed = fresh ? `, ändrad av ${fresh.updatedByName}` : ''
  const taken = standing === null ? '' : `, ${standing} står här`
  const label = `${line.name}, ändring ${year}: ${figure} ${unit}${changed}${taken}`
  const describedBy = cell?.fault ? faultId(cell) : undefined
  if (cell?.phase === 'typing')
    return <CellInput {...{ label, describedBy, spot, cell, edits, grid, presses }} />
  return (
    <ChangeCell
      {...{ label, describedBy, spot, figure }}
      edit={cell}
      details={authorsOf(amendments, spot.at, now)}
      classes={[
        standing !== null && 'held',
        fresh !== undefined && 'fresh',
        grid.isChosen(spot) && 'chosen',
        !context.editable && 'read',
      ]}
      inTabOrder={sameSpot(grid.active, spot)}
    />
  )
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

const faultId = ({ board, at }: OpenCell) => `fault-${board}-${at}`
