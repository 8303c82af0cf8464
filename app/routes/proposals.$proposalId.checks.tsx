import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { mayBeOverridden } from '~/budget/finding'
import { formatCount } from '~/budget/format'
import { loadChecksPage } from '~/collab/checks-page.server'
import { overrideCheck, removeOverride } from '~/collab/override-check.server'
import { readForm } from '~/form.server'
import { done, notFound } from '~/outcome'
import { longestOverride } from '~/proposal/bounds'
import type { NamedFinding } from '~/proposal/check-page'
import { FindingTable, PassedTable } from '~/proposal/check-table'
import { OverrideButton, OverrideTable } from '~/proposal/override-form'
import { showsSuggested } from '~/proposal/suggested'
import { DeficitGround } from '~/proposal/snapshot'
import { reachOutcome } from '~/reach'

export const meta = () => [{ title: 'Kontroller – Skuggbudget' }]

const OverrideForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('override'),
    check: z.string().regex(/^C\d{2}$/),
    place: z.string().max(200),
    ground: DeficitGround.optional(),
    reason: z
      .string()
      .max(longestOverride, `Skälet får ha högst ${formatCount(longestOverride)} tecken.`)
      .default(''),
  }),
  z.object({ intent: z.literal('remove-override'), id: z.string().min(1).max(60) }),
])

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const page = await loadChecksPage(
    actor,
    params.proposalId ?? '',
    new Date(),
    showsSuggested(request.url),
  )
  return valueOrThrow(page ? done(page) : notFound)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, OverrideForm)
  if (!form.ok) return answer(form)
  const { proposalId = '' } = params
  if (form.value.intent === 'remove-override')
    return answer(await removeOverride(actor, proposalId, form.value.id))
  const { check, place, reason, ground = null } = form.value
  return answer(
    await overrideCheck(actor, proposalId, { check, place, reason, ground }, new Date()),
  )
}

export const clientAction = reachOutcome

export default function Checks() {
  const { findings, passed, overrides, mayOverride, now } = useLoaderData<typeof loader>()
  const of = (severity: string) => findings.filter(finding => finding.severity === severity)
  const [errors, warnings, notes] = [of('error'), of('warning'), of('info')]
  const actionFor = (finding: NamedFinding) =>
    mayOverride && mayBeOverridden(finding) && <OverrideButton finding={finding} />
  return (
    <>
      <div className="title">
        <h1>Kontroller</h1>
        <p className="basis">
          Servern räknar om allt varje gång sidan läses. Fel stoppar exporten, varningar gör det
          inte.
        </p>
      </div>
      <p className="check-sum">
        <b className={errors.length > 0 ? 'error' : 'ok'}>{errors.length} fel</b> att rätta,{' '}
        <b className={warnings.length > 0 ? 'warn' : ''}>
          {warnings.length} {warnings.length === 1 ? 'varning' : 'varningar'}
        </b>{' '}
        att ta ställning till, {passed.length} kontroller godkända.
      </p>
      {errors.length > 0 && (
        <FindingTable title="Fel" id="fel" findings={errors} actionFor={actionFor} />
      )}
      {warnings.length > 0 && (
        <FindingTable title="Varningar" id="varningar" findings={warnings} actionFor={actionFor} />
      )}
      {overrides.length > 0 && (
        <OverrideTable overrides={overrides} mayOverride={mayOverride} now={now} />
      )}
      {notes.length > 0 && (
        <FindingTable title="Att känna till" id="upplysningar" findings={notes} />
      )}
      <PassedTable checks={passed} />
    </>
  )
}
