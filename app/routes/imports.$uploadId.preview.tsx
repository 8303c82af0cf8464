import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { editionNotes } from '~/import/edition-lines'
import { finishImport } from '~/import/finish-import.server'
import { previewOf } from '~/import/import-preview'
import { PreviewForm } from '~/import/preview-form'
import { previewStep } from '~/import/step-forms'
import { StepPage } from '~/import/step-page'
import { answerStep, goTo, loadStep } from '~/import/step-route.server'
import { done } from '~/outcome'
import { reachKeeping } from '~/reach'

export const meta = () => [{ title: 'Läs in: kontroll och namn – Skuggbudget' }]

export async function loader(args: LoaderFunctionArgs) {
  const { open, frame } = await loadStep(args)
  const { readings, unit } = open.choices
  const base = open.edition?.base ?? null
  const preview = previewOf(open.sheets, open.rows, open.choices, base)
  const apart = base && preview.framework ? editionNotes(base, preview.framework) : []
  const edition = base ? { base: base.name, apart } : null
  return { frame, choices: { readings, unit }, preview, edition }
}

export const action = (args: ActionFunctionArgs) =>
  answerStep(args, previewStep, async (sent, uploadId, actor) => {
    if (sent.intent !== 'create') return goTo('/preview')(sent, uploadId, actor)
    const finished = await finishImport(actor, uploadId, new Date())
    if (!finished.ok) return finished
    const { proposalId, page } = finished.value
    return done(`/proposals/${proposalId}/${page}`)
  })

export const clientAction = reachKeeping('sent')

export default function Preview() {
  const { frame, ...page } = useLoaderData<typeof loader>()
  return (
    <StepPage>
      {({ faults, busy }) => <PreviewForm {...page} uploadId={frame.id} {...{ faults, busy }} />}
    </StepPage>
  )
}
