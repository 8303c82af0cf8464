import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useBlocker, useLoaderData } from '@remix-run/react'
import { useEffect, useSyncExternalStore } from 'react'
import { valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { framedProposal } from '~/collab/framed-proposal.server'
import { LiveProvider, useLive } from '~/collab/live'
import { ShortcutButton, ShortcutSheet } from '~/collab/shortcut-sheet'
import { UnsentSections } from '~/collab/unsent-sections'
import { isSignedOut, onMemberChange } from '~/member-here'
import { done, notFound } from '~/outcome'
import { ProposalFrame } from '~/proposal/frame'
import { draftsOf } from '~/proposal/request-draft.server'
import { showsSuggested } from '~/proposal/suggested'
import { BannerLine } from '~/ui/message'
import { useSaveState } from '~/ui/save-state'
import { useWaiting, WaitingLine } from '~/ui/waiting-line'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const proposal = await framedProposal(
    actor,
    params.proposalId ?? '',
    new Date(),
    showsSuggested(request.url),
    draftsOf(context),
  )
  return { actor, proposal: valueOrThrow(proposal ? done(proposal) : notFound) }
}

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) => [
  { title: `${data?.proposal.title ?? 'Förslaget'} – Skuggbudget` },
]

export default function ProposalLayout() {
  const { proposal } = useLoaderData<typeof loader>()
  return (
    <LiveProvider
      key={proposal.id}
      proposalId={proposal.id}
      revision={proposal.revision}
      findings={proposal}
    >
      <LiveFrame />
    </LiveProvider>
  )
}

function LiveFrame() {
  const { actor, proposal } = useLoaderData<typeof loader>()
  const { members, state } = useLive()
  const signedOut = useSyncExternalStore(onMemberChange, isSignedOut, () => null)
  const waits = useWaiting()
  const offline = state === 'offline' && !signedOut
  // a form of the page's own may be sent: it says itself that no answer came
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) =>
      state === 'offline' && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (leaving.state === 'blocked') leaving.reset()
  }, [leaving])
  return (
    <ProposalFrame
      proposal={proposal}
      actor={actor}
      present={members}
      help={<ShortcutButton />}
      notice={offline ? <OfflineNotice /> : waits && <WaitingLine />}
    >
      <UnsentSections
        memberId={actor.memberId}
        proposalId={proposal.id}
        sections={proposal.sections}
      />
      <Outlet />
      <ShortcutSheet />
    </ProposalFrame>
  )
}

/** Another page could not be fetched now, and leaving would lose what waits: the reader stays on this one. */
function OfflineNotice() {
  useSaveState({ type: 'offline', waiting: 0 })
  return (
    <BannerLine mood="warn" icon="off" title="Ingen kontakt med servern.">
      Det som står som sparat är sparat. Det du skriver i texten ligger kvar i webbläsaren och
      skickas när servern svarar. Andra sidor går att öppna igen då.
    </BannerLine>
  )
}
