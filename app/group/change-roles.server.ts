import { events } from '~/events.server'
import { done, forbidden, notFound, refused, type Outcome } from '~/outcome'
import { can, type Actor, type Role } from './policy'
import { saveRoles } from './store.server'

const lastAdmin = refused({
  kind: 'conflict',
  message:
    'Gruppen måste ha minst en administratör. Gör först någon annan medlem till administratör.',
})

/** Gives a member other roles. They count from the next request on, and open pages and sockets are judged again. */
export async function changeRoles(
  actor: Actor,
  { memberId, roles }: { memberId: string; roles: Role[] },
): Promise<Outcome<null>> {
  if (!can(actor, 'manage-members')) return forbidden
  const kept = await saveRoles(actor, memberId, roles)
  if (kept === 'unknown') return notFound
  if (kept === 'last admin') return lastAdmin
  events.emit('access changed', { groupId: actor.groupId, memberId, removed: false })
  return done(null)
}
