import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Finding } from '~/budget/finding'
import { Icon } from '~/ui/icon'
import type { NamedFinding, PassedCheck } from './check-page'
import { placePath } from './place'

/** The findings of one severity, each with a link to the place that mends it. */
export function FindingTable({
  title,
  id,
  findings,
  proposal = '..',
  actionFor,
}: {
  title: string
  id: string
  findings: readonly NamedFinding[]
  /** The way from the page's address to the proposal's. */
  proposal?: string
  /** What else may be done about a finding. */
  actionFor?: (finding: NamedFinding) => ReactNode
}) {
  return (
    <section className="block" id={id} aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{title}</h2>
      <table className="t cards okt">
        <caption className="sr">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Kontroll</th>
            <th scope="col">Regel</th>
            <th scope="col">Vad</th>
            <th scope="col">Åtgärda</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(finding => (
            <tr key={`${finding.id} ${finding.place} ${finding.message}`}>
              <td className={`left nb ${colour[finding.severity]}`}>
                <Icon name={finding.severity === 'error' ? 'error' : 'warn'} /> <b>{finding.id}</b>
              </td>
              <th scope="row">{finding.name}</th>
              <td className="left">{finding.message}</td>
              <td className="left">
                <Link to={`${proposal}/${placePath(finding.place)}`} relative="path">
                  {finding.where}
                </Link>
                {aboutResult.includes(finding.id) && finding.place === 'result' && (
                  <div>
                    <Link to={`${proposal}/remedies`} relative="path">
                      Vad krävs?
                    </Link>
                  </div>
                )}
                {actionFor && <div>{actionFor(finding)}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The checks of the result that a remedy closes. */
const aboutResult: readonly string[] = ['C08', 'C11']

const colour: Record<Finding['severity'], string> = { error: 'error', warning: 'warn', info: '' }

/** What was checked and found right, with the calculation. */
export function PassedTable({ checks }: { checks: readonly PassedCheck[] }) {
  return (
    <section className="block" aria-labelledby="h-godkanda">
      <h2 id="h-godkanda">Godkända</h2>
      <table className="t cards okt">
        <caption className="sr">Godkända kontroller och hur de räknades</caption>
        <thead>
          <tr>
            <th scope="col">Kontroll</th>
            <th scope="col">Regel</th>
            <th scope="col">Så här räknades den</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ id, name, proof }) => (
            <tr key={id}>
              <td className="left nb ok">
                <Icon name="ok" />
                <span className="sr">godkänd</span> {id}
              </td>
              <th scope="row">{name}</th>
              <td className="left second">{proof}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
