import { db, type Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { namesOf } from './amendment-store.server'
import { DecisionContent } from './meeting'

export type Decision = {
  readonly id: string
  readonly number: number
  readonly at: Date
  readonly byName: string
}

/** Stores what a meeting decided. @returns its number among the proposal's. */
export async function insertDecision(
  { groupId, memberId }: Actor,
  proposalId: string,
  { id, content }: { readonly id: string; readonly content: DecisionContent },
  at: Date,
  database: Database,
): Promise<number> {
  const number = 1 + (await database.decision.count({ where: { proposalId, groupId } }))
  await database.decision.create({
    data: { id, groupId, proposalId, number, content, byId: memberId, at },
  })
  return number
}

/** What has been decided, the latest first. */
export async function listDecisions(actor: Actor, proposalId: string): Promise<Decision[]> {
  const rows = await db.decision.findMany({
    where: { groupId: actor.groupId, proposalId },
    select: { id: true, number: true, at: true, byId: true },
    orderBy: { number: 'desc' },
  })
  const names = await namesOf(
    actor,
    rows.map(({ byId }) => byId),
    db,
  )
  return rows.map(({ byId, ...row }) => ({
    ...row,
    byName: names.get(byId) ?? 'En tidigare medlem',
  }))
}

/** One decision list; null where the actor's group has none with that id in the proposal. */
export async function loadDecision(
  actor: Actor,
  proposalId: string,
  decisionId: string,
): Promise<(Decision & { readonly content: DecisionContent }) | null> {
  const row = await db.decision.findFirst({
    where: { id: decisionId, groupId: actor.groupId, proposalId },
  })
  if (!row) return null
  const names = await namesOf(actor, [row.byId], db)
  return {
    id: row.id,
    number: row.number,
    at: row.at,
    byName: names.get(row.byId) ?? 'En tidigare medlem',
    content: DecisionContent.parse(row.content),
  }
}
