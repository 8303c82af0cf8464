import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/session.server'
import { GroupFrame } from '~/group/frame'
import { can } from '~/group/policy'
import { loadGroupName } from '~/group/store.server'
import { ProposalTable } from '~/proposal/proposal-table'
import { listProposals } from '~/proposal/store.server'
import { dateInSweden } from '~/ui/date'
import { EmptyState } from '~/ui/message'

export const meta = () => [{ title: 'Förslag – Skuggbudget' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const [groupName, proposals] = await Promise.all([loadGroupName(actor), listProposals(actor)])
  return { actor, groupName, proposals, today: dateInSweden(new Date()) }
}

export default function Proposals() {
  const { actor, groupName, proposals, today } = useLoaderData<typeof loader>()
  const mayCreate = can(actor, 'create-proposal')
  return (
    <GroupFrame actor={actor} groupName={groupName}>
      <div className="title">
        <h1>Förslag</h1>
        {proposals.length > 0 && mayCreate && (
          <Link className="btn end" to="/proposals/new">
            Nytt förslag
          </Link>
        )}
      </div>
      {proposals.length > 0 ? (
        <ProposalTable proposals={proposals} today={today} />
      ) : (
        <NoProposals mayCreate={mayCreate} mayInvite={can(actor, 'manage-members')} />
      )}
    </GroupFrame>
  )
}

function NoProposals({ mayCreate, mayInvite }: { mayCreate: boolean; mayInvite: boolean }) {
  return (
    <EmptyState title="Inget förslag än">
      {mayCreate ? (
        <>
          <p>
            Läs in budgetramen som ni vill ändra. Ni ser varje summa bredvid den tryckta innan något
            sparas, och förslaget börjar lika med grunden.
          </p>
          <Link className="btn primary" to="/proposals/new">
            Nytt förslag
          </Link>
        </>
      ) : (
        <p>Gruppens sekreterare läser in en budgetram. Sedan kan ni skriva här tillsammans.</p>
      )}
      {mayInvite && <Link to="/members">Bjud in gruppens medlemmar</Link>}
    </EmptyState>
  )
}
