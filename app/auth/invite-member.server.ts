import { can, type Actor, type Role } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, forbidden, refused, type Outcome } from '~/outcome'
import { saveInvitation } from './invitation-store.server'
import { hashToken, newToken } from './token.server'

/** How long a one-time link can be used. */
export const linkHours = 72
export const linkEnds = (now: Date): Date => new Date(now.getTime() + linkHours * 60 * 60 * 1000)

type Invite = { readonly email: string; readonly name: string; readonly roles: Role[] }

/** Invites someone with a one-time link. @returns its token, which is shown once and not stored. */
export async function inviteMember(
  actor: Actor,
  { email, name, roles }: Invite,
  now: Date,
): Promise<Outcome<{ token: string }>> {
  if (!can(actor, 'manage-members')) return forbidden
  const token = newToken()
  const invitation = {
    id: newId(),
    email,
    name,
    roles,
    tokenHash: hashToken(token),
    expiresAt: linkEnds(now),
  }
  if (await saveInvitation(actor, invitation)) return done({ token })
  return refused({
    kind: 'invalid',
    field: 'email',
    message: `${email} är redan medlem i gruppen.`,
  })
}
