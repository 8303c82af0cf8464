import { db } from '~/db.server'
import type { Prisma } from '~/generated/prisma/client'
import type { Actor } from '~/group/policy'
import { memberNames } from '~/group/store.server'
import type { Comment, Thread } from './thread'
import { placeOfThread, type PlaceKind, type PlaceRef } from './thread-place'

/** Which threads of a proposal are wanted; all conditions hold. */
export type WantedThreads = {
  readonly threadId?: string
  readonly sectionId?: string
  readonly place?: PlaceRef
  readonly state?: 'open' | 'resolved'
}

/** How many, and whether each is read to its last word: a long one is folded to its beginning and its end. */
export type Extent = {
  readonly take?: number
  readonly skip?: number
  readonly whole?: boolean
}

/** The wanted threads of a proposal, newest first, each with its comments in order. */
export async function loadThreads(
  actor: Actor,
  proposalId: string,
  wanted: WantedThreads = {},
  { take, skip, whole = false }: Extent = {},
): Promise<Thread[]> {
  const rows = await db.thread.findMany({
    where: whereOf(actor, proposalId, wanted),
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    ...(take !== undefined && { take }),
    ...(skip !== undefined && { skip }),
  })
  const [names, comments] = await Promise.all([
    memberNames(actor),
    loadComments(
      actor,
      rows.map(({ id }) => id),
      whole,
    ),
  ])
  const nameOf = (id: string) => names[id] ?? 'Borttagen medlem'
  return rows.map(row => {
    const said = comments.get(row.id) ?? []
    return {
      id: row.id,
      kind: row.kind,
      sectionId: row.sectionId,
      amendmentId: row.amendmentId,
      place: row.place,
      quote: row.quote,
      createdAt: row.createdAt,
      resolvedAt: row.resolvedAt,
      resolvedByName: row.resolvedById && nameOf(row.resolvedById),
      folded: (said[0]?.all ?? 0) - said.length,
      comments: said.map(one => commentOf(one, nameOf)),
    }
  })
}

type CommentRow = {
  readonly id: string
  readonly threadId: string
  readonly authorId: string
  readonly body: string
  readonly createdAt: Date
  /** How many the thread has. */
  readonly all: number
}

const commentOf = (
  { id, authorId, body, createdAt }: CommentRow,
  nameOf: (id: string) => string,
): Comment => ({ id, authorName: nameOf(authorId), body, createdAt })

/** Of a folded thread the first comment and the last ones are shown. */
const lastShown = 3

async function loadComments(
  { groupId }: Actor,
  threadIds: readonly string[],
  whole: boolean,
): Promise<ReadonlyMap<string, CommentRow[]>> {
  if (threadIds.length === 0) return new Map()
  const rows = await db.$queryRaw<CommentRow[]>`
    SELECT * FROM (
      SELECT "id", "threadId", "authorId", "body", "createdAt",
        (row_number() OVER said)::int AS "at", (count(*) OVER (PARTITION BY "threadId"))::int AS "all"
      FROM "Comment" WHERE "groupId" = ${groupId} AND "threadId" = ANY(${threadIds})
      WINDOW said AS (PARTITION BY "threadId" ORDER BY "createdAt", "number")
    ) c WHERE ${whole} OR "at" = 1 OR "at" > "all" - ${lastShown} ORDER BY "threadId", "at"`
  const byThread = new Map<string, CommentRow[]>()
  for (const row of rows) byThread.set(row.threadId, [...(byThread.get(row.threadId) ?? []), row])
  return byThread
}

/** How many of the wanted threads there are. */
export const countThreads = (
  actor: Actor,
  proposalId: string,
  wanted: WantedThreads,
): Promise<number> => db.thread.count({ where: whereOf(actor, proposalId, wanted) })

/** How many open threads each place of those kinds has. */
export async function countByPlace(
  actor: Actor,
  proposalId: string,
  kinds: readonly PlaceKind[],
): Promise<{ readonly ref: PlaceRef; readonly open: number }[]> {
  const rows = await db.thread.groupBy({
    by: ['kind', 'amendmentId', 'place'],
    where: { ...whereOf(actor, proposalId, { state: 'open' }), kind: { in: [...kinds] } },
    _count: true,
  })
  return rows.flatMap(row => {
    const ref = placeOfThread(row)
    return ref ? [{ ref, open: row._count }] : []
  })
}

/** Threads lie in the bin with their section. */
function whereOf(
  { groupId }: Actor,
  proposalId: string,
  { threadId, sectionId, place, state }: WantedThreads,
): Prisma.ThreadWhereInput {
  return {
    groupId,
    proposalId,
    OR: [{ sectionId: null }, { section: { removedAt: null } }],
    ...(threadId !== undefined && { id: threadId }),
    ...(sectionId !== undefined && { sectionId }),
    ...(place && onPlace(place)),
    ...(state && { resolvedAt: state === 'open' ? null : { not: null } }),
  }
}

const onPlace = ({ kind, id }: PlaceRef): Prisma.ThreadWhereInput =>
  kind === 'amendment' ? { kind, amendmentId: id } : { kind, place: id }
