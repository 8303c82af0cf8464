import { db, type Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { memberNames } from '~/group/store.server'
import type { BinnedSection } from './binned-section'

/** The proposal's sections that lie in the bin, the last one first. */
export async function loadBin(
  actor: Actor,
  proposalId: string,
  database: Database = db,
): Promise<BinnedSection[]> {
  const rows = await database.section.findMany({
    where: { groupId: actor.groupId, proposalId, removedAt: { not: null } },
    orderBy: [{ removedAt: 'desc' }, { id: 'asc' }],
    select: { id: true, title: true, revision: true, removedAt: true, removedById: true },
  })
  if (rows.length === 0) return []
  const names = await memberNames(actor)
  return rows.flatMap(({ removedAt, removedById, ...section }) =>
    removedAt ? [{ ...section, removedAt, removedByName: names[removedById ?? ''] ?? null }] : [],
  )
}
