import { Lucia, TimeSpan, type Adapter } from 'lucia'
import { env } from '~/env.server'
import type { Actor } from '~/group/policy'
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  extendSession,
  findSession,
  saveSession,
} from './store.server'
import { hashToken } from './token.server'

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
    DatabaseUserAttributes: Omit<Actor, 'memberId'>
    DatabaseSessionAttributes: { userAgent: string }
  }
}

const slidingDays = 10
const absoluteDays = 30
const day = 24 * 60 * 60 * 1000

/** No session outlives this, however often it is used (ASVS 7.3.2). */
const lastMoment = (createdAt: Date) => new Date(createdAt.getTime() + absoluteDays * day)

/** To Lucia a session's id is the token of the cookie; the database knows only its hash. */
const adapter: Adapter = {
  async getSessionAndUser(token) {
    const found = await findSession(hashToken(token))
    if (!found) return [null, null]
    const { expiresAt, userAgent, createdAt, member } = found
    const session = {
      id: token,
      userId: found.memberId,
      expiresAt: new Date(Math.min(expiresAt.getTime(), lastMoment(createdAt).getTime())),
      attributes: { userAgent },
    }
    return [session, member && { id: found.memberId, attributes: member }]
  },
  // the tokens themselves are nowhere, so that nobody can list them
  getUserSessions: async () => [],
  setSession: ({ id, userId, expiresAt, attributes }) =>
    saveSession({ id: hashToken(id), memberId: userId, expiresAt, ...attributes }),
  updateSessionExpiration: (token, expiresAt) => extendSession(hashToken(token), expiresAt),
  deleteSession: token => deleteSession(hashToken(token)),
  deleteUserSessions: memberId => deleteSessionsOf(memberId),
  deleteExpiredSessions,
}

const encrypted = env.PUBLIC_ORIGIN?.startsWith('https:') ?? false

/** Sessions slide with use. The cookie itself does not expire: the server's row alone decides. */
export const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(slidingDays, 'd'),
  sessionCookie: {
    // with this prefix no other host and no unencrypted page can set the cookie
    name: encrypted ? '__Host-session' : 'session',
    expires: false,
    attributes: { secure: encrypted, sameSite: 'lax', path: '/' },
  },
  getUserAttributes: ({ groupId, name, roles }) => ({ groupId, name, roles }),
})
