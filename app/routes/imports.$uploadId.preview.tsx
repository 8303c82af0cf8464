import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { readForm } from '~/form.server'
import { GroupFrame } from '~/group/frame'
import { loadGroupName } from '~/group/store.server'
import { previewOf } from '~/import/import-preview'
import { dropImport, finishImport, openImport, takeStep } from '~/import/import-steps.server'
import { PreviewForm } from '~/import/preview-form'
import { refusedStep } from '~/import/refused-step.server'
import { previewStep } from '~/import/step-forms'
import { DropImport, StepNav } from '~/import/step-nav'
import { reachKeeping } from '~/reach'

export const meta = () => [{ title: 'Läs in: kontroll och namn – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const open = valueOrThrow(await openImport(actor, params.uploadId ?? '', new Date()))
  const { particulars, readings, unit } = open.choices
  return {
    actor,
    groupName: await loadGroupName(actor),
    id: open.id,
    files: open.files,
    choices: { particulars, readings, unit },
    preview: previewOf(open.sheets, open.rows, open.choices),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const uploadId = params.uploadId ?? ''
  const form = await readForm(request, z.record(z.string(), z.string()))
  if (!form.ok) return answer(form)
  const sent = form.value
  if (sent.intent === 'drop') {
    const dropped = await dropImport(actor, uploadId)
    return dropped.ok ? redirect('/proposals/new') : answer(dropped)
  }
  // kept before it is judged: what was typed is there again, right or wrong
  const taken = await takeStep(actor, uploadId, open => previewStep(sent, open), new Date())
  if (!taken.ok) return refusedStep(sent, taken.fault)
  if (sent.intent !== 'create') return redirect('.')
  const finished = await finishImport(actor, uploadId, new Date())
  return finished.ok
    ? redirect(`/proposals/${finished.value.proposalId}/budget`)
    : refusedStep(sent, finished.fault)
}

export const clientAction = reachKeeping('sent')

export default function Preview() {
  const { actor, groupName, id, files, ...page } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const refused = result && 'sent' in result ? result : null
  const busy = useNavigation().state !== 'idle'
  return (
    <GroupFrame actor={actor} groupName={groupName}>
      <StepNav uploadId={id} files={files} />
      <PreviewForm {...page} uploadId={id} faults={refused?.faults ?? {}} busy={busy} />
      <DropImport />
    </GroupFrame>
  )
}
