import { redirect } from '@remix-run/node'
import type { Actor } from '~/group/policy'
import { memberHeader, signedOutHeader, type SignedOut } from '~/member-here'
import { lucia } from './lucia.server'
import { deleteSession, deleteSessionsOf } from './store.server'
import { hashToken, isToken, newToken } from './token.server'

/** The signed-in member, or null. */
export function getActor(request: Request): Promise<Actor | null> {
  return actorOfCookie(request.headers.get('Cookie'))
}

/**
 * The signed-in member, or a redirect to sign-in that comes back to the page asked for. An open page says whose it is:
 * to act there as another member, who has signed in with the same browser since, is refused in the same way.
 */
export async function requireActor(request: Request): Promise<Actor> {
  const actor = await getActor(request)
  const page = request.headers.get(memberHeader)
  const isOther = actor !== null && page !== null && page !== actor.memberId
  if (actor && !isOther) return actor
  const why: SignedOut = isOther ? 'other-member' : 'expired'
  const { pathname, search } = new URL(request.url)
  const back = pathname + search
  const to = back === '/' ? '/login' : `/login?${new URLSearchParams({ redirectTo: back })}`
  throw redirect(to, { headers: { [signedOutHeader]: why } })
}

/** The member whose session the cookie header carries: for sockets. Null also once the member is removed. */
export async function actorOfCookie(
  cookieHeader: string | null | undefined,
): Promise<Actor | null> {
  const token = tokenOf(cookieHeader)
  if (!token) return null
  const { user } = await lucia.validateSession(token)
  return user && { memberId: user.id, groupId: user.groupId, name: user.name, roles: user.roles }
}

/**
 * A new session, and the end of the one that the request came with: whoever planted or kept that cookie has nothing.
 * @returns the header that sets the new cookie.
 */
export async function startSession(request: Request, memberId: string): Promise<string> {
  await endSession(request)
  const userAgent = (request.headers.get('User-Agent') ?? '').slice(0, 300)
  const { id } = await lucia.createSession(memberId, { userAgent }, { sessionId: newToken() })
  return lucia.createSessionCookie(id).serialize()
}

/** Ends the session that the request came with. @returns the header that removes the cookie. */
export async function endSession(request: Request): Promise<string> {
  const token = tokenOf(request.headers.get('Cookie'))
  if (token) await deleteSession(hashToken(token))
  return lucia.createBlankSessionCookie().serialize()
}

/** Ends all of the member's sessions, this one too. @returns the header that removes the cookie. */
export async function endAllSessions(actor: Actor): Promise<string> {
  await deleteSessionsOf(actor.memberId)
  return lucia.createBlankSessionCookie().serialize()
}

/** The hash that the request's own session is stored under, or null without one. */
export function ownSessionId(request: Request): string | null {
  const token = tokenOf(request.headers.get('Cookie'))
  return token && hashToken(token)
}

/** Read by hand: Lucia's reader throws on a malformed percent sign, and takes the last of two cookies without a word. */
function tokenOf(cookieHeader: string | null | undefined): string | null {
  const prefix = `${lucia.sessionCookieName}=`
  const values = (cookieHeader ?? '')
    .split(';')
    .map(pair => pair.trim())
    .filter(pair => pair.startsWith(prefix))
    .map(pair => pair.slice(prefix.length))
  const [token] = values
  return values.length === 1 && token && isToken(token) ? token : null
}
