import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { changeStatus } from '~/collab/change-status.server'
import { statusPage } from '~/collab/status-page.server'
import { readForm } from '~/form.server'
import { allSteps } from '~/group/status'
import { done, notFound } from '~/outcome'
import { setDates } from '~/proposal/set-dates.server'
import { StatusView } from '~/proposal/status-view'

export const meta = () => [{ title: 'Läge – Skuggbudget' }]

const OptionalDay = z
  .union([z.iso.date(), z.literal('')], 'Skriv dagen som 2026-10-15.')
  .transform(date => date || null)

const StatusForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('step'),
    step: z.enum(allSteps),
    reason: z.string().max(2000, 'Skälet får ha högst 2 000 tecken.').default(''),
  }),
  z.object({
    intent: z.literal('dates'),
    review: OptionalDay,
    locked: OptionalDay,
    submitted: OptionalDay,
  }),
])

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
  switch (form.value.intent) {
    case 'step': {
      const { step, reason } = form.value
      return answer(await changeStatus(actor, { proposalId, step, reason, now: new Date() }))
    }
    case 'dates': {
      const { review, locked, submitted } = form.value
      return answer(await setDates(actor, proposalId, { review, locked, submitted }))
    }
  }
}

export default function Status() {
  return <StatusView page={useLoaderData<typeof loader>()} />
}
