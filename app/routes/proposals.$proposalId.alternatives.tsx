import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { readForm } from '~/form.server'
import { done, notFound } from '~/outcome'
import { readAlternativeForm, refusedDraft } from '~/proposal/alternative-form'
import { AlternativesView } from '~/proposal/alternatives-view'
import { editAlternatives } from '~/proposal/edit-alternatives.server'
import { loadAlternativesPage } from '~/proposal/load-alternatives-page.server'
import { showsSuggested, switchedSearch } from '~/proposal/suggested'

export const meta = () => [{ title: 'Alternativ – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { proposalId = '' } = params
  const page = await loadAlternativesPage(actor, proposalId, showsSuggested(request.url))
  return valueOrThrow(page ? done(page) : notFound)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { proposalId = '' } = params
  const sent = await readForm(request, z.record(z.string(), z.string()))
  if (!sent.ok) return data(refusedDraft({}, sent.fault), { status: 422 })
  const read = readAlternativeForm(sent.value)
  if ('draft' in read) return data(read.draft, { status: 422 })
  const edited = await editAlternatives(actor, proposalId, read.edit, new Date())
  if (!edited.ok)
    return data(refusedDraft(sent.value, edited.fault), answer(edited).init ?? undefined)
  const search = switchedSearch('', showsSuggested(request.url))
  return redirect(`/proposals/${proposalId}/alternatives${search}`)
}

export default function Alternatives() {
  return <AlternativesView page={useLoaderData<typeof loader>()} />
}
