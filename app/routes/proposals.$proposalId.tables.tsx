import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { done, notFound } from '~/outcome'
import { draftsOf } from '~/proposal/request-draft.server'
import { showsSuggested, shownDraft } from '~/proposal/suggested'
import { tablesPage } from '~/proposal/tables-page'
import { TablesView } from '~/proposal/tables-view'

export const meta = () => [{ title: 'Tabeller – Skuggbudget' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const draft = await draftsOf(context)(actor, params.proposalId ?? '')
  const found = valueOrThrow(draft ? done(draft) : notFound)
  return tablesPage(shownDraft(found, showsSuggested(request.url)))
}

export default function Tables() {
  return <TablesView page={useLoaderData<typeof loader>()} />
}
