import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { spanBetween } from '~/collab/trace'
import { TraceTable } from '~/collab/trace-table'
import { whoChanged } from '~/collab/who-changed.server'
import { comparedSide, versionList } from '~/collab/version-pages.server'
import { done, notFound } from '~/outcome'
import { comparisonOf } from '~/proposal/compare'
import { ComparePicker } from '~/proposal/compare-picker'
import { ComparedSides } from '~/proposal/compared-sides'
import { ComparisonShown } from '~/proposal/comparison'
import type { Snapshot } from '~/proposal/snapshot'
import { nowId } from '~/proposal/version-row'
import { Button } from '~/ui/button'

export const meta = () => [{ title: 'Jämför versioner – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { proposalId = '' } = params
  const { listed } = await versionList(actor, proposalId)
  const asked = new URL(request.url).searchParams
  const from = asked.get('from') ?? listed[0]?.id ?? nowId
  const before = valueOrThrow(await comparedSide(actor, proposalId, from))
  const after = valueOrThrow(await comparedSide(actor, proposalId, asked.get('to') ?? nowId))
  const section = asked.get('section')
  const decided = after.snapshot.framework.years.filter(({ kind }) => kind !== 'account')
  const now = new Date()
  const span = spanBetween(before.at ?? now, after.at ?? now)
  const trace = await whoChanged(actor, proposalId, span)
  return {
    trace: valueOrThrow(trace ? done(trace) : notFound),
    versions: listed.map(({ id, name, frozen }) => ({ id, name, frozen })),
    from: before.id,
    to: after.id,
    section,
    title: titleOf(section, after.snapshot) ?? titleOf(section, before.snapshot),
    sides: [before, after].map(({ name, frozen, sha256 }) => ({ name, frozen, sha256 })),
    proposal: after.snapshot.title,
    names: { before: before.name, after: after.name },
    years: decided.map(({ year }) => year),
    unit: after.snapshot.framework.unit,
    sections: after.snapshot.sections.length,
    comparison: comparisonOf(before.snapshot, after.snapshot, section),
  }
}

const titleOf = (section: string | null, { sections }: Snapshot) =>
  sections.find(({ id }) => id === section)?.title

export default function CompareVersions() {
  const { trace, versions, from, to, section, title, sides, proposal, ...shown } =
    useLoaderData<typeof loader>()
  return (
    <>
      <div className="title">
        <h1>{title ? `Jämför ”${title}”` : 'Jämför versioner'}</h1>
        <ComparedSides sides={sides} proposal={proposal} />
        <p className="end acts">
          {section && <Link to={`../sections/${section}`}>Till avsnittet</Link>}{' '}
          <Link to="../versions">Alla versioner</Link>{' '}
          <Button onClick={() => window.print()}>Skriv ut</Button>
        </p>
      </div>
      <ComparePicker action="." {...{ versions, from, to, section }} />
      <ComparisonShown {...shown} ofAll={section === null} />
      <TraceTable trace={trace} section={section} />
    </>
  )
}
