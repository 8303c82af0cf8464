import { events } from '~/events.server'
import type { Actor } from '~/group/policy'
import { endAllSessions } from './session.server'

/** Ends all of the member's sessions, open pages and sockets too. @returns the header that removes the cookie. */
export async function signOutEverywhere(actor: Actor): Promise<string> {
  const cookie = await endAllSessions(actor)
  const { groupId, memberId } = actor
  events.emit('access changed', { groupId, memberId, removed: false })
  return cookie
}
