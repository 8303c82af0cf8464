import { db } from '~/db.server'
import type { Actor } from '~/group/policy'

export type CommentRow = {
  readonly id: string
  readonly threadId: string
  readonly authorId: string
  readonly body: string
  readonly createdAt: Date
  /** How many the thread has. */
  readonly all: number
}

/** Of a folded thread the first comment and so many of the last ones are shown. */
const lastShown = 2

/** The threads' comments in order, by thread; folded, a long thread's first and last ones. */
export async function loadComments(
  { groupId }: Actor,
  threadIds: readonly string[],
  folded: boolean,
): Promise<ReadonlyMap<string, CommentRow[]>> {
  const byThread = new Map<string, CommentRow[]>()
  if (threadIds.length === 0) return byThread
  const rows = await db.$queryRaw<CommentRow[]>`
    SELECT * FROM (
      SELECT "id", "threadId", "authorId", "body", "createdAt",
        (row_number() OVER said)::int AS "at", (count(*) OVER (PARTITION BY "threadId"))::int AS "all"
      FROM "Comment" WHERE "groupId" = ${groupId} AND "threadId" = ANY(${threadIds})
      WINDOW said AS (PARTITION BY "threadId" ORDER BY "createdAt", "number")
    ) c WHERE NOT ${folded} OR "at" = 1 OR "at" > "all" - ${lastShown} ORDER BY "threadId", "at"`
  for (const row of rows) byThread.set(row.threadId, [...(byThread.get(row.threadId) ?? []), row])
  return byThread
}
