import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { namesOf } from './amendment-store.server'
import type { StoredOverride } from './draft'
import { Override } from './snapshot'

type OverrideRow = Awaited<ReturnType<Database['override']['findMany']>>[number]

/** No place: the override is about the check wherever it finds something. */
const everywhere = ''

export async function storedOverrides(
  actor: Actor,
  rows: readonly OverrideRow[],
  database: Database,
): Promise<StoredOverride[]> {
  const names = await namesOf(
    actor,
    rows.map(({ byId }) => byId),
    database,
  )
  return rows.map(({ id, check, place, ground, reason, at, byId }) => ({
    ...Override.parse({
      check,
      reason,
      ...(place !== everywhere && { place }),
      ...(ground !== null && { ground }),
    }),
    id,
    at,
    byName: names.get(byId) ?? 'En tidigare medlem',
  }))
}

/** Stores the reason; one that was given before for the same check and place gives way. */
export async function saveOverride(
  { groupId, memberId }: Actor,
  proposalId: string,
  { id, check, place = everywhere, ground = null, reason }: NewOverride,
  at: Date,
  database: Database,
): Promise<void> {
  const given = { ground, reason, byId: memberId, at }
  await database.override.upsert({
    where: { proposalId_check_place: { proposalId, check, place } },
    create: { id, groupId, proposalId, check, place, ...given },
    update: given,
  })
}

type NewOverride = Pick<StoredOverride, 'id' | 'check' | 'reason'> & {
  readonly place?: string | undefined
  readonly ground?: StoredOverride['ground'] | null
}

/** @returns whether there was one. */
export async function deleteOverride(
  { groupId }: Actor,
  proposalId: string,
  id: string,
  database: Database,
): Promise<boolean> {
  const { count } = await database.override.deleteMany({ where: { id, proposalId, groupId } })
  return count === 1
}
