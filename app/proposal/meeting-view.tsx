import { Form, Link, useActionData, useFetcher, useNavigation } from '@remix-run/react'
import { useMemo, useState } from 'react'
import type { Framework } from '~/budget/framework'
import { zero } from '~/budget/money'
import { statementOf, type Statement } from '~/budget/statement'
import { SumLine } from '~/budget/sum-line'
import { exactWithUnit } from '~/budget/table-unit'
import { faultOf, type Outcome } from '~/outcome'
import { Button } from '~/ui/button'
import { EmptyState, FormFault } from '~/ui/message'
import { DecisionLinks } from './decision-list'
import type { Decision } from './decision-store.server'
import { inMeetingOrder, moved, withChosen, type Rest } from './meeting'
import { MeetingTable, type MeetingAmendment } from './meeting-table'
import { isLeaving } from './suggested'

export type MeetingPage = {
  readonly now: Date
  readonly proposalId: string
  readonly title: string
  readonly framework: Framework
  readonly amendments: readonly MeetingAmendment[]
  readonly led: boolean
  readonly mayDecide: boolean
  readonly decisions: readonly Decision[]
}

/**
 * The suggested amendments on a page that is read from across a room. Switching one on or off computes anew in the
 * browser, by the server's own functions from the data that came with the page; the server computes again at the
 * decision and refuses one that was taken on other figures.
 */
export function MeetingView({ page }: { page: MeetingPage }) {
  const { framework, amendments, proposalId, mayDecide } = page
  const [on, setOn] = useState<ReadonlySet<string>>(new Set())
  const { order, reorder } = useOrder(amendments)
  const chosen = order.filter(({ id }) => on.has(id))
  const statement = useMemo(
    () => statementOf(framework, withChosen(amendments, on)),
    [framework, amendments, on],
  )
  const toggle = (id: string) => {
    const next = new Set(on)
    if (!next.delete(id)) next.add(id)
    setOn(next)
  }
  return (
    <div className="meeting">
      <div className="title">
        <h1>Mötesläge</h1>
        <p className="basis">{page.title}. Slå på det som ska antas och se vad som blir kvar.</p>
        <p className="end">
          <Link to={`/proposals/${proposalId}/budget`}>Till budgeten</Link>
        </p>
      </div>
      {order.length === 0 ? (
        <EmptyState title="Inget att besluta om">
          <p>
            Här står de föreslagna ändringarna. {page.led ? '' : 'Gruppen har ingen gruppledare: '}
            {page.led
              ? 'När en skribent har föreslagit en ändring kommer den hit.'
              : 'det som sparas är antaget direkt.'}
          </p>
        </EmptyState>
      ) : (
        <>
          <MeetingTable
            order={order}
            all={amendments}
            statement={statement}
            on={on}
            onToggle={toggle}
            onMove={mayDecide ? reorder : null}
          />
          {mayDecide ? (
            <DecideForm order={order} on={on} statement={statement} />
          ) : (
            <p className="second">Du kan pröva dig fram. Gruppledaren beslutar.</p>
          )}
        </>
      )}
      <DecisionLinks decisions={page.decisions} proposalId={proposalId} />
      <SumLine statement={statement} detailsPath={`/proposals/${proposalId}/budget#finansiering`} />
      <output className="sr">
        {chosen.length} av {order.length} påslagna. Kvar att finansiera{' '}
        {statement.years
          .map((year, i) => `${year}: ${exactWithUnit(statement.unit, statement.gap[i] ?? zero)}`)
          .join(', ')}
        .
      </output>
    </div>
  )
}

/** The leader's order, as it is being made: shown at once, kept by the server. */
function useOrder(amendments: readonly MeetingAmendment[]) {
  const fetcher = useFetcher<Outcome<unknown>>()
  const sent = fetcher.formData?.getAll('ids').map(String)
  const stored = inMeetingOrder(amendments)
  const at = (id: string) => sent?.indexOf(id) ?? -1
  const order = sent ? stored.toSorted((a, b) => at(a.id) - at(b.id)) : stored
  const reorder = (from: number, to: number) => {
    const form = new FormData()
    form.set('intent', 'order')
    for (const { id } of moved(order, from, to)) form.append('ids', id)
    fetcher.submit(form, { method: 'post' })
  }
  return { order, reorder }
}

const restNames: Record<Rest, string> = {
  leave: 'står kvar som föreslagna',
  defer: 'skjuts upp',
  withdraw: 'dras tillbaka',
}

function DecideForm({
  order,
  on,
  statement,
}: {
  order: readonly MeetingAmendment[]
  on: ReadonlySet<string>
  statement: Statement
}) {
  const [rest, setRest] = useState<Rest>('leave')
  // a navigation, not a fetcher: this form is gone as soon as the list that it decided on is empty
  const answer = useActionData<Outcome<unknown>>()
  const { fault } = faultOf(answer)
  const press = decisionText(order, on, rest)
  const asked = useAsked(answer, press)
  const idle = useNavigation().state === 'idle'
  return (
    <Form method="post" className="decide">
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="gap" value={statement.gap.join(',')} />
      {order.map(({ id, revision }) => (
        <input
          key={id}
          type="hidden"
          name={on.has(id) ? 'on' : 'off'}
          value={`${id}:${revision}`}
        />
      ))}
      <fieldset className="choices inline-choices">
        <legend className="label">De som inte är påslagna</legend>
        {Object.entries(restNames).map(([value, name]) => (
          <label key={value}>
            <input
              type="radio"
              name="rest"
              value={value}
              checked={rest === value}
              onChange={() => {
                if (value === 'leave' || value === 'defer' || value === 'withdraw') setRest(value)
              }}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {order.some(isLeaving) && (
        <p className="second">
          Ett förslag att dra tillbaka står också kvar, eller faller med resten: då behålls
          ändringen.
        </p>
      )}
      {fault && idle && asked === press && (
        <FormFault title="Inget är beslutat.">{fault}</FormFault>
      )}
      <Button kind="primary" type="submit" busy={!idle}>
        {press}
      </Button>
    </Form>
  )
}

/** What was asked for when the answer came: it says nothing of what is chosen since. */
function useAsked(answer: Outcome<unknown> | undefined, asked: string): string {
  const [seen, setSeen] = useState({ answer, asked })
  if (seen.answer === answer) return seen.asked
  setSeen({ answer, asked })
  return asked
}

/** What a press decides, in numbers. A suggested withdrawal that is not on falls with the rest: its amendment is kept. */
function decisionText(
  order: readonly MeetingAmendment[],
  on: ReadonlySet<string>,
  rest: Rest,
): string {
  const count = (isOn: boolean, leaving: boolean) =>
    order.filter(one => on.has(one.id) === isOn && isLeaving(one) === leaving).length
  const [adopted, out, others, kept] = [
    count(true, false),
    count(true, true),
    count(false, false),
    count(false, true),
  ]
  const withdrawn = out + (rest === 'withdraw' ? others : 0)
  const parts = [
    ...(adopted > 0 || out === 0 ? [`anta ${adopted}`] : []),
    ...(others > 0 && rest === 'defer' ? [`skjut upp ${others}`] : []),
    ...(withdrawn > 0 ? [`dra tillbaka ${withdrawn}`] : []),
    ...(kept > 0 && rest !== 'leave' ? [`behåll ${kept}`] : []),
  ]
  return `Besluta: ${parts.join(', ')}`
}
