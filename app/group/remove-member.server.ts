import { events } from '~/events.server'
import { done, forbidden, notFound, refused, type Outcome } from '~/outcome'
import { can, type Actor } from './policy'
import { saveRemoval } from './store.server'

const lastAdmin = refused({
  kind: 'conflict',
  message:
    'Gruppens enda administratör kan inte tas bort. Gör först någon annan medlem till administratör.',
})

/** Ends a membership at once: sessions, open pages and sockets too. What the member wrote stays. */
export async function removeMember(
  actor: Actor,
  { memberId, now }: { memberId: string; now: Date },
): Promise<Outcome<null>> {
  if (!can(actor, 'manage-members')) return forbidden
  const kept = await saveRemoval(actor, memberId, now)
  if (kept === 'unknown') return notFound
  if (kept === 'last admin') return lastAdmin
  events.emit('access changed', { groupId: actor.groupId, memberId, removed: true })
  return done(null)
}
