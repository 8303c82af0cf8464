import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { answerRebase } from '~/collab/answer-rebase.server'
import { loadRebasePage } from '~/collab/rebase-page.server'
import { EditionUpload } from '~/import/edition-upload'
import { answerEditionUpload } from '~/import/edition-upload.server'
import { done, notFound } from '~/outcome'
import { RebaseView } from '~/proposal/rebase-view'
import { reachOutcome } from '~/reach'

export const meta = () => [{ title: 'Ny utgåva av ramen – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const page = await loadRebasePage(actor, params.proposalId ?? '')
  return valueOrThrow(page ? done(page) : notFound)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const proposalId = params.proposalId ?? ''
  const multipart = request.headers.get('content-type')?.startsWith('multipart/form-data')
  const outcome = multipart
    ? await answerEditionUpload(actor, proposalId, request, new Date())
    : await answerRebase(actor, proposalId, request)
  return outcome.ok ? redirect(outcome.value) : answer(outcome)
}

export const clientAction = reachOutcome

export default function Rebase() {
  const { base, page, editable } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const fault = result && !result.ok ? result.fault.message : null
  return (
    <>
      <div className="title">
        <h1>Ny utgåva av ramen</h1>
        <p className="basis">
          {page
            ? `${page.next.name} ligger bredvid ${page.base}. Inget är flyttat förrän du byter.`
            : `Förslaget bygger på ${base}.`}
        </p>
      </div>
      {page && editable && <RebaseView page={page} fault={fault} busy={busy} />}
      {!page && editable && <EditionUpload fault={fault} busy={busy} />}
      {!editable && (
        <p>
          Sekreteraren eller gruppledaren läser in en ny utgåva, medan förslaget är utkast eller på
          granskning.
        </p>
      )}
    </>
  )
}
