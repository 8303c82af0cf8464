import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { comparedSide, versionList } from '~/collab/version-pages.server'
import { compare } from '~/proposal/compare'
import { ComparePicker } from '~/proposal/compare-picker'
import { ComparisonShown } from '~/proposal/comparison'
import { nowId } from '~/proposal/version-row'

export const meta = () => [{ title: 'Jämför versioner – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { proposalId = '' } = params
  const { listed } = await versionList(actor, proposalId)
  const asked = new URL(request.url).searchParams
  const from = asked.get('from') ?? listed[0]?.id ?? nowId
  const before = valueOrThrow(await comparedSide(actor, proposalId, from))
  const after = valueOrThrow(await comparedSide(actor, proposalId, asked.get('to') ?? nowId))
  const decided = after.snapshot.framework.years.filter(({ kind }) => kind !== 'account')
  return {
    versions: listed.map(({ id, name, frozen }) => ({ id, name, frozen })),
    from: before.id,
    to: after.id,
    names: { before: before.name, after: after.name },
    years: decided.map(({ year }) => year),
    sections: after.snapshot.sections.length,
    comparison: compare(before.snapshot, after.snapshot),
  }
}

export default function CompareVersions() {
  const { versions, from, to, ...shown } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="title">
        <h1>Jämför versioner</h1>
        <p className="end">
          <Link to="../versions">Alla versioner</Link>
        </p>
      </div>
      <ComparePicker action="." versions={versions} from={from} to={to} />
      <ComparisonShown {...shown} />
    </>
  )
}
