import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import type { QuotedThread } from './kept-threads'
import type { Thread } from './thread'

/** Whether the section that a thread is about belongs to the proposal, and is not thrown away. */
export async function sectionExists(
  tx: Database,
  { groupId }: Actor,
  proposalId: string,
  id: string,
): Promise<boolean> {
  return (await tx.section.count({ where: { groupId, proposalId, id, removedAt: null } })) === 1
}

/** The threads on words of a section, in the order in which they were begun. */
export async function quotedThreads(
  tx: Database,
  { groupId }: Actor,
  sectionId: string,
): Promise<QuotedThread[]> {
  const rows = await tx.thread.findMany({
    where: { groupId, sectionId, kind: 'text' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, quote: true },
  })
  return rows.flatMap(({ id, quote }) => (quote ? [{ id, quote }] : []))
}

export async function insertThread(
  tx: Database,
  { groupId }: Actor,
  thread: Pick<
    Thread,
    'id' | 'kind' | 'sectionId' | 'amendmentId' | 'place' | 'quote' | 'createdAt'
  > & { proposalId: string },
): Promise<void> {
  await tx.thread.create({ data: { ...thread, groupId } })
}

export async function insertComment(
  tx: Database,
  { groupId, memberId }: Actor,
  comment: { id: string; threadId: string; body: string; sent: string | null; createdAt: Date },
): Promise<void> {
  await tx.comment.create({ data: { ...comment, groupId, authorId: memberId } })
}

/** The thread of the member's own comment that came under this name; null where none has. */
export async function threadOfSent(
  tx: Database,
  { groupId, memberId }: Actor,
  sent: string,
): Promise<string | null> {
  const where = { groupId, authorId: memberId, sent }
  const comment = await tx.comment.findFirst({ where, select: { threadId: true } })
  return comment?.threadId ?? null
}

/** Which of the members belong to the group, and have not been removed from it. */
export async function presentMembers(
  tx: Database,
  { groupId }: Actor,
  memberIds: readonly string[],
): Promise<string[]> {
  if (memberIds.length === 0) return []
  const members = await tx.member.findMany({
    where: { groupId, removedAt: null, id: { in: [...memberIds] } },
    select: { id: true },
  })
  return members.map(({ id }) => id)
}

/** Writes down whom a comment names. */
export async function insertMentions(
  tx: Database,
  { groupId }: Actor,
  commentId: string,
  memberIds: readonly string[],
): Promise<void> {
  if (memberIds.length === 0) return
  await tx.mention.createMany({
    data: memberIds.map(memberId => ({ commentId, memberId, groupId })),
  })
}

type OfProposal = { readonly proposalId: string; readonly threadId: string }

/** In the bin with its section a thread is out of reach. */
const inReach = ({ groupId }: Actor, { proposalId, threadId }: OfProposal) => ({
  id: threadId,
  groupId,
  proposalId,
  OR: [{ sectionId: null }, { section: { removedAt: null } }],
})

/** Marks a thread as resolved; one that is already stays as it is. @returns whether the proposal has such a thread. */
export async function saveResolved(
  tx: Database,
  actor: Actor,
  thread: OfProposal,
  now: Date,
): Promise<boolean> {
  const where = inReach(actor, thread)
  if ((await tx.thread.count({ where })) === 0) return false
  await tx.thread.updateMany({
    where: { ...where, resolvedAt: null },
    data: {
      resolvedAt: now,
      resolvedById: actor.memberId,
      resolvedNumber: await nextNumber(tx),
      reopenedById: null,
      reopenedNumber: null,
    },
  })
  return true
}

/**
 * Opens a thread again where it was resolved. Without a comment that does it, the opening itself is news.
 * @returns whether the proposal has such a thread.
 */
export async function saveReopened(
  tx: Database,
  actor: Actor,
  thread: OfProposal,
  by: 'itself' | 'a comment',
): Promise<boolean> {
  const where = inReach(actor, thread)
  if ((await tx.thread.count({ where })) === 0) return false
  const open = { resolvedAt: null, resolvedById: null, resolvedNumber: null }
  const told = { reopenedById: actor.memberId, reopenedNumber: await nextNumber(tx) }
  await tx.thread.updateMany({
    where: { ...where, resolvedAt: { not: null } },
    data: by === 'itself' ? { ...open, ...told } : open,
  })
  return true
}

/** The next number of a comment: what is resolved and opened again takes its place among them. */
async function nextNumber(tx: Database): Promise<bigint> {
  const rows = await tx.$queryRaw<{ number: bigint }[]>`
    SELECT nextval(pg_get_serial_sequence('"Comment"', 'number')) AS number`
  return rows[0]?.number ?? 0n
}
