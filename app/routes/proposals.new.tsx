import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { GroupFrame } from '~/group/frame'
import { can } from '~/group/policy'
import { loadGroupName } from '~/group/store.server'
import { NewProposalForm } from '~/import/new-proposal-form'
import type { TypedFramework } from '~/import/field-reader'
import { startImport } from '~/import/import-steps.server'
import { answerNewProposal, type NewProposalDraft } from '~/import/new-proposal.server'
import { readNewProposal } from '~/import/new-proposal-upload.server'
import { done, forbidden, type Fault, type Outcome } from '~/outcome'
import { reachOutcome } from '~/reach'

export const meta = () => [{ title: 'Nytt förslag – Skuggbudget' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  valueOrThrow(can(actor, 'create-proposal') ? done(null) : forbidden)
  return { actor, groupName: await loadGroupName(actor) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const sent = await readNewProposal(request)
  if (!sent.ok) return answer(sent)
  const { typed, uploads } = sent.value
  let { file } = sent.value
  if (uploads.length > 0) {
    const aim = { title: (typed.title ?? '').slice(0, 300) }
    const started = await startImport(actor, uploads, aim, new Date())
    if (!started.ok) return answer(refusedFile(typed, started))
    if ('uploadId' in started.value) return redirect(`/imports/${started.value.uploadId}`)
    file = started.value.json
  }
  const outcome = await answerNewProposal(actor, typed, file)
  if (outcome.ok && 'proposalId' in outcome.value)
    return redirect(`/proposals/${outcome.value.proposalId}/budget`)
  return outcome.ok ? data(done(outcome.value)) : answer(outcome)
}

export const clientAction = reachOutcome

/** A file that cannot be used is said at its field, with all that was typed; what else is refused, above the form. */
function refusedFile(
  typed: TypedFramework,
  refusal: { ok: false; fault: Fault },
): Outcome<NewProposalDraft> {
  if (refusal.fault.kind !== 'invalid') return refusal
  return done({ typed, faults: { file: refusal.fault.message }, file: null, compared: null })
}

export default function NewProposal() {
  const { actor, groupName } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  return (
    <GroupFrame actor={actor} groupName={groupName}>
      <NewProposalForm
        draft={(result?.ok && result.value) || null}
        refusal={result && !result.ok ? result.fault.message : null}
        busy={busy}
      />
    </GroupFrame>
  )
}
