import { db, type Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import type { Thread } from './thread'

/** The threads of a proposal, oldest first, each with its comments in order. */
export async function loadThreads(
  actor: Actor,
  proposalId: string,
  where: { sectionId?: string; amendmentId?: string } = {},
): Promise<Thread[]> {
  const { groupId } = actor
  const rows = await db.thread.findMany({
    where: {
      groupId,
      proposalId,
      ...where,
      OR: [{ sectionId: null }, { section: { removedAt: null } }],
    },
    include: { comments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const names = await memberNames(groupId)
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    sectionId: row.sectionId,
    amendmentId: row.amendmentId,
    quote: row.quote,
    createdAt: row.createdAt,
    resolvedAt: row.resolvedAt,
    resolvedByName: row.resolvedById && names(row.resolvedById),
    comments: row.comments.map(({ id, authorId, body, createdAt }) => ({
      id,
      authorName: names(authorId),
      body,
      createdAt,
    })),
  }))
}

async function memberNames(groupId: string) {
  const members = await db.member.findMany({
    where: { groupId },
    select: { id: true, name: true },
  })
  const byId = new Map(members.map(({ id, name }) => [id, name]))
  return (id: string) => byId.get(id) ?? 'Borttagen medlem'
}

/** How many threads of the proposal wait for an answer. */
export function countOpenThreads({ groupId }: Actor, proposalId: string): Promise<number> {
  return db.thread.count({
    where: {
      groupId,
      proposalId,
      resolvedAt: null,
      OR: [{ sectionId: null }, { section: { removedAt: null } }],
    },
  })
}

/** Whether the section or amendment that a thread is about belongs to the proposal. */
export async function placeExists(
  tx: Database,
  { groupId }: Actor,
  proposalId: string,
  place: { sectionId: string } | { amendmentId: string },
): Promise<boolean> {
  const where = { groupId, proposalId }
  const found =
    'sectionId' in place
      ? await tx.section.count({ where: { ...where, id: place.sectionId, removedAt: null } })
      : await tx.amendment.count({ where: { ...where, id: place.amendmentId } })
  return found === 1
}

export async function insertThread(
  tx: Database,
  { groupId }: Actor,
  thread: Pick<Thread, 'id' | 'kind' | 'sectionId' | 'amendmentId' | 'quote' | 'createdAt'> & {
    proposalId: string
  },
): Promise<void> {
  await tx.thread.create({ data: { ...thread, groupId } })
}

export async function insertComment(
  tx: Database,
  { groupId, memberId }: Actor,
  comment: { id: string; threadId: string; body: string; createdAt: Date },
): Promise<void> {
  await tx.comment.create({ data: { ...comment, groupId, authorId: memberId } })
}

/** Marks a thread as resolved at `now`, or as open again (null). @returns whether the proposal has such a thread. */
export async function saveResolved(
  tx: Database,
  { groupId, memberId }: Actor,
  { proposalId, threadId }: { proposalId: string; threadId: string },
  now: Date | null,
): Promise<boolean> {
  const { count } = await tx.thread.updateMany({
    where: { id: threadId, groupId, proposalId },
    data: {
      resolvedAt: now,
      resolvedById: now && memberId,
      resolvedNumber: now && (await nextNumber(tx)),
    },
  })
  return count === 1
}

/** The next number of a comment: a resolution takes its place among them. */
async function nextNumber(tx: Database): Promise<bigint> {
  const rows = await tx.$queryRaw<{ number: bigint }[]>`
    SELECT nextval(pg_get_serial_sequence('"Comment"', 'number')) AS number`
  return rows[0]?.number ?? 0n
}
