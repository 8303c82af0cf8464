import { newId } from '~/identifier.server'
import { done, refused, type Outcome } from '~/outcome'
import { findInvitation, consumeInvitation } from './invitation-store.server'
import { hashPassword } from './password.server'
import { hashToken, isToken } from './token.server'

/** The same answer for a link that was used, has run out, was taken back or never was. */
export const deadLink = refused({
  kind: 'not-found',
  message:
    'Länken gäller inte. Den kan vara använd, ha gått ut eller ha tagits tillbaka. Be gruppens administratör om en ny.',
})

/** What the page of a link shows. Reading does not use the link. */
export async function readInvitation(token: string, now: Date) {
  const invitation = isToken(token) ? await findInvitation(hashToken(token), now) : null
  return invitation ? done(invitation) : deadLink
}

/** Makes a member of whoever holds the link. @returns the member's id. */
export async function acceptInvitation(
  token: string,
  { name, password }: { name: string; password: string },
  now: Date,
): Promise<Outcome<{ memberId: string }>> {
  if (!isToken(token) || !(await findInvitation(hashToken(token), now))) return deadLink
  const member = { id: newId(), name, passwordHash: await hashPassword(password) }
  const memberId = await consumeInvitation(hashToken(token), member, now)
  return memberId ? done({ memberId }) : deadLink
}
