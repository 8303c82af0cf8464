import { Framework } from '~/budget/framework'
import type { Edition } from '~/budget/rebase'
import { db, type Database } from '~/db.server'
import type { Prisma } from '~/generated/prisma/client'
import type { Actor } from '~/group/policy'

/** A newer edition that waits for the group's decisions. */
export type NextEdition = Edition & { readonly frameworkId: string }

/** The edition that the proposal may be moved to; null where none is read in. */
export async function loadNextEdition(
  { groupId }: Actor,
  proposalId: string,
  database: Database = db,
): Promise<NextEdition | null> {
  const row = await database.proposal.findFirst({
    where: { id: proposalId, groupId },
    select: { nextFramework: true },
  })
  if (!row?.nextFramework) return null
  const { id, content, hash } = row.nextFramework
  return { frameworkId: id, framework: Framework.parse(content), hash }
}

/** Lays an edition beside the base, in the place of one that may wait already. */
export async function saveNextEdition(
  actor: Actor,
  proposalId: string,
  { frameworkId, framework, hash }: NextEdition,
  database: Database,
): Promise<void> {
  const { groupId } = actor
  await dropNextEdition(actor, proposalId, database)
  const { name } = framework
  await database.framework.create({
    data: { id: frameworkId, groupId, name, content: framework, hash },
  })
  await database.proposal.updateMany({
    where: { id: proposalId, groupId },
    data: { nextFrameworkId: frameworkId },
  })
}

/** Forgets the edition that waits. */
export async function dropNextEdition(
  { groupId }: Actor,
  proposalId: string,
  database: Database,
): Promise<void> {
  await database.framework.deleteMany({
    where: { groupId, awaitedBy: { some: { id: proposalId } }, proposals: { none: {} } },
  })
}

type DecidedMove = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly decisions: Prisma.InputJsonValue
  readonly now: Date
}

/** Moves the proposal to the edition, and keeps what was decided and by whom. */
export async function saveMove(
  { groupId, memberId }: Actor,
  proposalId: string,
  { id, from, to, decisions, now }: DecidedMove,
  database: Database,
): Promise<void> {
  await database.proposal.updateMany({
    where: { id: proposalId, groupId },
    data: { frameworkId: to, nextFrameworkId: null },
  })
  await database.rebase.create({
    data: {
      id,
      groupId,
      proposalId,
      fromFrameworkId: from,
      toFrameworkId: to,
      decisions,
      decidedById: memberId,
      decidedAt: now,
    },
  })
}
