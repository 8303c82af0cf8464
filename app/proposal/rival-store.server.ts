import { db, type Database } from '~/db.server'
import { Prisma } from '~/generated/prisma/client'
import type { Framework } from '~/budget/framework'
import type { Actor } from '~/group/policy'
import { namesOf } from './amendment-store.server'
import { Rival } from './rival'

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
  const names = await namesOf(
    actor,
    rows.map(({ updatedById }) => updatedById),
    database,
  )
  return rows.map(row => {
    const { id, typed, name, source, datedOn, framework, amendments, revision } = row
    const rival = { name, source, datedOn, amendments, ...(framework !== null && { framework }) }
    const updatedByName = names.get(row.updatedById) ?? 'En tidigare medlem'
    return { ...Rival.parse(rival), id, typed, revision, updatedByName }
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
