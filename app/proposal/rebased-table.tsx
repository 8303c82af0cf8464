import { formatExactIn, formatSignedExactIn } from '~/budget/table-unit'
import type { TableUnit } from '~/budget/framework'
import { subtract, type Tkr } from '~/budget/money'
import { Figure } from '~/budget/year-table'
import { asCell, asColumnHead, asRow, asRowGroup, asRowHead, asTable } from '~/ui/table-roles'
import type { RebasedRow, RebasePage } from './rebase-page'

/** What an amendment stands on, in the old edition and the new one, and what it does to it. */
export function RebasedLines({
  row: { lines, rates },
  page,
  labelledBy,
}: {
  row: RebasedRow
  page: RebasePage
  labelledBy: string
}) {
  const { unit } = page.now
  if (rates)
    return (
      <p className="num">
        {page.base}: {rates.before} → {page.next.name}: {rates.after ?? 'finns inte'}
      </p>
    )
  if (lines.length === 0) return null
  return (
    <table className="t" {...asTable} aria-labelledby={labelledBy}>
      <thead {...asRowGroup}>
        <tr {...asRow}>
          <th {...asColumnHead}>År</th>
          <th {...asColumnHead} className="r">
            Förra ramen
          </th>
          <th {...asColumnHead} className="r">
            Nya ramen
          </th>
          <th {...asColumnHead} className="r">
            Skillnad
          </th>
          <th {...asColumnHead} className="r d">
            Vår ändring
          </th>
        </tr>
      </thead>
      <tbody {...asRowGroup}>
        {lines.map(({ board, year, before, after, change }) => (
          <tr key={`${board} ${year}`} {...asRow}>
            <th {...asRowHead}>
              {board} {year}
            </th>
            <Amount amount={before} format={formatExactIn} unit={unit} />
            <Amount amount={after} format={formatExactIn} unit={unit} />
            <Amount
              amount={before === null || after === null ? null : subtract(after, before)}
              format={formatSignedExactIn}
              unit={unit}
            />
            <td {...asCell} className="num d">
              {change !== null && <Figure>{formatSignedExactIn(unit, change)}</Figure>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Amount({
  amount,
  format,
  unit,
}: {
  amount: Tkr | null
  format: (unit: TableUnit, amount: Tkr) => string
  unit: TableUnit
}) {
  return (
    <td {...asCell} className="num">
      {amount === null ? (
        <>
          <span aria-hidden>–</span>
          <span className="sr">finns inte</span>
        </>
      ) : (
        format(unit, amount)
      )}
    </td>
  )
}
