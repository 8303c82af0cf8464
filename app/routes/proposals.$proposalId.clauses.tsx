import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { statementOf } from '~/budget/statement'
import { PlaceMarker } from '~/collab/place-marker'
import { WithThreads } from '~/collab/place-threads'
import { loadPlacedThreads } from '~/collab/placed-threads.server'
import { loadSnapshot } from '~/collab/load-snapshot.server'
import { done, notFound } from '~/outcome'
import { clauseChange } from '~/proposal/clause-change'
import { ClauseList } from '~/proposal/clause-list'
import { clauseParts } from '~/proposal/clauses'
import { draftsOf } from '~/proposal/request-draft.server'
import { showsSuggested } from '~/proposal/suggested'

export const meta = () => [{ title: 'Att-satser – Skuggbudget' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const proposalId = params.proposalId ?? ''
  const [found, placed] = await Promise.all([
    loadSnapshot(actor, proposalId, showsSuggested(request.url)),
    loadPlacedThreads(actor, proposalId, ['clause'], request.url, draftsOf(context)),
  ])
  const snapshot = valueOrThrow(found ? done(found) : notFound)
  const statement = statementOf(snapshot.framework, snapshot.amendments)
  return {
    placed: valueOrThrow(placed ? done(placed) : notFound),
    group: snapshot.group,
    clauses: snapshot.clauses.map(clause => ({
      id: clause.id,
      parts: clauseParts(clause, statement),
      change: clauseChange(clause, statement),
    })),
  }
}

export default function Clauses() {
  const { group, clauses, placed } = useLoaderData<typeof loader>()
  return (
    <WithThreads placed={placed}>
      <div className="title">
        <h1>Att-satser</h1>
        <p className="basis">
          Servern skriver dem ur siffrorna: ändra en rad i budgeten, så följer satsen med. Den sista
          överlåter resten åt kommunstyrelsens förslag, så att allt som lagen kräver blir beslutat.
        </p>
      </div>
      <p className="clause-lead">{group} yrkar att kommunfullmäktige beslutar</p>
      <ClauseList clauses={clauses} markerOf={markerOf} />
    </WithThreads>
  )
}

const markerOf = (id: string, name: string) => (
  <PlaceMarker on={{ kind: 'clause', id }} name={name} />
)
