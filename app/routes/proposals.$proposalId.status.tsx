import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { changeStatus } from '~/collab/change-status.server'
import { statusPage } from '~/collab/status-page.server'
import { readForm } from '~/form.server'
import { done, notFound } from '~/outcome'
import { setDates } from '~/proposal/set-dates.server'
import { StatusForm } from '~/proposal/status-form'
import { StatusView } from '~/proposal/status-view'
import { reachOutcome } from '~/reach'

export const meta = () => [{ title: 'Läge – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const page = await statusPage(actor, params.proposalId ?? '', new Date())
  return valueOrThrow(page ? done(page) : notFound)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, StatusForm)
  if (!form.ok) return answer(form)
  const { proposalId = '' } = params
  if (form.value.intent === 'dates') {
    const { review, locked, submitted } = form.value
    return answer(await setDates(actor, proposalId, { review, locked, submitted }))
  }
  const { intent: step, reason, rivals } = form.value
  return answer(await changeStatus(actor, { proposalId, step, reason, rivals, now: new Date() }))
}

export const clientAction = reachOutcome

export default function Status() {
  return <StatusView page={useLoaderData<typeof loader>()} />
}
