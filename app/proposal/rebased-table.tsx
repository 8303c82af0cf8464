import { formatExactIn, formatSignedExactIn } from '~/budget/table-unit'
import type { TableUnit } from '~/budget/framework'
import { subtract, type Tkr } from '~/budget/money'
import { Figure } from '~/budget/year-table'
import { asCell, asColumnHead, asRow, asRowGroup, asRowHead, asTable } from '~/ui/table-roles'
import type { RebasedRow, RebasePage } from './rebase-page'
import type { RebasedLine } from './rebased-lines'

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
  const boards = [...new Set(lines.map(({ board }) => board))]
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
      {boards.map(board => (
        <tbody key={board} {...asRowGroup}>
          {board && (
            <tr className="group" {...asRow}>
              <th role="rowheader" scope="rowgroup" colSpan={5}>
                {board}
              </th>
            </tr>
          )}
          {lines
            .filter(line => line.board === board)
            .map(line => (
              <LineRow key={line.year} line={line} unit={unit} />
            ))}
        </tbody>
      ))}
    </table>
  )
}

function LineRow({
  line: { year, before, after, change },
  unit,
}: {
  line: RebasedLine
  unit: TableUnit
}) {
  return (
    <tr {...asRow}>
      <th {...asRowHead}>{year}</th>
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
