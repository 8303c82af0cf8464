import { zero } from '~/budget/money'
import type { TableUnit } from '~/budget/framework'
import type { LineComments } from '~/budget/line-comments'
import type { BoardLine } from '~/budget/statement'
import { frameKey } from '~/budget/table-line'
import { formatSignedExactIn } from '~/budget/table-unit'
import { LineCells, type TableYear } from '~/budget/year-table'
import { Icon } from '~/ui/icon'
import { formatMoment } from '~/ui/moment'
import { cellUse, type ShownAmendment } from './budget-page'
import type { CellEdits } from './cell-edits'
import type { OpenCell } from './open-cell'
import { ChangeCell } from './change-cell'
import { ClashPanel } from './clash-panel'
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
  readonly isFresh: (amendment: ShownAmendment) => boolean
  readonly markSeen: (amendments: readonly ShownAmendment[]) => void
  readonly standOn: (spot: string | null) => void
  readonly comments: LineComments
  /** Opens the form: for a change of the amendment, or a new one with an amount in it. */
  readonly openForm: (
    board: string,
    amendment: ShownAmendment | null,
    at: number,
    typed: string,
  ) => void
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
      <tr role="row" id={`b-${line.id}`} className={changed ? 'changed' : undefined}>
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
              at={at}
              row={row}
              amendments={amendments}
              cell={cells.find(cell => cell.at === at) ?? null}
              standing={standing.find(other => other.at === at)?.name ?? null}
              context={context}
            />
          ))}
        />
      </tr>
      {cells.map(cell => (
        <Below key={cell.at} cell={cell} line={line} context={context} />
      ))}
    </>
  )
}

function Change({
  line,
  at,
  row,
  amendments,
  cell,
  standing,
  context,
}: {
  line: BoardLine
  at: number
  row: number
  amendments: readonly ShownAmendment[]
  cell: OpenCell | null
  standing: string | null
  context: RowContext
}) {
  const { edits, grid, unit } = context
  const figure = formatSignedExactIn(unit, line.change[at] ?? zero)
  const fresh = amendments.find(context.isFresh)
  const year = context.years[at]?.year
  const notes = [
    fresh && `ändrad av ${fresh.updatedByName}`,
    standing && `${standing} står här`,
  ].filter(Boolean)
  return (
    <ChangeCell
      label={[`${line.name}, ändring ${year}: ${figure} ${unit}`, ...notes].join(', ')}
      details={authorsOf(amendments, at, context.now)}
      figure={figure}
      held={standing !== null}
      fresh={Boolean(fresh)}
      spot={{ row, at }}
      grid={grid}
      writing={
        context.editable
          ? {
              edit: cell,
              describedBy: cell?.fault ? faultId(cell) : undefined,
              onOpen: open,
              onType: typed => cell && edits.type(cell, typed),
              onCommit: () => cell && edits.commit(cell),
              onUndo: () => cell && edits.close(cell),
            }
          : null
      }
      onStand={here => {
        context.standOn(here ? `${line.id}.${at}` : null)
        if (!here && fresh) context.markSeen(amendments)
      }}
    />
  )

  function open(typed: string | null) {
    if (cell) return edits.open(line.id, at, cell.seen, cell.before, typed ?? cell.typed)
    const use = cellUse(amendments, at)
    if (use.type === 'list') return document.getElementById(`a-${use.first.id}`)?.focus()
    if (use.type === 'form') return context.openForm(line.id, use.amendment, at, typed ?? '')
    edits.open(line.id, at, use.amendment, figure, typed ?? figure)
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

const faultId = ({ board, at }: OpenCell) => `fault-${board}-${at}`
