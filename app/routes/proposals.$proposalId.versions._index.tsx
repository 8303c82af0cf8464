import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { freezeVersion } from '~/collab/freeze-version.server'
import { loadSnapshot } from '~/collab/load-snapshot.server'
import { versionList } from '~/collab/version-pages.server'
import { readForm } from '~/form.server'
import { can } from '~/group/policy'
import { done, notFound } from '~/outcome'
import { longestVersionName } from '~/proposal/bounds'
import { ComparePicker } from '~/proposal/compare-picker'
import { FreezeForm } from '~/proposal/freeze-form'
import { ChosenRivals } from '~/proposal/rival-choice'
import { rivalChoices } from '~/proposal/rival-store.server'
import { loadStatus } from '~/proposal/store.server'
import { nowId, versionFigures } from '~/proposal/version-row'
import { VersionTable } from '~/proposal/version-table'
import { reachOutcome } from '~/reach'
import { FormFault } from '~/ui/message'

export const meta = () => [{ title: 'Versioner – Skuggbudget' }]

const Sent = z.object({
  name: z
    .string('Skriv ett namn på versionen.')
    .trim()
    .min(1, 'Skriv ett namn på versionen.')
    .max(longestVersionName, `Namnet är för långt: högst ${longestVersionName} tecken.`),
  rivals: ChosenRivals,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { proposalId = '' } = params
  const snapshot = await loadSnapshot(actor, proposalId)
  const now = valueOrThrow(snapshot ? done(snapshot) : notFound)
  const status = (await loadStatus(actor, proposalId)) ?? undefined
  const mayFreeze = can(actor, 'freeze-version', status)
  return {
    ...(await versionList(actor, proposalId)),
    now: versionFigures(now),
    year: now.framework.years.find(({ kind }) => kind !== 'account')?.year ?? 0,
    mayFreeze,
    rivals: mayFreeze ? await rivalChoices(actor, proposalId) : [],
    mayRestore: can(actor, 'restore-all', status),
    mayExport: can(actor, 'export'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, Sent)
  if (!form.ok) return answer(form)
  const { proposalId = '' } = params
  const frozen = await freezeVersion(actor, { proposalId, ...form.value, now: new Date() })
  return frozen.ok ? redirect(`/proposals/${proposalId}/versions`) : answer(frozen)
}

export const clientAction = reachOutcome

export default function Versions() {
  const { listed, broken, now, year, rivals, mayFreeze, mayExport, mayRestore } =
    useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const answered = useActionData<typeof action>()
  const fault = answered?.ok === false ? answered.fault : undefined
  const [latest] = listed
  return (
    <>
      <div className="title">
        <h1>Versioner</h1>
        <p className="basis">
          En version fryser text, siffror och mål tillsammans. Den kan läsas, jämföras och
          exporteras men inte ändras.
        </p>
        {mayFreeze && (
          <p className="end">
            <Link className="btn primary" to="?freeze=1#frys">
              Frys en version
            </Link>
          </p>
        )}
      </div>
      {mayFreeze && (search.has('freeze') || fault) && <FreezeForm {...{ fault, rivals }} />}
      {broken.map(({ id, name, reason }) => (
        <FormFault key={id} title={name}>
          {reason}
        </FormFault>
      ))}
      <VersionTable {...{ year, now, versions: listed, mayExport, mayRestore }} />
      <p className="basis after-table">
        Skuggbudget fryser själv en version när ingen har ändrat något på tio minuter, och före
        återställning, byte av ram och nytt läge. Av de automatiska finns alla från det senaste
        dygnet kvar, sedan en per dag i en månad och en i veckan därefter. Namngivna, exporterade,
        låsta och inlämnade tas aldrig bort.
      </p>
      {latest ? (
        <section className="block" aria-labelledby="jamfor">
          <h2 id="jamfor">Jämför</h2>
          <ComparePicker action="compare" versions={listed} from={latest.id} to={nowId} />
        </section>
      ) : (
        <p className="basis after-table">
          Inga versioner är frysta än. När sekreteraren har fryst en går den att jämföra med
          förslaget som det är just nu.
        </p>
      )}
    </>
  )
}
