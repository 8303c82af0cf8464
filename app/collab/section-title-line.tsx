import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import type { TableUnit } from '~/budget/framework'
import { formatSignedExactIn } from '~/budget/table-unit'
import type { Tkr } from '~/budget/money'

/** An amendment that a section argues for. */
export type Argued = {
  readonly id: string
  readonly number: number
  readonly title: string
  /** The budget year's change; null where it is no amount. */
  readonly amount: Tkr | null
  readonly unit: TableUnit
}

/** `Argumenterar för Ä2 Barn- och ungdomsnämnden, +50 000 tkr` */
export function ArguedLine({ argued, base }: { argued: readonly Argued[]; base: string }) {
  if (argued.length === 0) return null
  return (
    <p className="basis">
      Argumenterar för{' '}
      {argued.map(({ id, number, title, amount, unit }, i) => (
        <Fragment key={id}>
          {i > 0 && (i === argued.length - 1 ? ' och ' : ', ')}
          <Link to={`${base}/budget#a-${id}`}>
            Ä{number} {title}
          </Link>
          {amount !== null && (
            <>
              , <span className="ink num">{formatSignedExactIn(unit, amount)}</span> {unit}
            </>
          )}
        </Fragment>
      ))}
    </p>
  )
}
