import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { restorableParts } from '~/collab/version-pages.server'
import { reportOf } from '~/export/pdf.server'
import { ReportView } from '~/export/report-view'
import { can } from '~/group/policy'
import { RestorableParts } from '~/proposal/restorable-parts'
import { frozenText, nowId } from '~/proposal/version-row'
import { loadVersion } from '~/proposal/version-store.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { proposalId = '', versionId = '' } = params
  const version = valueOrThrow(await loadVersion(actor, proposalId, versionId))
  const { name, number, sha256, frozenAt, frozenBy, snapshot } = version
  return {
    id: versionId,
    name,
    number,
    sha256,
    frozen: `${frozenText(frozenAt)} av ${frozenBy}`,
    report: reportOf(snapshot),
    mayExport: can(actor, 'export'),
    ...(await restorableParts(actor, proposalId, snapshot)),
  }
}

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) => [
  { title: `${data?.name ?? 'Version'} – Skuggbudget` },
]

export default function ReadVersion() {
  const { id, name, number, sha256, frozen, report, mayExport, parts, may } =
    useLoaderData<typeof loader>()
  return (
    <>
      <div className="title">
        <h1>{name}</h1>
        <p className="basis">
          Version {number} av ”{report.imprint.title}”, fryst {frozen}. Den går inte att ändra.
        </p>
        <p className="end acts">
          <Link className="btn" to={`../versions/compare?from=${id}&to=${nowId}`}>
            Jämför med just nu
          </Link>
          {mayExport && (
            <Link className="btn primary" to="export">
              Exportera
            </Link>
          )}
        </p>
      </div>
      <p className="second hash">
        {report.imprint.constructed && (
          <>
            {report.imprint.constructed}: beloppen är inte kommunens egna.
            <br />
          </>
        )}
        Kontrollsumma {sha256}
      </p>
      <RestorableParts parts={parts} may={may} />
      <ReportView chapters={report.chapters} />
    </>
  )
}
