import { Form, useFetcher } from '@remix-run/react'
import type { Status } from '~/group/policy'
import { statusName, type StatusStep } from '~/group/status'
import { faultOf, type Outcome } from '~/outcome'
import { Button } from '~/ui/button'
import { day } from '~/ui/date'
import { Field } from '~/ui/field'
import { Icon } from '~/ui/icon'
import { FormDone, FormFault } from '~/ui/message'
import { formatMoment } from '~/ui/moment'
import type { NamedFinding } from './check-page'
import { FindingTable } from './check-table'
import { datedStatuses, dayName, type Dates, type DatedStatus, type Reminder } from './deadline'
import { DecisionLinks } from './decision-list'
import type { Decision } from './decision-store.server'
import type { RivalChoice } from './rival-choice'
import { StatusSteps } from './status-steps'
import type { StatusChange } from './status-store.server'

export type StatusPage = {
  readonly now: Date
  readonly status: Status
  readonly dates: Dates
  readonly led: boolean
  readonly reminders: readonly Reminder[]
  readonly log: readonly StatusChange[]
  readonly decisions: readonly Decision[]
  readonly proposalId: string
  /** What stands in the way of locking, where that is the next step. */
  readonly errors: readonly NamedFinding[]
  /** The steps that the reader may take. */
  readonly open: readonly StatusStep[]
  /** What the version that a handing in freezes may be printed beside. */
  readonly rivals: readonly RivalChoice[]
  readonly mayDate: boolean
}

/** Where the proposal stands, what the next step is, and which days the group has set. */
export function StatusView({ page }: { page: StatusPage }) {
  const { status, reminders, log, errors } = page
  return (
    <>
      <div className="title">
        <h1>Läge</h1>
        <p className="basis">{explained[status]}</p>
      </div>
      {reminders.map(({ status: step, days, text }) => (
        <p key={step} className={days < 0 ? 'reminder warn' : 'reminder'}>
          {days < 0 && <Icon name="warn" />} {text}
        </p>
      ))}
      <StatusSteps page={page} />
      {errors.length > 0 && <FindingTable title="Hindrar låsning" id="hindrar" findings={errors} />}
      <DatesForm page={page} />
      <DecisionLinks decisions={page.decisions} proposalId={page.proposalId} />
      <Log log={log} now={page.now} />
    </>
  )
}

const explained: Record<Status, string> = {
  draft: 'Utkast: gruppen skriver. Nästa steg är granskning.',
  review:
    'Granskning: gruppen läser, kommenterar och rättar. Förslaget kan låsas när inget fel är kvar.',
  locked:
    'Låst: ingen ändrar text, siffror eller mål. Versioner kan frysas och exporteras, och förslaget lämnas in.',
  submitted: 'Inlämnad: förslaget kan läsas och exporteras, och inte ändras.',
}

const dateLabels: Record<DatedStatus, string> = {
  review: 'Granskning från',
  locked: 'Låst senast',
  submitted: 'Inlämnad senast',
}

function DatesForm({ page: { dates, mayDate, status, proposalId } }: { page: StatusPage }) {
  // what was answered in one status says nothing in the next, and what is typed stands through the change
  const key = `dates ${proposalId} ${status}`
  const fetcher = useFetcher<Outcome<unknown>>({ key })
  const { fault, at } = faultOf(fetcher.data)
  const idle = fetcher.state === 'idle'
  return (
    <section className="block" aria-labelledby="h-dagar">
      <h2 id="h-dagar">Dagar</h2>
      <p className="lede">
        Gruppens egna. De påminner när de närmar sig och när de har passerat, och låser ingenting.
      </p>
      {mayDate ? (
        <Form method="post" className="form" navigate={false} fetcherKey={key}>
          <input type="hidden" name="intent" value="dates" />
          {fault && idle && <FormFault title="Dagarna är inte sparade.">{fault}</FormFault>}
          {fetcher.data?.ok && idle && <FormDone>Dagarna är sparade.</FormDone>}
          <div className="fields">
            {datedStatuses.map(step => (
              <Field
                key={`${step} ${dates[step]}`}
                label={dateLabels[step]}
                type="date"
                name={step}
                defaultValue={dates[step] ?? ''}
                fault={at(step)}
              />
            ))}
          </div>
          <div className="acts">
            <Button type="submit" busy={!idle}>
              Spara dagarna
            </Button>
          </div>
        </Form>
      ) : (
        <dl className="facts">
          {datedStatuses.map(step => (
            <div key={step}>
              <dt>{dateLabels[step]}</dt>
              <dd>{dates[step] ? dayName(dates[step]) : 'ingen dag satt'}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function Log({ log, now }: { log: readonly StatusChange[]; now: Date }) {
  return (
    <section className="block" aria-labelledby="h-logg">
      <h2 id="h-logg">Vad som har hänt</h2>
      {log.length === 0 ? (
        <p className="lede">Förslaget har varit ett utkast hela tiden.</p>
      ) : (
        <table className="t cards">
          <caption className="sr">Ändringar av läget, den senaste först</caption>
          <thead>
            <tr>
              <th scope="col">Till</th>
              <th scope="col">När</th>
              <th scope="col">Vem</th>
              <th scope="col">Varför</th>
            </tr>
          </thead>
          <tbody>
            {log.map(({ id, from, to, at, byName, reason }) => (
              <tr key={id}>
                <th scope="row">
                  <b>{from === 'locked' && to === 'review' ? 'Upplåst' : statusName[to]}</b>
                </th>
                <td className="left nb">
                  <time dateTime={at.toISOString()}>
                    {day(at)}, {formatMoment(at, now)}
                  </time>
                </td>
                <td className="left">{byName}</td>
                <td className="left">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
