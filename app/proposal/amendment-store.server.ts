import { Amendment, type Change } from '~/budget/amendment'
import type { Database } from '~/db.server'
import { Prisma } from '~/generated/prisma/client'
import type { Actor } from '~/group/policy'
import type { StoredAmendment } from './draft'

type AmendmentRow = Awaited<ReturnType<Database['amendment']['findMany']>>[number]

/** Rows as amendments, through the format's gate, with the names of those who saved them last. */
export async function storedAmendments(
  actor: Actor,
  rows: readonly AmendmentRow[],
  database: Database,
): Promise<StoredAmendment[]> {
  const names = await namesOf(
    actor,
    rows.flatMap(row => [row.updatedById, row.withdrawalById ?? []].flat()),
    database,
  )
  return rows.map(row => storedAmendment(row, names))
}

/** Stores a new amendment. */
export async function insertAmendment(
  actor: Actor,
  proposalId: string,
  amendment: Pick<
    Amendment,
    'id' | 'number' | 'state' | 'motivation' | 'baseHash' | 'sourceId' | 'replaces' | 'question'
  > & {
    readonly change: Change
    readonly section: string | null
  },
  now: Date,
  database: Database,
): Promise<void> {
  const { section, ...rest } = amendment
  await database.amendment.create({
    data: {
      ...rest,
      sectionId: section,
      groupId: actor.groupId,
      proposalId,
      createdById: actor.memberId,
      updatedById: actor.memberId,
      createdAt: now,
      updatedAt: now,
    },
  })
}

/** Saves an amendment's new state over the expected revision; false where another save came between. */
export async function updateAmendment(
  actor: Actor,
  proposalId: string,
  saved: { readonly id: string; readonly revision: number },
  amendment: Pick<Amendment, 'change' | 'motivation' | 'section' | 'state'> & {
    readonly sourceId?: string | null
    readonly question?: Amendment['question'] | null
    readonly replaces?: string | null
  },
  now: Date,
  database: Database,
): Promise<boolean> {
  const { section, question, ...rest } = amendment
  const { count } = await database.amendment.updateMany({
    where: { id: saved.id, revision: saved.revision, proposalId, groupId: actor.groupId },
    data: {
      ...rest,
      ...(question !== undefined && { question: question ?? Prisma.DbNull }),
      sectionId: section,
      ...(rest.state !== 'adopted' && { withdrawalById: null }),
      updatedById: actor.memberId,
      updatedAt: now,
      revision: { increment: 1 },
    },
  })
  return count === 1
}

/** Saves what became of an amendment when its base moved. The caller holds the proposal's lock. */
export async function moveAmendment(
  { groupId, memberId }: Actor,
  proposalId: string,
  { id, change, state, baseHash }: Amendment,
  now: Date,
  database: Database,
): Promise<void> {
  await database.amendment.updateMany({
    where: { id, proposalId, groupId },
    data: {
      change,
      state,
      baseHash,
      ...(state !== 'adopted' && { withdrawalById: null }),
      updatedById: memberId,
      updatedAt: now,
      revision: { increment: 1 },
    },
  })
}

/** Saves that the base moved and the amendment did not: it stays whose it is, and what one saw of it stays true. */
export async function followBase(
  { groupId }: Actor,
  proposalId: string,
  { id, baseHash }: Pick<Amendment, 'id' | 'baseHash'>,
  database: Database,
): Promise<void> {
  await database.amendment.updateMany({ where: { id, proposalId, groupId }, data: { baseHash } })
}

function storedAmendment(row: AmendmentRow, names: ReadonlyMap<string, string>): StoredAmendment {
  const nameOf = (id: string) => names.get(id) ?? 'En tidigare medlem'
  const { id, number, state, change, motivation, sectionId, baseHash } = row
  const { sourceId, replaces, question } = row
  const leavingBy = state === 'adopted' ? row.withdrawalById : null
  return {
    ...Amendment.parse({
      id,
      number,
      state,
      change,
      motivation,
      section: sectionId,
      baseHash,
      ...(sourceId === null ? {} : { sourceId }),
      ...(replaces === null ? {} : { replaces }),
      ...(question === null ? {} : { question }),
      ...(leavingBy !== null && { withdrawalSuggested: true }),
    }),
    withdrawalBy:
      leavingBy === null
        ? null
        : {
            id: leavingBy,
            name: nameOf(leavingBy),
            at: row.withdrawalAt ?? row.updatedAt,
          },
    revision: row.revision,
    place: row.place,
    updatedAt: row.updatedAt,
    updatedById: row.updatedById,
    updatedByName: nameOf(row.updatedById),
  }
}

/** Says the name of each of these members, removed ones too. */
export async function nameFinder(
  actor: Actor,
  memberIds: readonly string[],
  database: Database,
): Promise<(id: string) => string> {
  const names = await namesOf(actor, memberIds, database)
  return id => names.get(id) ?? 'En tidigare medlem'
}

/** Member id -> name, removed members too. */
export async function namesOf(
  actor: Actor,
  memberIds: readonly string[],
  database: Database,
): Promise<ReadonlyMap<string, string>> {
  if (memberIds.length === 0) return new Map()
  const members = await database.member.findMany({
    where: { groupId: actor.groupId, id: { in: [...new Set(memberIds)] } },
    select: { id: true, name: true },
  })
  return new Map(members.map(({ id, name }) => [id, name]))
}

/**
 * Who suggests that it is withdrawn, or null: nobody any more. No save of it, so that nobody's writing clashes with it.
 * Who decides it knows of it: it is news to the others.
 */
export async function saveWithdrawal(
  { groupId, memberId }: Actor,
  proposalId: string,
  { id, by }: { readonly id: string; readonly by: string | null },
  now: Date,
  database: Database,
): Promise<void> {
  await database.amendment.updateMany({
    where: { id, proposalId, groupId, state: 'adopted' },
    data: { withdrawalById: by, withdrawalAt: by === null ? null : now },
  })
  await database.amendmentMark.updateMany({
    where: { memberId, amendmentId: id, groupId },
    data: { withdrawalById: by },
  })
}

/** Where the leader takes the amendment up; no save of it, so that nobody's writing clashes with it. */
export async function savePlace(
  { groupId }: Actor,
  proposalId: string,
  id: string,
  place: number,
  database: Database,
): Promise<void> {
  await database.amendment.updateMany({ where: { id, proposalId, groupId }, data: { place } })
}
