import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { done, notFound } from '~/outcome'
import { ProposalFrame } from '~/proposal/frame'
import { framedProposal } from '~/proposal/framed-proposal.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const proposal = await framedProposal(actor, params.proposalId ?? '')
  return { actor, proposal: valueOrThrow(proposal ? done(proposal) : notFound) }
}

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) => [
  { title: `${data?.proposal.title ?? 'Förslaget'} – Skuggbudget` },
]

export default function ProposalLayout() {
  const { actor, proposal } = useLoaderData<typeof loader>()
  return (
    <ProposalFrame proposal={proposal} actor={actor} present={[]}>
      <Outlet />
    </ProposalFrame>
  )
}
