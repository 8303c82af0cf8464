import { Link } from '@remix-run/react'
import type { AmendmentState } from '~/budget/amendment'
import type { TableUnit } from '~/budget/framework'
import { formatExactIn, formatSignedExactIn } from '~/budget/table-unit'
import { Button } from '~/ui/button'
import { clock, fullDay } from '~/ui/date'
import type { Decision } from './decision-store.server'
import type { DecisionContent } from './meeting'

/** The meetings' decision lists, the latest first. */
export function DecisionLinks({
  decisions,
  proposalId,
}: {
  decisions: readonly Decision[]
  proposalId: string
}) {
  if (decisions.length === 0) return null
  return (
    <section className="block" aria-labelledby="h-beslut">
      <h2 id="h-beslut">Beslut</h2>
      <ul className="decisions">
        {decisions.map(({ id, number, at, byName }) => (
          <li key={id}>
            <Link to={`/proposals/${proposalId}/decisions/${id}`}>Beslutslista {number}</Link>
            <span className="second">
              {' '}
              {fullDay(at)}, {clock(at)}, {byName}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What became of a suggested withdrawal. */
const leavingVerdicts: Record<AmendmentState, string> = {
  withdrawn: 'Dras tillbaka',
  adopted: 'Behålls',
  deferred: 'Behålls',
  suggested: 'Inte avgjort, behålls tills vidare',
}

const verdicts: Record<AmendmentState, string> = {
  adopted: 'Antas',
  deferred: 'Skjuts upp',
  withdrawn: 'Dras tillbaka',
  suggested: 'Står kvar som föreslagen',
}

/** One meeting's decisions as they were taken, for the screen and for paper. */
export function DecisionList({
  title,
  decision: { number, at, byName, content },
}: {
  title: string
  decision: Decision & { readonly content: DecisionContent }
}) {
  return (
    <article className="decision">
      <div className="title">
        <h1>Beslutslista {number}</h1>
        <p className="basis">
          {title}. Beslutad {fullDay(at)} klockan {clock(at)} av {byName}. Belopp i {content.unit}.
        </p>
        <p className="end no-print">
          <Button onClick={() => window.print()}>Skriv ut</Button>
        </p>
      </div>
      <Decided content={content} />
      <BeforeAndAfter content={content} />
    </article>
  )
}

function Decided({ content: { unit, years, rows } }: { content: DecisionContent }) {
  return (
    <table className="t cards threes" role="table">
      <caption className="sr">Beslut, belopp i {unit}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Ändring och skäl
          </th>
          {years.map(year => (
            <th key={year} role="columnheader" scope="col" className="r">
              {year}
            </th>
          ))}
          <th role="columnheader" scope="col">
            Beslut
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <tr key={row.id} role="row">
            <th role="rowheader" scope="row">
              <span className="ink">Ä{row.number}</span>{' '}
              <b>
                {row.withdrawal && 'Dra tillbaka: '}
                {row.name}
              </b>{' '}
              <span className="meta">
                {row.terms}
                {row.replaces !== undefined && `. Ersätter Ä${row.replaces}, som inte räknas då.`}
              </span>
              {row.motivation && <p className="why">{row.motivation}</p>}
            </th>
            {years.map((year, i) => (
              <td key={year} role="cell" className="num ink" data-l={year}>
                {row.effect?.[i] === undefined ? '–' : formatSignedExactIn(unit, row.effect[i])}
              </td>
            ))}
            <td role="cell" className="left">
              <b>{(row.withdrawal ? leavingVerdicts : verdicts)[row.decided]}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function BeforeAndAfter({ content: { unit, years, before, after } }: { content: DecisionContent }) {
  return (
    <table className="t lean after-table" role="table">
      <caption>Före och efter beslutet</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span className="sr">Rad</span>
          </th>
          {years.map(year => (
            <th key={year} role="columnheader" scope="col" className="r">
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        <Amounts {...{ unit }} name="Resultat före" amounts={before.result} />
        <Amounts {...{ unit }} name="Resultat efter" amounts={after.result} />
        <Amounts {...{ unit }} name="Kvar att finansiera före" amounts={before.gap} />
        <Amounts {...{ unit }} name="Kvar att finansiera efter" amounts={after.gap} total />
      </tbody>
    </table>
  )
}

function Amounts({
  unit,
  name,
  amounts,
  total = false,
}: {
  unit: TableUnit
  name: string
  amounts: DecisionContent['before']['gap']
  total?: boolean
}) {
  return (
    <tr role="row" className={total ? 'total' : undefined}>
      <th role="rowheader" scope="row">
        {name}
      </th>
      {amounts.map((amount, i) => (
        // a row's years never change place
        <td key={i} role="cell" className="num">
          {formatExactIn(unit, amount)}
        </td>
      ))}
    </tr>
  )
}
