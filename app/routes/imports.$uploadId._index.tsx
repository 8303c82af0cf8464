import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { readForm } from '~/form.server'
import { GroupFrame } from '~/group/frame'
import { loadGroupName } from '~/group/store.server'
import { ColumnsForm } from '~/import/columns-form'
import { sheetViews } from '~/import/import-page'
import { dropImport, openImport, takeStep } from '~/import/import-steps.server'
import { columnsStep } from '~/import/step-forms'
import { DropImport, StepNav } from '~/import/step-nav'
import { refusedStep } from '~/import/refused-step.server'
import { reachKeeping } from '~/reach'

export const meta = () => [{ title: 'Läs in: kolumner – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const open = valueOrThrow(await openImport(actor, params.uploadId ?? '', new Date()))
  return {
    actor,
    groupName: await loadGroupName(actor),
    id: open.id,
    files: open.files,
    budgetYear: open.choices.budgetYear,
    particulars: open.choices.particulars,
    sheets: sheetViews(open),
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
  const taken = await takeStep(actor, uploadId, open => columnsStep(sent, open), new Date())
  if (!taken.ok) return refusedStep(sent, taken.fault)
  return redirect(sent.intent === 'again' ? '.' : `/imports/${uploadId}/rows`)
}

export const clientAction = reachKeeping('sent')

export default function Columns() {
  const { actor, groupName, id, files, ...page } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const refused = result && 'sent' in result ? result : null
  const busy = useNavigation().state !== 'idle'
  return (
    <GroupFrame actor={actor} groupName={groupName}>
      <StepNav uploadId={id} files={files} />
      <ColumnsForm
        key={JSON.stringify([page.sheets, refused])}
        {...page}
        sent={refused?.sent ?? null}
        faults={refused?.faults ?? {}}
        busy={busy}
      />
      <DropImport />
    </GroupFrame>
  )
}
