import { RateLimiterMemory, RateLimiterPrisma } from 'rate-limiter-flexible'
import { db } from '~/db.server'
import type { Actor } from '~/group/policy'

/** The session with this hash, and its member, who is null once removed from the group. */
export async function findSession(id: string) {
  const row = await db.session.findUnique({
    where: { id },
    select: {
      memberId: true,
      createdAt: true,
      expiresAt: true,
      userAgent: true,
      member: { select: { groupId: true, name: true, roles: true, removedAt: true } },
    },
  })
  if (!row) return null
  const { removedAt, ...member } = row.member
  return { ...row, member: removedAt ? null : member }
}

export async function saveSession(session: {
  id: string
  memberId: string
  expiresAt: Date
  userAgent: string
}): Promise<void> {
  await db.session.create({ data: session })
}

export async function extendSession(id: string, expiresAt: Date): Promise<void> {
  await db.session.updateMany({ where: { id }, data: { expiresAt } })
}

export async function deleteSession(id: string): Promise<void> {
  await db.session.deleteMany({ where: { id } })
}

/** Ends the sessions of a member, all but the one with the hash `kept`. */
export async function deleteSessionsOf(memberId: string, kept?: string): Promise<void> {
  await db.session.deleteMany({ where: { memberId, ...(kept && { id: { not: kept } }) } })
}

export async function deleteExpiredSessions(): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lte: new Date() } } })
}

/** The actor's own sessions that have not run out, newest first. */
export function listSessions(actor: Actor, now: Date) {
  return db.session.findMany({
    where: {
      memberId: actor.memberId,
      member: { groupId: actor.groupId },
      expiresAt: { gt: now },
    },
    select: { id: true, createdAt: true, userAgent: true },
    orderBy: { createdAt: 'desc' },
  })
}

/** Everyone who may be meant by an address at sign-in: it can stand in several groups, which know nothing of each other. */
export async function findMembersByEmail(email: string) {
  const rows = await db.member.findMany({
    where: { email, removedAt: null },
    select: { id: true, passwordHash: true, group: { select: { name: true } } },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ group, ...member }) => ({ ...member, groupName: group.name }))
}

export async function findPasswordHash(actor: Actor): Promise<string | null> {
  const row = await db.member.findFirst({
    where: { id: actor.memberId, groupId: actor.groupId },
    select: { passwordHash: true },
  })
  return row?.passwordHash ?? null
}

/** The new password, and every session ended but the one with the hash `keptSession`. */
export async function savePassword(actor: Actor, passwordHash: string, keptSession: string) {
  await db.$transaction([
    db.member.updateMany({
      where: { id: actor.memberId, groupId: actor.groupId },
      data: { passwordHash },
    }),
    db.session.deleteMany({ where: { memberId: actor.memberId, id: { not: keptSession } } }),
  ])
}

/** Counts tries in the database, and in memory while it does not answer. `duration` in seconds. */
export function tryCounter(keyPrefix: string, points: number, duration: number) {
  return new RateLimiterPrisma({
    storeClient: db,
    tableName: 'rateLimiterFlexible',
    keyPrefix,
    points,
    duration,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
  })
}
