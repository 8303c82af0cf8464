import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { useLive } from '~/collab/live'
import { standingByBoard } from '~/collab/standing'
import { readForm } from '~/form.server'
import { done, notFound } from '~/outcome'
import type { BudgetAnswer, ShownAmendment } from '~/proposal/budget-page'
import { BudgetView } from '~/proposal/budget-view'
import { loadBudgetPage } from '~/proposal/load-budget-page.server'
import { showsSuggested } from '~/proposal/suggested'
import {
  budgetAnswer,
  BudgetForm,
  saveBudgetForm,
  typedOf,
} from '~/proposal/save-budget-form.server'
import { reach, unreachable } from '~/reach'

export const meta = () => [{ title: 'Budget – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const page = await loadBudgetPage(
    actor,
    params.proposalId ?? '',
    new Date(),
    showsSuggested(request.url),
  )
  return valueOrThrow(page ? done(page) : notFound)
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
  const page = useLoaderData<typeof loader>()
  const { members, standOn, lastChange } = useLive()
  return (
    <BudgetView
      page={page}
      standing={standingByBoard(members, page.memberId)}
      standOn={standOn}
      latest={lastChange}
      commentOf={commentLink}
    />
  )
}

const commentLink = ({ id, number }: ShownAmendment, name: string) => (
  <Link
    className="btn plain small"
    to={`../comments?amendment=${id}`}
    aria-label={`Kommentera Ä${number}, ${name}`}
  >
    Kommentera
  </Link>
)
