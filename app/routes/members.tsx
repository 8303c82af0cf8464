import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { listInvitations } from '~/auth/invitation-store.server'
import { InviteForm, NewLink, PendingInvitations } from '~/auth/invitations'
import { inviteMember } from '~/auth/invite-member.server'
import { ownOrigin } from '~/auth/own-address.server'
import { revokeInvitation } from '~/auth/revoke-invitation.server'
import { requireActor } from '~/auth/session.server'
import { readForm } from '~/form.server'
import { changeRoles } from '~/group/change-roles.server'
import { GroupFrame } from '~/group/frame'
import { Email, MemberName, Roles } from '~/group/member'
import { MemberTable } from '~/group/member-table'
import { can } from '~/group/policy'
import { removeMember } from '~/group/remove-member.server'
import { listMembers, loadGroupName } from '~/group/store.server'
import { done, forbidden, type Outcome } from '~/outcome'
import { reachOutcome } from '~/reach'

export const meta = () => [{ title: 'Medlemmar – Skuggbudget' }]

const id = z.string().max(60)
const Change = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('invite'), name: MemberName, email: Email, roles: Roles }),
  z.object({ intent: z.literal('revoke'), invitationId: id }),
  z.object({ intent: z.literal('roles'), memberId: id, roles: Roles }),
  z.object({ intent: z.literal('remove'), memberId: id }),
])
type NewLinkOf = { readonly name: string; readonly link: string }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can(actor, 'manage-members')) return valueOrThrow<never>(forbidden)
  const [groupName, members, invitations] = await Promise.all([
    loadGroupName(actor),
    listMembers(actor),
    listInvitations(actor, new Date()),
  ])
  return { actor, groupName, members, invitations }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can(actor, 'manage-members')) return answer<NewLinkOf | null>(forbidden)
  const input = await readForm(request, Change)
  if (!input.ok) return answer<NewLinkOf | null>(input)
  const now = new Date()
  switch (input.value.intent) {
    case 'invite': {
      const invited = await inviteMember(actor, input.value, now)
      return answer<NewLinkOf | null>(linkOf(invited, input.value.name, ownOrigin(request)))
    }
    case 'revoke':
      return answer<NewLinkOf | null>(await revokeInvitation(actor, input.value.invitationId))
    case 'roles':
      return answer<NewLinkOf | null>(await changeRoles(actor, input.value))
    case 'remove':
      return answer<NewLinkOf | null>(await removeMember(actor, { ...input.value, now }))
  }
}

export const clientAction = reachOutcome

function linkOf(invited: Outcome<{ token: string }>, name: string, origin: string) {
  if (!invited.ok) return invited
  return done({ name, link: `${origin}/invitation/${invited.value.token}` })
}

export default function Members() {
  const { actor, groupName, members, invitations } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <GroupFrame actor={actor} groupName={groupName}>
      <div className="title">
        <h1>Medlemmar</h1>
        <p className="basis">De som kommer åt gruppens utkast, och vad de får göra med dem.</p>
      </div>
      <MemberTable members={members} ownId={actor.memberId} />
      <section className="block" aria-labelledby="bjud-in">
        <h2 id="bjud-in">Bjud in</h2>
        {answered?.ok && answered.value && <NewLink {...answered.value} />}
        <InviteForm answered={answered} />
      </section>
      {invitations.length > 0 && (
        <section className="block" aria-labelledby="inbjudna">
          <h2 id="inbjudna">Inte använda länkar</h2>
          <PendingInvitations invitations={invitations} />
        </section>
      )}
    </GroupFrame>
  )
}
