import { Framework } from '~/budget/framework'
import { db, type Database } from '~/db.server'
import type { Actor, Status } from '~/group/policy'
import { storedAmendments } from './amendment-store.server'
import type { Dates } from './deadline'
import type { Draft, ProposalSummary, StoredGoal } from './draft'
import { withFormerNames } from './former-name.server'
import { storedFramework } from './framework-store.server'
import { Goal } from './goal'
import { storedOverrides } from './override-store.server'

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
      dates: datesOf(row),
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
      group: {
        select: {
          name: true,
          members: {
            where: { removedAt: null, roles: { has: 'leader' } },
            select: { id: true },
            take: 1,
          },
        },
      },
      overrides: { orderBy: [{ check: 'asc' }, { at: 'asc' }] },
      amendments: { orderBy: { number: 'asc' } },
      sections: {
        where: { removedAt: null },
        orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
      },
      goals: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        include: { indicators: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
      },
    },
  })
  if (!row) return null
  const base = await storedFramework(actor, row.frameworkId, database)
  const amendments = await storedAmendments(actor, row.amendments, database)
  return {
    id: row.id,
    title: row.title,
    groupName: row.group.name,
    status: row.status,
    dates: datesOf(row),
    led: row.group.members.length > 0,
    revision: row.revision,
    ...base,
    amendments: await withFormerNames(actor, row.id, base.framework, amendments, database),
    sections: row.sections.map(({ id, title, position, revision }) => ({
      id,
      title,
      position,
      revision,
    })),
    goals: row.goals.map(storedGoal),
    overrides: await storedOverrides(actor, row.overrides, database),
  }
}

/** Which revision the proposal has reached; null where the actor's group has none with that id. */
export async function loadRevision(actor: Actor, proposalId: string): Promise<number | null> {
  const row = await db.proposal.findFirst({
    where: { id: proposalId, groupId: actor.groupId },
    select: { revision: true },
  })
  return row?.revision ?? null
}

export async function loadTitle(actor: Actor, proposalId: string): Promise<string | null> {
  const row = await db.proposal.findFirst({
    where: { id: proposalId, groupId: actor.groupId },
    select: { title: true },
  })
  return row?.title ?? null
}

export async function loadStatus(actor: Actor, proposalId: string): Promise<Status | null> {
  const row = await db.proposal.findFirst({
    where: { id: proposalId, groupId: actor.groupId },
    select: { status: true },
  })
  return row?.status ?? null
}

/** Stores a framework, a proposal on it and what `also` writes, all or none. The caller has checked them. */
export async function insertProposal(
  { groupId }: Actor,
  proposal: { readonly id: string; readonly title: string },
  framework: { readonly id: string; readonly content: Framework; readonly hash: string },
  also: (tx: Database) => Promise<void>,
): Promise<void> {
  const { id, content, hash } = framework
  await db.$transaction(async tx => {
    await tx.framework.create({ data: { id, groupId, name: content.name, content, hash } })
    await tx.proposal.create({ data: { ...proposal, groupId, frameworkId: id } })
    await also(tx)
  })
}

const datesOf = (row: {
  reviewOn: string | null
  lockedOn: string | null
  submittedOn: string | null
}): Dates => ({ review: row.reviewOn, locked: row.lockedOn, submitted: row.submittedOn })

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
