import { Icon } from '~/ui/icon'
import { otherMeans, partName } from './financing-parts'
import { formatOre, formatShare } from './format'
import type { TableUnit } from './framework'
import type { LineComments } from './line-comments'
import { loweredToTarget } from './meter'
import { zero, type Tkr } from './money'
import type { Financing, Statement } from './statement'
import { financingKey } from './table-line'
import { formatIn } from './table-unit'
import { useSuggestedNote } from './with-suggested'

/** How the additions are paid for, year by year (F16), and what is left to finance: together they are the additions. */
export function FinancingTable({
  statement,
  comments,
}: {
  statement: Statement
  comments: LineComments
}) {
  const { unit, years, financing, gap } = statement
  const note = useSuggestedNote()
  const additions = financing[0]?.additions ?? zero
  const closed = gap.every(missing => missing === 0)
  const rows = rowsOf(statement, comments)
  return (
    <section className="block" id="finansiering" aria-labelledby="h-fin">
      <h2 id="h-fin">
        Så finansieras förslaget <span className="unit">{unit + note}</span>
      </h2>
      <table className="t lean" role="table">
        <caption className="sr">Finansiering per år i {unit}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Post
            </th>
            {years.map(year => (
              <th key={year} role="columnheader" scope="col" className="r">
                {year}
              </th>
            ))}
            <th role="columnheader" scope="col" className="r">
              Andel {years[0]}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ part, name, amounts }) => (
            <tr role="row" key={part}>
              <th role="rowheader" scope="row">
                {name} {comments.markerOf(financingKey(part), name)}
              </th>
              <Amounts amounts={amounts} years={years} unit={unit} />
              <td role="cell" className="num second" data-l={`Andel ${years[0]}`}>
                {additions > 0 ? `${share(amounts[0] ?? zero, additions)} %` : <NoShare />}
              </td>
            </tr>
          ))}
          <tr role="row" className="total">
            <th role="rowheader" scope="row">
              Kvar att finansiera {comments.markerOf(financingKey('gap'), 'kvar att finansiera')}
            </th>
            <Amounts amounts={gap} years={years} unit={unit} />
            <td role="cell" className={closed ? 'num ok' : 'num error'} data-l="Läge">
              <Icon name={closed ? 'ok' : 'error'} /> {closed ? 'går ihop' : 'saknas'}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

type Row = {
  readonly part: keyof Financing
  readonly name: string
  readonly amounts: readonly Tkr[]
}

/** What is financed and by what; a means that is not used is left out, unless somebody comments on it. */
function rowsOf(statement: Statement, comments: LineComments): Row[] {
  const { financing, taxRate, gap } = statement
  const size = (pick: keyof Financing) => financing.map(year => year[pick])
  const isShown = (part: keyof Financing) =>
    size(part).some(Boolean) || comments.isOn(financingKey(part))
  const lower = loweredToTarget(statement)
  const toTarget = gap.some(Boolean) ? ' ned till målet' : ''
  return [
    { part: 'additions', name: 'Satsningar, summa', amounts: size('additions') },
    { part: 'newTax', name: taxName(taxRate.change), amounts: size('newTax') },
    ...(isShown('savings')
      ? [{ part: 'savings' as const, name: 'Besparingar', amounts: size('savings') }]
      : []),
    ...otherMeans
      .filter(isShown)
      .map(part => ({ part, name: partName(part, size(part)), amounts: size(part) })),
    {
      part: 'lowerResult',
      name: lower.every(amount => amount >= 0)
        ? `Lägre resultat${toTarget}`
        : `Lägre resultat${toTarget}, minus är högre`,
      amounts: lower,
    },
  ]
}

const share = (numerator: Tkr, denominator: Tkr) => formatShare({ numerator, denominator }, 1)

const taxName = (change: Statement['taxRate']['change']) =>
  change === 0 ? 'Skatt, oförändrad' : `Skatt, ${change > 0 ? '+' : ''}${formatOre(change)}`

function NoShare() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr">ingen andel</span>
    </>
  )
}

function Amounts({
  amounts,
  years,
  unit,
}: {
  amounts: readonly Tkr[]
  years: readonly number[]
  unit: TableUnit
}) {
  return amounts.map((amount, i) => (
    <td key={years[i]} role="cell" className="num" data-l={years[i]}>
      {formatIn(unit, amount)}
    </td>
  ))
}
