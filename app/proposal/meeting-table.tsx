import { useState, type HTMLAttributes } from 'react'
import type { Tkr } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { formatSignedExactIn } from '~/budget/table-unit'
import { Button } from '~/ui/button'
import { amendmentName, amendmentTerms } from './amendment-name'
import type { StoredAmendment } from './draft'
import { isLeaving } from './suggested'

/** What a decision on one amendment does by itself, one amount a year; null where it moves no money. */
export type MeetingAmendment = StoredAmendment & { readonly effect: readonly Tkr[] | null }

type Move = (from: number, to: number) => void

/** The amendments to decide on, each with its switch; `onMove` is null where the reader may not set the order. */
export function MeetingTable({
  order,
  all,
  statement,
  on,
  onToggle,
  onMove,
}: {
  order: readonly MeetingAmendment[]
  all: readonly MeetingAmendment[]
  statement: Statement
  on: ReadonlySet<string>
  onToggle: (id: string) => void
  onMove: Move | null
}) {
  const dragOf = useDragging(onMove)
  return (
    <table className="t cards threes meeting-t" role="table">
      <caption className="sr">Föreslagna ändringar, belopp i {statement.unit}</caption>
      <Heads years={statement.years} ordered={onMove !== null} />
      <tbody role="rowgroup">
        {order.map((amendment, at) => (
          <tr
            key={amendment.id}
            role="row"
            className={on.has(amendment.id) ? 'on' : undefined}
            {...dragOf(at)}
          >
            <AmendmentCells
              {...{ amendment, all, statement }}
              on={on.has(amendment.id)}
              onToggle={() => onToggle(amendment.id)}
            />
            {onMove && (
              <OrderCell
                number={amendment.number}
                at={at}
                last={order.length - 1}
                onMove={onMove}
              />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What makes a row one that can be dragged to another's place. */
function useDragging(onMove: Move | null): (at: number) => HTMLAttributes<HTMLTableRowElement> {
  const [dragged, setDragged] = useState<number | null>(null)
  return at => ({
    draggable: onMove !== null,
    onDragStart: () => setDragged(at),
    onDragOver: event => dragged !== null && event.preventDefault(),
    onDrop: () => {
      if (dragged !== null && dragged !== at) onMove?.(dragged, at)
      setDragged(null)
    },
  })
}

function Heads({ years, ordered }: { years: readonly number[]; ordered: boolean }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          På
        </th>
        <th role="columnheader" scope="col">
          Ändring och skäl
        </th>
        {years.map(year => (
          <th key={year} role="columnheader" scope="col" className="r">
            {year}
          </th>
        ))}
        {ordered && (
          <th role="columnheader" scope="col">
            <span className="sr">Ordning</span>
          </th>
        )}
      </tr>
    </thead>
  )
}

/** The switch, what is to be decided and why, and what it does in each year. */
function AmendmentCells({
  amendment,
  all,
  statement,
  on,
  onToggle,
}: {
  amendment: MeetingAmendment
  all: readonly MeetingAmendment[]
  statement: Statement
  on: boolean
  onToggle: () => void
}) {
  const { number, motivation, effect, withdrawalBy, updatedByName } = amendment
  const leaving = isLeaving(amendment)
  const name = `${leaving ? 'Dra tillbaka: ' : ''}${amendmentName(amendment, statement)}`
  const replaced = all.find(other => other.id === amendment.replaces)
  return (
    <>
      <td role="cell" className="left">
        <input
          type="checkbox"
          role="switch"
          className="switch"
          checked={on}
          aria-checked={on}
          aria-label={`Ä${number}, ${name}`}
          onChange={onToggle}
        />
      </td>
      <th role="rowheader" scope="row">
        <span className="ink">Ä{number}</span> <b>{name}</b>{' '}
        <span className="meta">
          {amendmentTerms(amendment, statement)}
          {replaced && `. Ersätter Ä${replaced.number}`}.{' '}
          {leaving ? `Föreslaget av ${withdrawalBy?.name}` : updatedByName}
        </span>
        {motivation && <p className="why">{motivation}</p>}
      </th>
      {statement.years.map((year, i) => (
        <td key={year} role="cell" className="num ink" data-l={year}>
          {effect?.[i] === undefined ? '–' : formatSignedExactIn(statement.unit, effect[i])}
        </td>
      ))}
    </>
  )
}

/** The way to set the order without dragging. */
function OrderCell({
  number,
  at,
  last,
  onMove,
}: {
  number: number
  at: number
  last: number
  onMove: Move
}) {
  return (
    <td role="cell" className="left nb acts">
      <Button
        kind="plain"
        small
        disabled={at === 0}
        aria-label={`Flytta upp Ä${number}`}
        onClick={() => onMove(at, at - 1)}
      >
        Upp
      </Button>
      <Button
        kind="plain"
        small
        disabled={at === last}
        aria-label={`Flytta ner Ä${number}`}
        onClick={() => onMove(at, at + 1)}
      >
        Ner
      </Button>
    </td>
  )
}
