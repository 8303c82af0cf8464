import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { exportVersion } from '~/export/export-version.server'
import { exportPage } from '~/export/export-page.server'
import { ExportPart } from '~/export/export-part'
import { readForm } from '~/form.server'
import { FindingTable } from '~/proposal/check-table'
import { reachOutcome } from '~/reach'
import { FormFault } from '~/ui/message'

export const meta = () => [{ title: 'Exportera – Skuggbudget' }]

const StartExport = z.object({ part: z.enum(['document', 'annex']) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { proposalId = '', versionId = '' } = params
  return valueOrThrow(await exportPage(actor, proposalId, versionId))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, StartExport)
  if (!form.ok) return answer(form)
  const { proposalId = '', versionId = '' } = params
  const started = await exportVersion(actor, { proposalId, versionId, ...form.value })
  if (!started.ok) return answer(started)
  return redirect(`/proposals/${proposalId}/versions/${versionId}/export`)
}

export const clientAction = reachOutcome

export default function ExportVersion() {
  const { name, errors, document, annex, sha256 } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <>
      <div className="title">
        <h1>Exportera {name}</h1>
        <p className="basis">
          Samma version ger alltid samma fil. Kontrollrapporten är gruppens egen bilaga och lämnas
          inte in.
        </p>
        <p className="end">
          <Link to="../versions">Alla versioner</Link>
        </p>
      </div>
      {answered?.ok === false && (
        <FormFault title="Exporten startade inte.">{answered.fault.message}</FormFault>
      )}
      {errors.length > 0 && <Blocked name={name} errors={errors} />}
      <ul className="export-parts">
        {errors.length === 0 && (
          <ExportPart
            part="document"
            title="Förslaget som PDF"
            about="Taggad PDF (PDF/UA-1) med omslag, innehåll, avsnitt, mål, tabeller och att-satser."
            state={document}
          />
        )}
        <ExportPart
          part="annex"
          title="Kontrollrapporten som PDF"
          about="Fel, varningar och hur varje godkänd kontroll räknades."
          state={annex}
        />
        <li>
          <h2>Versionen som JSON</h2>
          <p className="second">
            Exakt de tecken som kontrollsumman gäller, {sha256.slice(0, 12)} och så vidare. Kan
            läsas av programmet utan databas.
          </p>
          <p className="acts">
            <a className="btn" href="files/snapshot.json" download>
              Ladda ner JSON
            </a>
          </p>
        </li>
      </ul>
    </>
  )
}

function Blocked({
  name,
  errors,
}: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'name' | 'errors'>) {
  return (
    <>
      <FormFault title={`${name} kan inte exporteras som förslag.`}>
        Rätta {errors.length === 1 ? 'felet' : `de ${errors.length} felen`} i utkastet och frys en
        ny version.
      </FormFault>
      <FindingTable title="Fel som stoppar export" id="fel" findings={errors} proposal="../../.." />
    </>
  )
}
