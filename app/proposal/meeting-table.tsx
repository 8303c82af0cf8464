import { useState } from 'react'
import type { Tkr } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { formatSignedExactIn } from '~/budget/table-unit'
import { Button } from '~/ui/button'
import { amendmentName, amendmentTerms } from './amendment-name'
import type { StoredAmendment } from './draft'
import { isLeaving } from './suggested'

/** What one amendment does by itself, one amount a year; null where it moves no money. */
export type MeetingAmendment = StoredAmendment & { readonly effect: readonly Tkr[] | null }

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
  onMove: ((from: number, to: number) => void) | null
}) {
  const [dragged, setDragged] = useState<number | null>(null)
  return (
    <table className="t cards threes meeting-t" role="table">
      <caption className="sr">Föreslagna ändringar, belopp i {statement.unit}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            På
          </th>
          <th role="columnheader" scope="col">
            Ändring och skäl
          </th>
          {statement.years.map(year => (
            <th key={year} role="columnheader" scope="col" className="r">
              {year}
            </th>
          ))}
          {onMove && (
            <th role="columnheader" scope="col">
              <span className="sr">Ordning</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {order.map((amendment, at) => {
          const { id, number, motivation, effect, updatedByName } = amendment
          const leaving = isLeaving(amendment)
          const name = `${leaving ? 'Dra tillbaka: ' : ''}${amendmentName(amendment, statement)}`
          const replaced = all.find(other => other.id === amendment.replaces)
          return (
            <tr
              key={id}
              role="row"
              className={on.has(id) ? 'on' : undefined}
              draggable={onMove !== null}
              onDragStart={() => setDragged(at)}
              onDragOver={event => dragged !== null && event.preventDefault()}
              onDrop={() => {
                if (dragged !== null && dragged !== at) onMove?.(dragged, at)
                setDragged(null)
              }}
            >
              <td role="cell" className="left">
                <input
                  type="checkbox"
                  role="switch"
                  className="switch"
                  checked={on.has(id)}
                  aria-checked={on.has(id)}
                  aria-label={`Ä${number}, ${name}`}
                  onChange={() => onToggle(id)}
                />
              </td>
              <th role="rowheader" scope="row">
                <span className="ink">Ä{number}</span> <b>{name}</b>{' '}
                <span className="meta">
                  {amendmentTerms(amendment, statement)}
                  {replaced && `. Ersätter Ä${replaced.number}`}.{' '}
                  {leaving ? `Föreslaget av ${amendment.withdrawalBy?.name}` : updatedByName}
                </span>
                {motivation && <p className="why">{motivation}</p>}
              </th>
              {statement.years.map((year, i) => (
                <td key={year} role="cell" className="num ink" data-l={year}>
                  {effect?.[i] === undefined ? '–' : formatSignedExactIn(statement.unit, effect[i])}
                </td>
              ))}
              {onMove && (
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
                    disabled={at === order.length - 1}
                    aria-label={`Flytta ner Ä${number}`}
                    onClick={() => onMove(at, at + 1)}
                  >
                    Ner
                  </Button>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
