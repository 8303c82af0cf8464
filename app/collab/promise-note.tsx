import { Link } from '@remix-run/react'
import type { Statement } from '~/budget/statement'
import { zero } from '~/budget/money'
import { formatSignedExactIn } from '~/budget/table-unit'
import { measureNotes } from '~/proposal/measure-words'
import {
  isWithinFrame,
  lostMoney,
  pledgeRow,
  type Pledge,
  type PledgeRow,
} from '~/proposal/promise'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'

/** What pays for a promise: the measure with its amounts, the frame as it is, or nothing that counts. */
export function PromiseNote({
  pledge,
  rows,
  statement,
  budgetPath,
  onOther,
  onRemove,
}: {
  pledge: Pledge
  rows: readonly PledgeRow[]
  statement: Pick<Statement, 'years' | 'unit'>
  budgetPath: string
  /** Missing where the text may not be written. */
  onOther?: () => void
  onRemove?: () => void
}) {
  const row = pledgeRow(rows, pledge)
  const why = lostMoney(rows, pledge)
  return (
    <aside className={`note ${why === null ? 'chipnote' : 'loosenote'}`} aria-label="Löfte">
      {why === null ? (
        <p className="note-h">Löfte</p>
      ) : (
        <p className="note-h warn">
          <Icon name="warn" />
          Löftet har inga pengar
        </p>
      )}
      {why !== null && <p>{why}</p>}
      {isWithinFrame(pledge) && <p>Inom ram: betalas med det som nämnden redan har.</p>}
      {row && <Money row={row} {...statement} />}
      <div className="acts">
        {row && <Link to={`${budgetPath}#a-${row.amendment}`}>Gå till ändringen</Link>}
        {onOther && (
          <Button kind="plain" small onClick={onOther}>
            Annan åtgärd
          </Button>
        )}
        {onRemove && (
          <Button kind="plain" small onClick={onRemove}>
            Ta bort märket
          </Button>
        )}
      </div>
    </aside>
  )
}

function Money({ row, years, unit }: { row: PledgeRow } & Pick<Statement, 'years' | 'unit'>) {
  const { measure, number, line } = row
  const notes = measureNotes(measure)
  return (
    <>
      <p>
        {measure.name}, Ä{number} {line}
      </p>
      <dl className="num">
        {years.flatMap((year, i) => [
          <dt key={`${year} t`}>{year}</dt>,
          <dd key={`${year} d`} className="ink">
            {formatSignedExactIn(unit, measure.amounts[i] ?? zero)}
          </dd>,
        ])}
      </dl>
      <p className="by">
        Nya pengar per år i {unit}.{notes.length > 0 && ` ${notes.join('; ')}.`}
      </p>
    </>
  )
}
