import { db, type Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import type { Alternative } from './alternative'
import { nameFinder } from './amendment-store.server'

/** `revision` counts its saves, and says whether one has seen the last. */
export type StoredAlternative = Alternative & {
  readonly revision: number
  readonly updatedAt: Date
  readonly updatedByName: string
}

/** The proposal's alternatives, the oldest first. */
export async function listAlternatives(
  actor: Actor,
  proposalId: string,
  database: Database = db,
): Promise<StoredAlternative[]> {
  const rows = await database.alternative.findMany({
    where: { groupId: actor.groupId, proposalId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const nameOf = await nameFinder(
    actor,
    rows.map(row => row.updatedById),
    database,
  )
  return rows.map(({ id, name, on, off, revision, updatedAt, updatedById }) => ({
    id,
    name,
    on,
    off,
    revision,
    updatedAt,
    updatedByName: nameOf(updatedById),
  }))
}

export async function insertAlternative(
  { groupId, memberId }: Actor,
  proposalId: string,
  { id, name, on, off }: Alternative,
  now: Date,
  database: Database,
): Promise<void> {
  const data = { id, groupId, proposalId, name, on: [...on], off: [...off] }
  await database.alternative.create({
    data: { ...data, createdAt: now, updatedById: memberId, updatedAt: now },
  })
}

type Seen = { readonly id: string; readonly revision: number }

/** Saves over the revision that was seen; false where another save came between. */
export async function updateAlternative(
  { groupId, memberId }: Actor,
  proposalId: string,
  { id, revision }: Seen,
  { name, on, off }: Omit<Alternative, 'id'>,
  now: Date,
  database: Database,
): Promise<boolean> {
  const { count } = await database.alternative.updateMany({
    where: { id, revision, proposalId, groupId },
    data: {
      name,
      on: [...on],
      off: [...off],
      updatedById: memberId,
      updatedAt: now,
      revision: { increment: 1 },
    },
  })
  return count === 1
}

/** Removes it as it was seen; false where another save came between. */
export async function deleteAlternative(
  { groupId }: Actor,
  proposalId: string,
  { id, revision }: Seen,
  database: Database,
): Promise<boolean> {
  const { count } = await database.alternative.deleteMany({
    where: { id, revision, proposalId, groupId },
  })
  return count === 1
}
