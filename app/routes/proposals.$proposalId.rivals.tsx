import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { readForm } from '~/form.server'
import { readRival } from '~/import/rival-upload.server'
import { done, notFound, type Fault, type Outcome } from '~/outcome'
import { addRival, editRivals } from '~/proposal/edit-rivals.server'
import { loadRivalsPage } from '~/proposal/load-rivals-page.server'
import type { RivalDraft } from '~/proposal/rival-editor'
import { readRivalForm } from '~/proposal/rival-form'
import { RivalsView } from '~/proposal/rivals-view'
import { showsSuggested, switchedSearch } from '~/proposal/suggested'

export const meta = () => [{ title: 'Jämför med andra – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { proposalId = '' } = params
  const page = await loadRivalsPage(actor, proposalId, showsSuggested(request.url))
  return valueOrThrow(page ? done(page) : notFound)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { proposalId = '' } = params
  const after = (id: string | null) => {
    const search = new URLSearchParams(switchedSearch('', showsSuggested(request.url)))
    if (id) search.set('rival', id)
    return redirect(`/proposals/${proposalId}/rivals?${search}`)
  }
  if (request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    const read = await readRival(request)
    const added: Outcome<{ id: string }> = read.ok
      ? await addRival(actor, proposalId, read.value, new Date())
      : read
    return added.ok ? after(added.value.id) : refusal({}, added.fault)
  }
  const sent = await readForm(request, z.record(z.string(), z.string()))
  if (!sent.ok) return refusal({}, sent.fault)
  const form = readRivalForm(sent.value)
  if (!form.ok) return data<RivalDraft>({ typed: sent.value, faults: form.faults }, { status: 422 })
  const edited = await editRivals(actor, proposalId, form.edit, new Date())
  if (!edited.ok) return refusal(sent.value, edited.fault)
  return after(form.edit.type === 'remove' ? null : edited.value.id)
}

/**
 * What was typed stays in the form, with the fault at its field or above. A stale save takes the stored revision: what
 * stands is compared under the form, and saving again is then a choice, made knowingly.
 */
function refusal(typed: RivalDraft['typed'], fault: Fault) {
  const field = fault.kind === 'invalid' ? fault.field : undefined
  const stands = Standing.safeParse(fault.kind === 'stale' ? fault.current : null)
  const draft: RivalDraft = {
    typed: { ...typed, ...(stands.success && { revision: String(stands.data.revision) }) },
    faults: { [field ?? 'form']: fault.message },
  }
  return data(draft, answer({ ok: false, fault }).init ?? undefined)
}

const Standing = z.object({ revision: z.int() })

export default function Rivals() {
  return <RivalsView page={useLoaderData<typeof loader>()} />
}
