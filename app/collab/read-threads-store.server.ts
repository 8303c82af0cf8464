import { db } from '~/db.server'
import type { Prisma } from '~/generated/prisma/client'
import type { Actor } from '~/group/policy'
import { memberNames } from '~/group/store.server'
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

/** The wanted threads of a proposal, newest first and no more than `most`, each with its comments in order. */
export async function loadThreads(
  actor: Actor,
  proposalId: string,
  wanted: WantedThreads = {},
  most?: number,
): Promise<Thread[]> {
  const [names, rows] = await Promise.all([
    memberNames(actor),
    db.thread.findMany({
      where: whereOf(actor, proposalId, wanted),
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      ...(most !== undefined && { take: most }),
      include: { comments: { orderBy: [{ createdAt: 'asc' }, { number: 'asc' }] } },
    }),
  ])
  const nameOf = (id: string) => names[id] ?? 'Borttagen medlem'
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    sectionId: row.sectionId,
    amendmentId: row.amendmentId,
    place: row.place,
    quote: row.quote,
    createdAt: row.createdAt,
    resolvedAt: row.resolvedAt,
    resolvedByName: row.resolvedById && nameOf(row.resolvedById),
    comments: row.comments.map(({ id, authorId, body, createdAt }) => ({
      id,
      authorName: nameOf(authorId),
      parts: partsOf(body, actor.memberId, nameOf),
      createdAt,
    })),
  }))
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
