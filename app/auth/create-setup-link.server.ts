import { isSetUp, saveSetupLink } from './invitation-store.server'
import { linkEnds } from './invite-member.server'
import { hashToken, newToken } from './token.server'

/**
 * The path of a new one-time link that creates the real group and its first admin; links made earlier are dead.
 * Null once a group was created so: its admin lets the others in.
 */
export async function createSetupLink(now: Date): Promise<string | null> {
  if (await isSetUp()) return null
  const token = newToken()
  await saveSetupLink(hashToken(token), linkEnds(now))
  return `/setup/${token}`
}
