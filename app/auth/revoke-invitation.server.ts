import { can, type Actor } from '~/group/policy'
import { done, forbidden, notFound, type Outcome } from '~/outcome'
import { deleteInvitation } from './invitation-store.server'

/** Takes back an invitation: its link is dead at once. */
export async function revokeInvitation(actor: Actor, id: string): Promise<Outcome<null>> {
  if (!can(actor, 'manage-members')) return forbidden
  return (await deleteInvitation(actor, id)) ? done(null) : notFound
}
