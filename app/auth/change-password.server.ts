import { events } from '~/events.server'
import type { Actor } from '~/group/policy'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { hashPassword, verifyPassword } from './password.server'
import { findPasswordHash, savePassword } from './store.server'
import { forgetTries, takeTry } from './tries.server'

type ChangePassword = { readonly current: string; readonly password: string }
type From = { readonly address: string; readonly sessionId: string }

/** Changes the member's password. Every other session ends; the one that asked (its stored id) goes on. */
export async function changePassword(
  actor: Actor,
  { current, password }: ChangePassword,
  { address, sessionId }: From,
): Promise<Outcome<null>> {
  const attempt = { account: actor.memberId, address }
  if ((await takeTry(attempt)) > 0)
    return refused({
      kind: 'too-many',
      message: 'Det har varit för många försök. Försök igen om en kvart.',
    })
  const passwordHash = await findPasswordHash(actor)
  if (!passwordHash) return notFound
  if (!(await verifyPassword(passwordHash, current)))
    return refused({
      kind: 'invalid',
      field: 'current',
      message: 'Det är inte ditt nuvarande lösenord.',
    })
  await forgetTries(attempt)
  await savePassword(actor, await hashPassword(password), sessionId)
  events.emit('access changed', {
    groupId: actor.groupId,
    memberId: actor.memberId,
    removed: false,
  })
  return done(null)
}
