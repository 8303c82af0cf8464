import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import type { Touch } from './touch'

/** Keeps who made these changes, inside the change that makes them. */
export async function logTouches(
  tx: Database,
  { groupId, memberId }: Actor,
  proposalId: string,
  touches: readonly Touch[],
  now: Date,
): Promise<void> {
  if (touches.length === 0) return
  await tx.touch.createMany({
    data: touches.map(touch => ({ ...touch, groupId, memberId, proposalId, at: now })),
  })
}
