import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { readForm } from '~/form.server'
import { done, notFound } from '~/outcome'
import { RemedyForm, RemedyQuestion } from '~/proposal/remedies-form'
import { remediesPage } from '~/proposal/remedies-page'
import { RemediesView, type RemedyAnswer } from '~/proposal/remedies-view'
import { draftsOf } from '~/proposal/request-draft.server'
import { suggestRemedy } from '~/proposal/suggest-remedy.server'
import { reach, unanswered } from '~/reach'

export const meta = () => [{ title: 'Vad krävs? – Skuggbudget' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const draft = await draftsOf(context)(actor, params.proposalId ?? '')
  const found = valueOrThrow(draft ? done(draft) : notFound)
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const { board, with: suggested } = RemedyQuestion.catch({ board: '' }).parse(asked)
  return remediesPage(found, actor, board, suggested !== undefined)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, RemedyForm)
  const outcome = form.ok
    ? await suggestRemedy(actor, params.proposalId ?? '', form.value, new Date())
    : form
  const type = form.ok ? form.value.type : null
  return data({ ...outcome, type } satisfies RemedyAnswer, answer(outcome).init ?? undefined)
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reach(() => serverAction<typeof action>(), { ...unanswered, type: null } satisfies RemedyAnswer)

export default function Remedies() {
  return <RemediesView page={useLoaderData<typeof loader>()} />
}
