import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { useLive } from '~/collab/live'
import { PlaceMarker, useLineComments } from '~/collab/place-marker'
import { WithThreads } from '~/collab/place-threads'
import { loadPlacedThreads } from '~/collab/placed-threads.server'
import { standingByBoard } from '~/collab/standing'
import { readForm } from '~/form.server'
import { done, notFound } from '~/outcome'
import type { BudgetAnswer, BudgetPage, ShownAmendment } from '~/proposal/budget-page'
import { BudgetView } from '~/proposal/budget-view'
import { loadBudgetPage } from '~/proposal/load-budget-page.server'
import { draftsOf } from '~/proposal/request-draft.server'
import { showsSuggested } from '~/proposal/suggested'
import {
  budgetAnswer,
  BudgetForm,
  saveBudgetForm,
  typedOf,
} from '~/proposal/save-budget-form.server'
import { reach, unreachable } from '~/reach'

export const meta = () => [{ title: 'Budget – Skuggbudget' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const proposalId = params.proposalId ?? ''
  const load = draftsOf(context)
  const [page, placed] = await Promise.all([
    loadBudgetPage(actor, proposalId, new Date(), showsSuggested(request.url), load),
    loadPlacedThreads(actor, proposalId, ['line', 'amendment'], request.url, load),
  ])
  return valueOrThrow(page && placed ? done({ page, placed }) : notFound)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, BudgetForm)
  const outcome = form.ok
    ? await saveBudgetForm(actor, params.proposalId ?? '', form.value, new Date())
    : form
  const typed = form.ok && !outcome.ok ? typedOf(form.value) : undefined
  return data(budgetAnswer(outcome, typed), answer(outcome).init ?? undefined)
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reach(() => serverAction<typeof action>(), {
    ok: false,
    message: unreachable,
    faults: {},
    clash: null,
  } satisfies BudgetAnswer)

export default function Budget() {
  const { page, placed } = useLoaderData<typeof loader>()
  return (
    <WithThreads placed={placed}>
      <LiveBudget page={page} />
    </WithThreads>
  )
}

function LiveBudget({ page }: { page: BudgetPage }) {
  const { members, standOn, lastChange } = useLive()
  return (
    <BudgetView
      page={page}
      standing={standingByBoard(members, page.memberId)}
      standOn={standOn}
      latest={lastChange}
      commentOf={amendmentMarker}
      comments={useLineComments()}
    />
  )
}

const amendmentMarker = ({ id, number }: ShownAmendment, name: string) => (
  <PlaceMarker on={{ kind: 'amendment', id }} name={`Ä${number}, ${name}`} words />
)
