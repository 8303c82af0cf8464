import { Amendment, type Change } from '~/budget/amendment'
import { Framework } from '~/budget/framework'
import { db, type Database } from '~/db.server'
import { events } from '~/events.server'
import { can, type Action, type Actor, type Status } from '~/group/policy'
import { done, forbidden, notFound, refused, type Outcome } from '~/outcome'
import type { Draft, ProposalSummary, StoredAmendment, StoredGoal } from './draft'
import { Goal } from './goal'

/** The proposals of the actor's group, newest first. */
export async function listProposals(actor: Actor): Promise<ProposalSummary[]> {
  const rows = await db.proposal.findMany({
    where: { groupId: actor.groupId },
    include: { framework: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(row => {
    const framework = Framework.parse(row.framework.content)
    return {
      id: row.id,
      title: row.title,
      status: row.status,
      revision: row.revision,
      createdAt: row.createdAt,
      frameworkName: framework.name,
      municipality: framework.municipality.name,
      constructed: framework.constructed,
    }
  })
}

/** The whole proposal but its sections' text; null where the actor's group has none with that id. */
export async function loadDraft(
  actor: Actor,
  proposalId: string,
  database: Database = db,
): Promise<Draft | null> {
  const row = await database.proposal.findFirst({
    where: { id: proposalId, groupId: actor.groupId },
    include: {
      group: { select: { name: true } },
      framework: true,
      amendments: { orderBy: { number: 'asc' } },
      sections: { where: { removedAt: null }, orderBy: [{ position: 'asc' }, { createdAt: 'asc' }] },
      goals: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        include: { indicators: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
      },
    },
  })
  if (!row) return null
  const names = await namesOf(
    actor,
    row.amendments.map(amendment => amendment.updatedById),
    database,
  )
  return {
    id: row.id,
    title: row.title,
    groupName: row.group.name,
    status: row.status,
    revision: row.revision,
    framework: Framework.parse(row.framework.content),
    frameworkHash: row.framework.hash,
    amendments: row.amendments.map(amendment => storedAmendment(amendment, names)),
    sections: row.sections.map(({ id, title, position, revision }) => ({
      id,
      title,
      position,
      revision,
    })),
    goals: row.goals.map(storedGoal),
  }
}

/** One amendment of a proposal, or null. */
export async function loadAmendment(
  actor: Actor,
  proposalId: string,
  amendmentId: string,
  database: Database = db,
): Promise<StoredAmendment | null> {
  const row = await database.amendment.findFirst({
    where: { id: amendmentId, proposalId, groupId: actor.groupId },
  })
  return row && storedAmendment(row, await namesOf(actor, [row.updatedById], database))
}

/** The proposal's row while a change of it is decided: nobody else changes it before the transaction ends. */
export type LockedProposal = {
  readonly id: string
  readonly status: Status
  /** The revision that the change makes. */
  readonly revision: number
}

/**
 * Changes a proposal: in one transaction it locks the row, asks can(), lets `decide` check and write, and counts the
 * revision up. A fault writes nothing. The open pages are told after the commit.
 */
export async function changeProposal<T>(
  actor: Actor,
  proposalId: string,
  action: Action,
  decide: (database: Database, proposal: LockedProposal) => Promise<Outcome<T>>,
): Promise<Outcome<{ value: T; revision: number }>> {
  const outcome = await transaction(async database => {
    const [proposal] = await database.proposal.updateManyAndReturn({
      where: { id: proposalId, groupId: actor.groupId },
      data: { revision: { increment: 1 } },
      select: { id: true, status: true, revision: true },
    })
    if (!proposal) return notFound
    if (!can(actor, action, proposal.status)) return refusedFor(actor, action)
    const decided = await decide(database, proposal)
    return decided.ok ? done({ value: decided.value, revision: proposal.revision }) : decided
  })
  if (outcome.ok) {
    const { groupId, memberId, name } = actor
    const { revision } = outcome.value
    events.emit('proposal changed', { groupId, proposalId, revision, by: { memberId, name } })
  }
  return outcome
}

const refusedFor = (actor: Actor, action: Action) =>
  can(actor, action)
    ? refused({ kind: 'forbidden', message: 'Förslaget är låst och går inte att ändra.' })
    : forbidden

class Rollback extends Error {}

/** A transaction that a fault rolls back. */
export async function transaction<T>(
  work: (database: Database) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  let outcome: Outcome<T> = notFound
  try {
    await db.$transaction(
      async database => {
        outcome = await work(database)
        if (!outcome.ok) throw new Rollback()
      },
      { timeout: 15_000, maxWait: 10_000 },
    )
  } catch (error) {
    if (!(error instanceof Rollback)) throw error
  }
  return outcome
}

/** Stores a framework and a proposal on it. The caller has checked both. */
export async function insertProposal(
  actor: Actor,
  proposal: { id: string; title: string },
  framework: { id: string; content: Framework; hash: string },
  database: Database,
): Promise<void> {
  const { groupId } = actor
  await database.framework.create({
    data: {
      id: framework.id,
      groupId,
      name: framework.content.name,
      content: framework.content,
      hash: framework.hash,
    },
  })
  await database.proposal.create({
    data: { ...proposal, groupId, frameworkId: framework.id },
  })
}

/** Stores a new amendment, adopted. */
export async function insertAmendment(
  actor: Actor,
  proposalId: string,
  amendment: Pick<Amendment, 'id' | 'number' | 'motivation' | 'baseHash' | 'sourceId'> & {
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
  amendment: Pick<Amendment, 'change' | 'motivation' | 'section' | 'state'>,
  now: Date,
  database: Database,
): Promise<boolean> {
  const { section, ...rest } = amendment
  const { count } = await database.amendment.updateMany({
    where: { id: saved.id, revision: saved.revision, proposalId, groupId: actor.groupId },
    data: {
      ...rest,
      sectionId: section,
      updatedById: actor.memberId,
      updatedAt: now,
      revision: { increment: 1 },
    },
  })
  return count === 1
}

type AmendmentRow = Awaited<ReturnType<Database['amendment']['findMany']>>[number]

function storedAmendment(row: AmendmentRow, names: ReadonlyMap<string, string>): StoredAmendment {
  const { id, number, state, change, motivation, sectionId, baseHash, sourceId } = row
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
    }),
    revision: row.revision,
    updatedAt: row.updatedAt,
    updatedById: row.updatedById,
    updatedByName: names.get(row.updatedById) ?? 'En tidigare medlem',
  }
}

type GoalRow = Awaited<
  ReturnType<typeof db.goal.findMany<{ include: { indicators: true } }>>
>[number]

function storedGoal(row: GoalRow): StoredGoal {
  const goal = Goal.parse({
    id: row.id,
    title: row.title,
    indicators: row.indicators.map(indicator => ({
      id: indicator.id,
      kpi: indicator.kpi,
      label: indicator.label,
      unit: indicator.unit,
      direction: indicator.direction,
      outcomeYear: indicator.outcomeYear,
      outcome: indicator.outcome,
      targetYear: indicator.targetYear,
      target: indicator.target,
    })),
  })
  const revisions = new Map(row.indicators.map(({ id, revision }) => [id, revision]))
  return {
    ...goal,
    revision: row.revision,
    indicators: goal.indicators.map(indicator => ({
      ...indicator,
      revision: revisions.get(indicator.id) ?? 1,
    })),
  }
}

async function namesOf(
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
