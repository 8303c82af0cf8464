import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { readForm } from '~/form.server'
import { correctFigures, loadFrameworkPage } from '~/import/correct-framework.server'
import { FrameworkFigures } from '~/import/framework-page'
import { done, notFound } from '~/outcome'
import { reachOutcome } from '~/reach'
import { FormFault } from '~/ui/message'

export const meta = () => [{ title: 'Ramen – Skuggbudget' }]

const Sent = z.record(z.string(), z.string())
const Seen = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).catch(0)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const page = await loadFrameworkPage(actor, params.proposalId ?? '')
  return { page: valueOrThrow(page ? done(page) : notFound), now: new Date() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, Sent)
  if (!form.ok) return answer(form)
  const { seen, edition = '', ...typed } = form.value
  const sent = { seen: Seen.parse(seen), edition, typed }
  const outcome = await correctFigures(actor, params.proposalId ?? '', sent, new Date())
  if (outcome.ok) return redirect('.')
  const { faults, kept, seen: latest, fault } = outcome
  const refused = { refused: { faults, kept, seen: latest, message: fault.message } }
  return data(refused, answer(outcome).init ?? undefined)
}

export const clientAction = reachOutcome

export default function FrameworkRoute() {
  const { page, now } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const refused = result && 'refused' in result ? result.refused : null
  const fault = result && 'ok' in result && !result.ok ? result.fault.message : null
  const busy = useNavigation().state !== 'idle'
  return (
    <>
      <div className="title">
        <h1>Ramen</h1>
        <p className="basis">
          {page.name}, belopp i {page.unit}.{' '}
          {page.editable ? 'Rätta det som lästs in fel' : 'Läsläge'}: varje rättelse sparas med namn
          och tid, och ändringarna följer med.
        </p>
      </div>
      {fault && <FormFault title="Rättelsen är inte sparad.">{fault}</FormFault>}
      <FrameworkFigures page={page} refused={refused} busy={busy} now={now} />
    </>
  )
}
