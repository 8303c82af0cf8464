import { db } from '~/db.server'
import type { Prisma } from '~/generated/prisma/client'
import type { Actor } from '~/group/policy'
import { memberNames } from '~/group/store.server'
import { loadComments } from './comment-store.server'
import { partsOf } from './mention'
import type { Thread } from './thread'
import { placeKey, placeOfThread, type PlaceKind, type PlaceRef } from './thread-place'

/** Which threads of a proposal are wanted; all conditions hold. */
export type WantedThreads = {
  readonly threadId?: string
  readonly sectionId?: string
  readonly place?: PlaceRef
  readonly state?: 'open' | 'resolved'
  /** Those that the actor has written in. */
  readonly mine?: boolean
  /** Those that name the actor. */
  readonly named?: boolean
}

/** How many of them, the newest first, and whether a long thread is folded to its beginning and its end. */
export type Extent = { readonly most?: number; readonly folded?: boolean }

/** The wanted threads of a proposal, newest first, each with its comments in order. */
export async function loadThreads(
  actor: Actor,
  proposalId: string,
  wanted: WantedThreads = {},
  { most, folded = false }: Extent = {},
): Promise<Thread[]> {
  const [names, rows] = await Promise.all([
    memberNames(actor),
    db.thread.findMany({
      where: whereOf(actor, proposalId, wanted),
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      ...(most !== undefined && { take: most }),
    }),
  ])
  const ids = rows.map(({ id }) => id)
  const comments = await loadComments(actor, ids, folded)
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
      leftOut: (said[0]?.all ?? 0) - said.length,
      comments: said.map(({ id, authorId, body, createdAt }) => ({
        id,
        authorName: nameOf(authorId),
        parts: partsOf(body, actor.memberId, nameOf),
        createdAt,
      })),
    }
  })
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

/** The lines, goals, indicators and clauses of the proposal that threads are on, by key, also those that are gone. */
export async function placesWithThreads(
  { groupId }: Actor,
  proposalId: string,
): Promise<ReadonlySet<string>> {
  const rows = await db.thread.findMany({
    where: { groupId, proposalId, place: { not: null } },
    distinct: ['kind', 'place'],
    select: { kind: true, place: true, amendmentId: true },
  })
  return new Set(rows.map(placeOfThread).flatMap(ref => (ref ? [placeKey(ref)] : [])))
}

/** Whether the proposal has the thread or the section, also in the bin. */
export async function hasThreadOrSection(
  { groupId }: Actor,
  proposalId: string,
  asked: { readonly threadId: string } | { readonly sectionId: string },
): Promise<boolean> {
  const of = { groupId, proposalId }
  const count =
    'threadId' in asked
      ? await db.thread.count({ where: { ...of, id: asked.threadId } })
      : await db.section.count({ where: { ...of, id: asked.sectionId } })
  return count === 1
}

/** Threads lie in the bin with their section. */
function whereOf(
  { groupId, memberId }: Actor,
  proposalId: string,
  { threadId, sectionId, place, state, mine, named }: WantedThreads,
): Prisma.ThreadWhereInput {
  return {
    groupId,
    proposalId,
    OR: [{ sectionId: null }, { section: { removedAt: null } }],
    ...(threadId !== undefined && { id: threadId }),
    ...(sectionId !== undefined && { sectionId }),
    ...(place && onPlace(place)),
    ...(state && { resolvedAt: state === 'open' ? null : { not: null } }),
    AND: [
      ...(mine ? [{ comments: { some: { authorId: memberId } } }] : []),
      ...(named ? [{ comments: { some: { mentions: { some: { memberId } } } } }] : []),
    ],
  }
}

const onPlace = ({ kind, id }: PlaceRef): Prisma.ThreadWhereInput =>
  kind === 'amendment' ? { kind, amendmentId: id } : { kind, place: id }
