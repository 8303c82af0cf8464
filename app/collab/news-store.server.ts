import { db } from '~/db.server'
import type { ThreadKind } from './thread'
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

/** What one other member has said on one place that the reader has not read: how often, and what the last number is. */
export type Said = {
  readonly kind: 'opened' | 'reply' | 'resolved' | 'reopened'
  readonly memberId: string
  readonly times: number
  /** How many of them name the reader. */
  readonly named: number
  readonly threadKind: ThreadKind
  readonly sectionId: string | null
  readonly amendmentId: string | null
  readonly place: string | null
  /** What the place was called when a thread was set on it. */
  readonly quote: string | null
}

/** What others have said in the proposal that the actor has not marked as read, counted by place, kind and member. */
export function loadSaid({ groupId, memberId }: Actor, proposalId: string): Promise<Said[]> {
  return db.$queryRaw<Said[]>`
    WITH own AS (
      SELECT t.*, coalesce(s."threads", a."threads", p."threads", 0) AS "read" FROM "Thread" t
      LEFT JOIN "SectionMark" s ON s."sectionId" = t."sectionId" AND s."memberId" = ${memberId}
      LEFT JOIN "AmendmentMark" a ON a."amendmentId" = t."amendmentId" AND a."memberId" = ${memberId}
      LEFT JOIN "PlaceMark" p ON p."proposalId" = t."proposalId" AND p."kind" = t."kind"
        AND p."place" = t."place" AND p."memberId" = ${memberId}
      WHERE t."groupId" = ${groupId} AND t."proposalId" = ${proposalId}
    ), said AS (
      SELECT CASE WHEN c."createdAt" = t."createdAt" THEN 'opened' ELSE 'reply' END AS "kind",
        c."authorId" AS "memberId", c."number", t."id" AS "threadId",
        EXISTS (SELECT FROM "Mention" m WHERE m."commentId" = c."id" AND m."memberId" = ${memberId}) AS "named"
      FROM own t JOIN "Comment" c ON c."threadId" = t."id" WHERE c."number" > t."read"
      UNION ALL SELECT 'resolved', "resolvedById", "resolvedNumber", "id", false FROM own
      WHERE "resolvedNumber" > "read"
      UNION ALL SELECT 'reopened', "reopenedById", "reopenedNumber", "id", false FROM own
      WHERE "reopenedNumber" > "read"
    )
    SELECT said."kind", "memberId", count(*)::int AS "times", count(*) FILTER (WHERE "named")::int AS "named",
      t."kind" AS "threadKind", "sectionId", "amendmentId", "place", max("quote") AS "quote"
    FROM said JOIN own t ON t."id" = "threadId" WHERE "memberId" <> ${memberId}
    GROUP BY said."kind", "memberId", t."kind", "sectionId", "amendmentId", "place"
    ORDER BY min("number")`
}

/** The number of the last thing that was said in the proposal, as far as it is committed. */
export async function lastSaid({ groupId }: Actor, proposalId: string): Promise<number> {
  const [last] = await db.$queryRaw<{ number: bigint | null }[]>`
    SELECT greatest(max("resolvedNumber"), max("reopenedNumber"), (
      SELECT max(c."number") FROM "Comment" c JOIN "Thread" o ON o."id" = c."threadId"
      WHERE c."groupId" = ${groupId} AND o."proposalId" = ${proposalId}
    )) AS "number"
    FROM "Thread" WHERE "groupId" = ${groupId} AND "proposalId" = ${proposalId}`
  return Number(last?.number ?? 0)
}

/** The members' names, also of those who have left. */
export const loadNames = (actor: Actor, memberIds: readonly string[]) =>
  namesOf(actor, memberIds, db)
