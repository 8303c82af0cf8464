import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { loadSnapshot } from '~/collab/load-snapshot.server'
import { done, notFound } from '~/outcome'
import { checkSnapshot } from '~/proposal/check'
import { checkPage } from '~/proposal/check-page'
import { FindingTable, PassedTable } from '~/proposal/check-table'

export const meta = () => [{ title: 'Kontroller – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const found = await loadSnapshot(actor, params.proposalId ?? '')
  const snapshot = valueOrThrow(found ? done(found) : notFound)
  return checkPage(snapshot, checkSnapshot(snapshot))
}

export default function Checks() {
  const { findings, passed } = useLoaderData<typeof loader>()
  const of = (severity: string) => findings.filter(finding => finding.severity === severity)
  const [errors, warnings, notes] = [of('error'), of('warning'), of('info')]
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
      {errors.length > 0 && <FindingTable title="Fel" id="fel" findings={errors} />}
      {warnings.length > 0 && <FindingTable title="Varningar" id="varningar" findings={warnings} />}
      {notes.length > 0 && (
        <FindingTable title="Att känna till" id="upplysningar" findings={notes} />
      )}
      <PassedTable checks={passed} />
    </>
  )
}
