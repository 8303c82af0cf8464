import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { figurePath } from './figure-path'
import { ChangeLine } from './change-line'
import type { ClauseChange } from './clause-change'
import type { ClausePart } from './clauses'

/** The decision clauses as they are put to the vote, each figure linked to the row that it comes from. */
export function ClauseList({
  clauses,
  markerOf,
}: {
  clauses: readonly {
    readonly id: string
    readonly parts: readonly ClausePart[]
    readonly change: ClauseChange | null
  }[]
  /** The way to what is said about a clause. */
  markerOf: (id: string, name: string) => ReactNode
}) {
  return (
    <ol className="clauses prose">
      {clauses.map(({ id, parts, change }, index) => (
        <li key={id} id={`c-${id}`}>
          <span className="clause-no">
            Att-sats {index + 1} {markerOf(id, `att-sats ${index + 1}`)}
          </span>
          <span>
            {parts.map((part, i) => (
              <Part key={`${id} ${i}`} part={part} />
            ))}
            {index === clauses.length - 1 ? '.' : ','}
            {change && <ChangeLine {...change} />}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Part({ part }: { part: ClausePart }) {
  if (part.type === 'text' || (part.text !== null && part.ref.startsWith('years.')))
    return part.text
  if (part.text === null)
    return (
      <span className="fig lost" title="Siffran finns inte längre">
        {part.ref}
      </span>
    )
  return (
    <Link className="fig" to={`../${figurePath(part.ref)}`} relative="path">
      {part.text}
    </Link>
  )
}
