import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { readForm } from '~/form.server'
import { done, notFound } from '~/outcome'
import { decideMeeting } from '~/proposal/decide-meeting.server'
import { loadMeetingPage } from '~/proposal/load-meeting-page.server'
import { MeetingForm } from '~/proposal/meeting-form'
import { MeetingView } from '~/proposal/meeting-view'
import { orderSuggestions } from '~/proposal/order-suggestions.server'
import { reachOutcome } from '~/reach'

export const meta = () => [{ title: 'Mötesläge – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const page = await loadMeetingPage(actor, params.proposalId ?? '', new Date())
  return valueOrThrow(page ? done(page) : notFound)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, MeetingForm)
  if (!form.ok) return answer(form)
  const { proposalId = '' } = params
  if (form.value.intent === 'order')
    return answer(await orderSuggestions(actor, proposalId, form.value.ids))
  const { on, off, rest, gap = null } = form.value
  const decided = await decideMeeting(actor, proposalId, { on, off, rest, gap }, new Date())
  return decided.ok
    ? redirect(`/proposals/${proposalId}/decisions/${decided.value.decisionId}`)
    : answer(decided)
}

export const clientAction = reachOutcome

export default function Meeting() {
  return <MeetingView page={useLoaderData<typeof loader>()} />
}
