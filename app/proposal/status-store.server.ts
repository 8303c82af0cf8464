import { db, type Database } from '~/db.server'
import type { Actor, Status } from '~/group/policy'
import { newId } from '~/identifier.server'
import { namesOf } from './amendment-store.server'
import type { Dates } from './deadline'

export type StatusChange = {
  readonly id: string
  readonly from: Status
  readonly to: Status
  readonly reason: string
  readonly at: Date
  readonly byName: string
}

/** Sets the status inside a change, and writes down who did it, when and why. */
export async function saveStatus(
  { groupId, memberId }: Actor,
  proposalId: string,
  change: Pick<StatusChange, 'from' | 'to' | 'reason' | 'at'>,
  database: Database,
): Promise<void> {
  await database.proposal.updateMany({
    where: { id: proposalId, groupId },
    data: { status: change.to },
  })
  await database.statusChange.create({
    data: { ...change, id: newId(), groupId, proposalId, byId: memberId },
  })
}

/** Every change of the proposal's status, the latest first. */
export async function listStatusChanges(actor: Actor, proposalId: string): Promise<StatusChange[]> {
  const rows = await db.statusChange.findMany({
    where: { groupId: actor.groupId, proposalId },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
  })
  const names = await namesOf(
    actor,
    rows.map(({ byId }) => byId),
    db,
  )
  return rows.map(({ id, from, to, reason, at, byId }) => ({
    id,
    from,
    to,
    reason,
    at,
    byName: names.get(byId) ?? 'En tidigare medlem',
  }))
}

export async function saveDates(
  { groupId }: Actor,
  proposalId: string,
  { review, locked, submitted }: Dates,
  database: Database,
): Promise<void> {
  await database.proposal.updateMany({
    where: { id: proposalId, groupId },
    data: { reviewOn: review, lockedOn: locked, submittedOn: submitted },
  })
}
