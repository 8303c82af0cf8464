import { z } from 'zod'
import type { Framework } from '~/budget/framework'
import { db, type Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { frameworkHash } from '~/proposal/check-base'
import type { Correction } from './correction'

export type StoredCorrection = Correction & {
  readonly id: number
  readonly memberId: string
  readonly by: string
  readonly at: Date
}

const historyAtMost = 500

/** The proposal's corrections, oldest first; those after `since`, or the latest ones. */
export async function loadCorrections(
  { groupId }: Actor,
  proposalId: string,
  since: number,
  database: Database = db,
): Promise<StoredCorrection[]> {
  const rows = await database.frameworkCorrection.findMany({
    where: { groupId, proposalId, id: { gt: since } },
    orderBy: { id: 'desc' },
    take: historyAtMost,
  })
  const members = await database.member.findMany({
    where: { groupId, id: { in: rows.map(({ memberId }) => memberId) } },
    select: { id: true, name: true },
  })
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return rows.toReversed().map(row => ({
    id: Number(row.id),
    memberId: row.memberId,
    field: row.field,
    before: z.coerce.number().parse(row.before),
    after: z.coerce.number().parse(row.after),
    by: names.get(row.memberId) ?? 'Någon',
    at: row.at,
  }))
}

/**
 * Puts the corrected framework in the place of the old one. The amendments that were written against it follow, so that
 * they still stand on the proposal's base (C01). The old one stays in its row: a move between editions may name it, and
 * another proposal may stand on it.
 */
export async function saveCorrectedFramework(
  { groupId, memberId }: Actor,
  proposal: { readonly id: string; readonly frameworkId: string },
  framework: Framework,
  corrections: readonly Correction[],
  now: Date,
  tx: Database,
): Promise<void> {
  const old = await tx.framework.findFirstOrThrow({ where: { id: proposal.frameworkId, groupId } })
  const hash = frameworkHash(framework)
  const id = newId()
  await tx.framework.create({
    data: { id, groupId, name: framework.name, content: framework, hash },
  })
  await tx.proposal.updateMany({ where: { id: proposal.id, groupId }, data: { frameworkId: id } })
  await tx.amendment.updateMany({
    where: { groupId, proposalId: proposal.id, baseHash: old.hash },
    data: { baseHash: hash },
  })
  await tx.frameworkCorrection.createMany({
    data: corrections.map(({ field, before, after }) => ({
      groupId,
      proposalId: proposal.id,
      memberId,
      at: now,
      field,
      before: String(before),
      after: String(after),
    })),
  })
}
