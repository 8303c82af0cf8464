import { Link } from '@remix-run/react'
import { baseName } from '~/budget/base-name'
import { statusName } from '~/group/status'
import { day } from '~/ui/date'
import { remindersOf, type IsoDate } from './deadline'
import type { ProposalSummary } from './draft'

/** The group's proposals, each with the base that it changes. */
export function ProposalTable({
  proposals,
  today,
}: {
  proposals: readonly ProposalSummary[]
  today: IsoDate
}) {
  return (
    <table className="t cards">
      <caption className="sr">Gruppens förslag</caption>
      <thead>
        <tr>
          <th scope="col">Förslag</th>
          <th scope="col">Grund</th>
          <th scope="col">Läge</th>
          <th scope="col">Skapat</th>
        </tr>
      </thead>
      <tbody>
        {proposals.map(proposal => (
          <tr key={proposal.id}>
            <th scope="row">
              <Link to={`/proposals/${proposal.id}`}>{proposal.title}</Link>
            </th>
            <td className="left">
              {proposal.municipality},{' '}
              {baseName({ name: proposal.frameworkName, constructed: proposal.constructed })}
            </td>
            <td className="left">
              {statusName[proposal.status]}
              {remindersOf(proposal.status, proposal.dates, today).map(({ status, days, text }) => (
                <span key={status} className={days < 0 ? 'block-line warn' : 'block-line second'}>
                  {text}
                </span>
              ))}
            </td>
            <td className="left nb">{day(proposal.createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
