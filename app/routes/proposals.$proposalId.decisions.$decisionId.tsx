import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { done, notFound } from '~/outcome'
import { DecisionList } from '~/proposal/decision-list'
import { loadDecision } from '~/proposal/decision-store.server'
import { loadTitle } from '~/proposal/store.server'

export const meta = () => [{ title: 'Beslutslista – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { proposalId = '', decisionId = '' } = params
  const [decision, title] = await Promise.all([
    loadDecision(actor, proposalId, decisionId),
    loadTitle(actor, proposalId),
  ])
  return valueOrThrow(decision && title !== null ? done({ decision, title }) : notFound)
}

export default function DecisionPage() {
  return <DecisionList {...useLoaderData<typeof loader>()} />
}
