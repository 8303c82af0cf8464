import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { answerRestore, restoredPartOf } from '~/collab/answer-restore.server'
import { loadRestorePage } from '~/collab/restore-page.server'
import { RestoreView } from '~/proposal/restore-view'

export const meta = () => [{ title: 'Återställ – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { proposalId = '', versionId = '' } = params
  const part = restoredPartOf(new URL(request.url).searchParams)
  return valueOrThrow(await loadRestorePage(actor, proposalId, versionId, part))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { proposalId = '', versionId = '' } = params
  const outcome = await answerRestore(actor, { proposalId, versionId }, request)
  return outcome.ok ? redirect(`/proposals/${proposalId}/${outcome.value}`) : answer(outcome)
}

export default function Restore() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  return (
    <>
      <div className="title">
        <h1>Återställ {page.what}</h1>
        <p className="basis">
          Från {page.version.name}, fryst {page.version.frozen}. Så här skulle det ändras:
        </p>
        <p className="end">
          <Link to="../versions">Alla versioner</Link>
        </p>
      </div>
      <RestoreView
        page={page}
        back=".."
        fault={answered?.ok === false ? answered.fault.message : null}
        busy={busy}
      />
    </>
  )
}
