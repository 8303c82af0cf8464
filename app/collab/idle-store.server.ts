import { db, type Database } from '~/db.server'
import { Prisma } from '~/generated/prisma/client'
import { holdTexts } from './log-store.server'

/** A proposal that was changed, and that nobody has changed for a while: how far its changes go. */
export type IdleProposal = {
  readonly id: string
  readonly groupId: string
  readonly revision: number
  readonly text: bigint
}

/**
 * The proposals that were changed since the app last froze them, and not in that many minutes. The database's clock
 * alone counts, so that instances agree and a restart forgets nothing.
 */
export const idleProposals = (minutes: number): Promise<IdleProposal[]> =>
  idle(db, minutes, Prisma.empty)

const idle = (database: Database, minutes: number, which: Prisma.Sql): Promise<IdleProposal[]> =>
  database.$queryRaw<IdleProposal[]>`
    SELECT p."id", p."groupId", p."revision", coalesce(written."upto", 0) AS "text" FROM "Proposal" p
    LEFT JOIN LATERAL (
      SELECT max("upto") AS "upto", max("at") AS "at" FROM (
        SELECT u."id" AS "upto", u."at" FROM "SectionUpdate" u
        JOIN "Section" s ON s."id" = u."sectionId" WHERE s."proposalId" = p."id" AND u."words"
        UNION ALL SELECT w."upto", w."at" FROM "SectionWriter" w
        JOIN "Section" s ON s."id" = w."sectionId" WHERE s."proposalId" = p."id"
      ) rows
    ) written ON true
    WHERE (p."revision" > p."frozenRevision" OR written."upto" > p."frozenText")
      AND greatest(p."changedAt", coalesce(written."at", p."changedAt"))
        < (now() AT TIME ZONE 'UTC') - make_interval(mins => ${minutes}::int) ${which}
    ORDER BY p."id"`

/**
 * Does the work on a proposal while nobody else changes it, where it is idle still, and writes down that its changes
 * are frozen. Of several instances one does it: the others wait, and find nothing left.
 * @returns whether it was done.
 */
export function whileIdle(
  { id, groupId }: IdleProposal,
  minutes: number,
  work: (tx: Database) => Promise<void>,
): Promise<boolean> {
  return db.$transaction(async tx => {
    await tx.$executeRaw`SELECT 1 FROM "Proposal" WHERE "id" = ${id} FOR UPDATE`
    await holdTexts(tx, id)
    const [still] = await idle(tx, minutes, Prisma.sql`AND p."id" = ${id}`)
    if (!still) return false
    await work(tx)
    await tx.proposal.updateMany({
      where: { id, groupId },
      data: { frozenRevision: still.revision, frozenText: still.text },
    })
    return true
  })
}
