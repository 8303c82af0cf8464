import { db } from '~/db.server'
import type { Actor } from '~/group/policy'
import { namesOf } from '~/proposal/amendment-store.server'

/** The proposal's sections in order, with those that lie in the bin. */
export function sectionsWithBin({ groupId }: Actor, proposalId: string) {
  return db.section.findMany({
    where: { groupId, proposalId },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
    select: { id: true, title: true, removedAt: true },
  })
}

export type Writer = {
  readonly sectionId: string
  readonly memberId: string
  readonly upto: number
  readonly at: Date
}

/** Who else has written in the proposal's sections, with the last row of the log that each has written. */
export async function loadWriters(
  { groupId, memberId }: Actor,
  proposalId: string,
): Promise<Writer[]> {
  const rows = await db.$queryRaw<
    { sectionId: string; memberId: string; upto: bigint; at: Date }[]
  >`
    SELECT "sectionId", "memberId", max("upto") AS "upto", max("at") AS "at" FROM (
      SELECT u."sectionId", u."memberId", u."id" AS "upto", u."at" FROM "SectionUpdate" u
      JOIN "Section" s ON s."id" = u."sectionId"
      WHERE s."groupId" = ${groupId} AND s."proposalId" = ${proposalId} AND u."words"
      UNION ALL
      SELECT w."sectionId", w."memberId", w."upto", w."at" FROM "SectionWriter" w
      JOIN "Section" s ON s."id" = w."sectionId"
      WHERE s."groupId" = ${groupId} AND s."proposalId" = ${proposalId}
    ) written WHERE "memberId" IS NOT NULL AND "memberId" <> ${memberId}
    GROUP BY "sectionId", "memberId" ORDER BY max("at") DESC`
  return rows.map(row => ({ ...row, upto: Number(row.upto) }))
}

/** Something that another member said: in which thread, and its number among all that is said. */
export type Said = {
  readonly kind: 'opened' | 'reply' | 'resolved'
  readonly number: number
  readonly memberId: string
  readonly sectionId: string | null
  readonly amendmentId: string | null
  /** Whether it names the reader. */
  readonly namesReader: boolean
}

/** What others have said in the proposal after the number. */
export async function loadSaid(
  { groupId, memberId }: Actor,
  proposalId: string,
  after: number,
): Promise<Said[]> {
  const place = { sectionId: true, amendmentId: true, createdAt: true } as const
  const [comments, resolved] = await Promise.all([
    db.comment.findMany({
      where: {
        groupId,
        authorId: { not: memberId },
        number: { gt: after },
        thread: { proposalId },
      },
      select: {
        authorId: true,
        number: true,
        createdAt: true,
        thread: { select: place },
        mentions: { where: { memberId }, select: { memberId: true } },
      },
    }),
    db.thread.findMany({
      where: {
        groupId,
        proposalId,
        resolvedAt: { not: null },
        resolvedNumber: { gt: after },
        resolvedById: { not: memberId },
      },
      select: { resolvedNumber: true, resolvedById: true, ...place },
    }),
  ])
  return [
    ...comments.map(({ authorId, number, createdAt, thread, mentions }): Said => ({
      kind: createdAt.getTime() === thread.createdAt.getTime() ? 'opened' : 'reply',
      number: Number(number),
      memberId: authorId,
      sectionId: thread.sectionId,
      amendmentId: thread.amendmentId,
      namesReader: mentions.length > 0,
    })),
    ...resolved.map(({ resolvedNumber, resolvedById, sectionId, amendmentId }): Said => ({
      kind: 'resolved',
      number: Number(resolvedNumber),
      memberId: resolvedById ?? '',
      sectionId,
      amendmentId,
      namesReader: false,
    })),
  ]
}

/** The number of the last thing that was said in the proposal, as far as it is committed. */
export async function lastSaid({ groupId }: Actor, proposalId: string): Promise<number> {
  const [comment, thread] = await Promise.all([
    db.comment.aggregate({ where: { groupId, thread: { proposalId } }, _max: { number: true } }),
    db.thread.aggregate({ where: { groupId, proposalId }, _max: { resolvedNumber: true } }),
  ])
  return Math.max(Number(comment._max.number ?? 0), Number(thread._max.resolvedNumber ?? 0))
}

/** The members' names, also of those who have left. */
export const loadNames = (actor: Actor, memberIds: readonly string[]) =>
  namesOf(actor, memberIds, db)
