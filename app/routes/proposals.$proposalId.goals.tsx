import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { PlaceMarker } from '~/collab/place-marker'
import { WithThreads } from '~/collab/place-threads'
import { loadPlacedThreads } from '~/collab/placed-threads.server'
import { done, notFound, type Fault } from '~/outcome'
import { readForm } from '~/form.server'
import { can } from '~/group/policy'
import { editGoals } from '~/proposal/edit-goals.server'
import type { StoredGoal } from '~/proposal/draft'
import { StaleGoal } from '~/proposal/goal-edit'
import { GoalEditor, type GoalDraft, type GoalEditing } from '~/proposal/goal-editor'
import { readGoalEdit, typedIndicator, type Typed } from '~/proposal/goal-form'
import { GoalTable } from '~/proposal/goal-table'
import { draftsOf } from '~/proposal/request-draft.server'
import { reachKeeping } from '~/reach'
import { EmptyState } from '~/ui/message'

export const meta = () => [{ title: 'Mål och indikatorer – Skuggbudget' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const load = draftsOf(context)
  const draft = await load(actor, params.proposalId ?? '')
  if (!draft) throw data('Förslaget finns inte.', { status: 404 })
  const placed = await loadPlacedThreads(actor, draft.id, ['goal', 'indicator'], request.url, load)
  return {
    goals: draft.goals,
    editable: can(actor, 'edit-goals', draft.status),
    placed: valueOrThrow(placed ? done(placed) : notFound),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, z.record(z.string(), z.string()))
  if (!form.ok) return data(refusedDraft({}, form.fault), { status: 422 })
  const typed = form.value
  const read = readGoalEdit(typed)
  if ('faults' in read) return data<GoalDraft>({ typed, faults: read.faults }, { status: 422 })
  const outcome = await editGoals(actor, params.proposalId ?? '', read.edit)
  if (outcome.ok) return redirect('.')
  return data(refusedDraft(typed, outcome.fault), answer(outcome).init ?? undefined)
}

export const clientAction = reachKeeping('typed')

/** A stale edit keeps what was typed and takes the stored revision: saving it again is then a choice, made knowingly. */
function refusedDraft(typed: Typed, fault: Fault): GoalDraft {
  const faults = { form: fault.message }
  const current = fault.kind === 'stale' ? StaleGoal.safeParse(fault.current) : null
  if (!current?.success) return { typed, faults }
  const { revision, ...stands } = current.data
  return {
    typed: { ...typed, revision: String(revision) },
    faults,
    current: 'label' in stands ? typedIndicator(stands) : stands,
  }
}

export default function Goals() {
  const { goals, editable, placed } = useLoaderData<typeof loader>()
  const draft = useActionData<typeof action>() ?? null
  const editing = editingOf(useSearchParams()[0], goals)
  const count = goals.reduce((sum, goal) => sum + goal.indicators.length, 0)
  return (
    <WithThreads placed={placed}>
      <div className="title">
        <h1>Mål och indikatorer</h1>
        <p className="basis">
          {goals.length} prioriterade mål med {count} indikatorer. De följer med i versionen och i
          dokumentet.
        </p>
        {editable && (
          <p className="end">
            <Link className="btn primary" to="?add-goal=1#formular">
              Lägg till mål
            </Link>
          </p>
        )}
      </div>
      {goals.length === 0 && (
        <EmptyState title="Inga mål än">
          <p>
            Prioriterade mål är valfria. Utan egna gäller kommunstyrelsens förslag, och det sägs i
            den sista att-satsen.
          </p>
        </EmptyState>
      )}
      {goals.map((goal, index) => (
        <GoalTable
          key={goal.id}
          goal={goal}
          number={index + 1}
          editable={editable}
          markerOf={markerOf}
        />
      ))}
      {editable && editing && <GoalEditor key={formOf(editing)} editing={editing} draft={draft} />}
    </WithThreads>
  )
}

const markerOf = (kind: 'goal' | 'indicator', id: string, name: string) => (
  <PlaceMarker on={{ kind, id }} name={name} />
)

/** What tells one form from another: not its revision, or what is typed would go when somebody else saves. */
const formOf = (editing: GoalEditing): string =>
  `${editing.type} ${'goal' in editing ? editing.goal.id : 'indicator' in editing ? editing.indicator.id : ''}`

/** The address says which form is open, so that it works without script and survives a reload. */
function editingOf(search: URLSearchParams, goals: readonly StoredGoal[]): GoalEditing | null {
  if (search.has('add-goal')) return { type: 'add-goal' }
  for (const type of ['rename-goal', 'remove-goal', 'add-indicator'] as const) {
    const goal = goals.find(({ id }) => id === search.get(type))
    if (goal) return { type, goal }
  }
  for (const type of ['change-indicator', 'remove-indicator'] as const) {
    const indicator = goals
      .flatMap(({ indicators }) => indicators)
      .find(({ id }) => id === search.get(type))
    if (indicator) return { type, indicator }
  }
  return null
}
