import { db, type Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { memberNames } from '~/group/store.server'
import type { Readiness, Standing } from './readiness'

/** How a section stands: what was said of it, and who answers for it. */
export type Stands = {
  readonly standing: Standing
  readonly responsibleId: string | null
  readonly responsibleName: string | null
}

/** How each section of the proposal stands, also those in the bin, by section. */
export async function loadStandings(
  actor: Actor,
  proposalId: string,
  database: Database = db,
): Promise<Map<string, Stands>> {
  const [names, rows] = await Promise.all([
    memberNames(actor),
    database.section.findMany({
      where: { groupId: actor.groupId, proposalId },
      select: {
        id: true,
        readiness: true,
        readinessById: true,
        readinessAt: true,
        readinessOf: true,
        responsibleId: true,
      },
    }),
  ])
  const nameOf = (id: string | null) => (id === null ? null : (names[id] ?? null))
  return new Map(
    rows.map(row => [
      row.id,
      {
        standing: {
          readiness: row.readiness,
          byName: nameOf(row.readinessById),
          at: row.readinessAt,
          of: row.readinessOf,
        },
        responsibleId: row.responsibleId,
        responsibleName: nameOf(row.responsibleId),
      },
    ]),
  )
}

/** Says of a section how far it has come, where it still is as far as the member saw. @returns whether it was. */
export async function saveReadiness(
  tx: Database,
  { groupId, memberId }: Actor,
  section: { proposalId: string; id: string; from: Readiness },
  said: { readiness: Readiness; of: string; now: Date },
): Promise<boolean> {
  const { proposalId, id, from } = section
  const { count } = await tx.section.updateMany({
    where: { id, groupId, proposalId, removedAt: null, readiness: from },
    data: {
      readiness: said.readiness,
      readinessById: memberId,
      readinessAt: said.now,
      readinessOf: said.of,
    },
  })
  return count === 1
}

/** @returns whether the proposal has such a section, out of the bin. */
export async function saveResponsible(
  tx: Database,
  { groupId }: Actor,
  { proposalId, id }: { proposalId: string; id: string },
  responsibleId: string | null,
): Promise<boolean> {
  const { count } = await tx.section.updateMany({
    where: { id, groupId, proposalId, removedAt: null },
    data: { responsibleId },
  })
  return count === 1
}
