import { newId } from '~/identifier.server'
import { done, type Outcome } from '~/outcome'
import { deadLink } from './accept-invitation.server'
import { isSetupLink, consumeSetupLink } from './invitation-store.server'
import { hashPassword } from './password.server'
import { hashToken, isToken } from './token.server'

type SetUpGroup = {
  readonly groupName: string
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Whether the link can be used. Reading does not use it. */
export async function readSetupLink(token: string, now: Date): Promise<Outcome<null>> {
  const alive = isToken(token) && (await isSetupLink(hashToken(token), now))
  return alive ? done(null) : deadLink
}

/**
 * Creates the real group and its first member, who is admin, and secretary too so that there is someone to begin.
 * @returns the member's id.
 */
export async function setUpGroup(
  token: string,
  { groupName, name, email, password }: SetUpGroup,
  now: Date,
): Promise<Outcome<{ memberId: string }>> {
  const link = await readSetupLink(token, now)
  if (!link.ok) return link
  const member = {
    id: newId(),
    name,
    email,
    roles: ['secretary' as const, 'admin' as const],
    passwordHash: await hashPassword(password),
  }
  const used = await consumeSetupLink(
    hashToken(token),
    { id: newId(), name: groupName },
    member,
    now,
  )
  return used ? done({ memberId: member.id }) : deadLink
}
