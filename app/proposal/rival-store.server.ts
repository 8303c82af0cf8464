import { db, type Database } from '~/db.server'
import { Prisma } from '~/generated/prisma/client'
import type { Framework } from '~/budget/framework'
import type { Actor } from '~/group/policy'
import { nameFinder } from './amendment-store.server'
import { comparedAlone, Rival } from './rival'

/** `revision` counts its saves, and says whether one has seen the last. */
export type StoredRival = Rival & {
  readonly id: string
  /** Typed in here, so that its figures can be changed here; else it came from a file. */
  readonly typed: boolean
  readonly revision: number
  readonly updatedByName: string
}

/** The proposals that are kept beside the group's own, the oldest first. */
export async function listRivals(
  actor: Actor,
  proposalId: string,
  database: Database = db,
): Promise<StoredRival[]> {
  const rows = await database.rival.findMany({
    where: { groupId: actor.groupId, proposalId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const nameOf = await nameFinder(
    actor,
    rows.map(row => row.updatedById),
    database,
  )
  return rows.map(row => {
    const { id, typed, name, source, datedOn, framework, amendments, revision } = row
    const rival = { name, source, datedOn, amendments, ...(framework !== null && { framework }) }
    return { ...Rival.parse(rival), id, typed, revision, updatedByName: nameOf(row.updatedById) }
  })
}

export async function countRivals(
  { groupId }: Actor,
  proposalId: string,
  database: Database,
): Promise<number> {
  return database.rival.count({ where: { groupId, proposalId } })
}

export async function insertRival(
  { groupId, memberId }: Actor,
  proposalId: string,
  { id, framework, ...rival }: Rival & Pick<StoredRival, 'id' | 'typed'>,
  now: Date,
  database: Database,
): Promise<void> {
  await database.rival.create({
    data: {
      ...rival,
      id,
      groupId,
      proposalId,
      framework: framework ?? Prisma.DbNull,
      createdAt: now,
      updatedById: memberId,
      updatedAt: now,
    },
  })
}

type Seen = { readonly id: string; readonly revision: number }

/** Saves over the revision that was seen; false where another save came between. */
export async function updateRival(
  { groupId, memberId }: Actor,
  proposalId: string,
  { id, revision }: Seen,
  changed: Partial<Pick<StoredRival, 'name' | 'source' | 'datedOn' | 'amendments'>>,
  now: Date,
  database: Database,
): Promise<boolean> {
  const { count } = await database.rival.updateMany({
    where: { id, revision, proposalId, groupId },
    data: { ...changed, updatedById: memberId, updatedAt: now, revision: { increment: 1 } },
  })
  return count === 1
}

/** What the other proposals are called, the oldest first. */
export const rivalChoices = (
  { groupId }: Actor,
  proposalId: string,
): Promise<{ id: string; name: string; source: string }[]> =>
  db.rival.findMany({
    where: { groupId, proposalId },
    select: { id: true, name: true, source: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

/** The proposals of these ids as a version holds them, the oldest first; null where one is not kept. */
export async function chosenRivals(
  actor: Actor,
  proposalId: string,
  ids: readonly string[],
  database: Database,
): Promise<Rival[] | null> {
  if (ids.length === 0) return []
  const kept = await listRivals(actor, proposalId, database)
  if (!ids.every(id => kept.some(rival => rival.id === id))) return null
  return kept
    .filter(({ id }) => ids.includes(id))
    .map(({ id: _id, typed: _typed, revision: _revision, updatedByName: _name, ...rival }) =>
      comparedAlone(rival),
    )
}

/** The proposals that were typed against our base keep it when ours is moved: their frames stay as they are printed. */
export async function keepBaseOfTyped(
  { groupId }: Actor,
  proposalId: string,
  base: Framework,
  database: Database,
): Promise<void> {
  await database.rival.updateMany({
    where: { groupId, proposalId, framework: { equals: Prisma.DbNull } },
    data: { framework: base },
  })
}

/** Removes it as it was seen; false where another save came between. */
export async function deleteRival(
  { groupId }: Actor,
  proposalId: string,
  { id, revision }: Seen,
  database: Database,
): Promise<boolean> {
  const { count } = await database.rival.deleteMany({
    where: { id, revision, proposalId, groupId },
  })
  return count === 1
}
