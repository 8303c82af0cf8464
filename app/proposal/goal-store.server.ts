import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import type { Goal, Indicator } from './goal'
import type { GoalEdit, IndicatorText } from './goal-edit'
import { touchOf } from './touch'
import { logTouches } from './touch-store.server'

/**
 * Writes one edit, and who made it. A revision that is no longer the stored one is stale: nothing is written, and what
 * stands is told.
 */
export async function writeGoalEdit(
  tx: Database,
  actor: Actor,
  proposalId: string,
  edit: GoalEdit,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  const was = await nameBefore(tx, actor, edit)
  const outcome = await writeEdit(tx, actor, proposalId, edit)
  if (outcome.ok)
    await logTouches(tx, actor, proposalId, [touchOf(edit, outcome.value.id, was)], now)
  return outcome
}

/** What is removed is told of by the name that it had. */
async function nameBefore(tx: Database, { groupId }: Actor, edit: GoalEdit): Promise<string> {
  if (edit.type === 'remove-goal') {
    const goal = await tx.goal.findFirst({ where: { groupId, id: edit.goalId } })
    return goal?.title ?? ''
  }
  if (edit.type !== 'remove-indicator') return ''
  const indicator = await tx.indicator.findFirst({ where: { groupId, id: edit.indicatorId } })
  return indicator?.label ?? ''
}

async function writeEdit(
  tx: Database,
  actor: Actor,
  proposalId: string,
  edit: GoalEdit,
): Promise<Outcome<{ id: string }>> {
  switch (edit.type) {
    case 'add-goal':
      return addGoal(tx, actor, proposalId, edit.title)
    case 'rename-goal':
      return changeGoal(tx, actor, proposalId, edit, { title: edit.title })
    case 'remove-goal':
      return removeGoal(tx, actor, proposalId, edit)
    case 'add-indicator':
      return addIndicator(tx, actor, proposalId, edit)
    case 'change-indicator':
      return changeIndicator(tx, actor, proposalId, edit, edit.indicator)
    case 'remove-indicator':
      return removeIndicator(tx, actor, proposalId, edit)
  }
}

type GoalAt = { goalId: string; revision: number }
type IndicatorAt = { indicatorId: string; revision: number }

async function addGoal(tx: Database, actor: Actor, proposalId: string, title: string) {
  const { groupId } = actor
  const last = await tx.goal.aggregate({ where: { proposalId, groupId }, _max: { position: true } })
  const position = (last._max.position ?? 0) + 1
  const { id } = await tx.goal.create({
    data: { id: newId(), groupId, proposalId, position, title },
    select: { id: true },
  })
  return done({ id })
}

async function changeGoal(
  tx: Database,
  actor: Actor,
  proposalId: string,
  at: GoalAt,
  data: { title: string },
) {
  const { count } = await tx.goal.updateMany({
    where: { id: at.goalId, proposalId, groupId: actor.groupId, revision: at.revision },
    data: { ...data, revision: { increment: 1 } },
  })
  return count === 1 ? done({ id: at.goalId }) : missedGoal(tx, actor, proposalId, at.goalId)
}

async function removeGoal(tx: Database, actor: Actor, proposalId: string, at: GoalAt) {
  const { count } = await tx.goal.deleteMany({
    where: { id: at.goalId, proposalId, groupId: actor.groupId, revision: at.revision },
  })
  return count === 1 ? done({ id: at.goalId }) : missedGoal(tx, actor, proposalId, at.goalId)
}

async function missedGoal(tx: Database, { groupId }: Actor, proposalId: string, id: string) {
  const goal = await tx.goal.findFirst({
    where: { id, proposalId, groupId },
    select: { title: true, revision: true },
  })
  if (!goal) return notFound
  return refused({
    kind: 'stale',
    message: `Målet heter nu ”${goal.title}”: någon annan ändrade det medan du skrev. Läs det och ändra igen.`,
    current: goal,
  })
}

async function addIndicator(
  tx: Database,
  { groupId }: Actor,
  proposalId: string,
  { goalId, indicator }: { goalId: string; indicator: IndicatorText },
) {
  // A new indicator changes the goal too: who removes the goal has then seen an older one, and is asked again.
  const { count } = await tx.goal.updateMany({
    where: { id: goalId, proposalId, groupId },
    data: { revision: { increment: 1 } },
  })
  if (count === 0) return notFound
  const last = await tx.indicator.aggregate({ where: { goalId }, _max: { position: true } })
  const position = (last._max.position ?? 0) + 1
  const { id } = await tx.indicator.create({
    data: { id: newId(), groupId, goalId, position, ...indicator },
    select: { id: true },
  })
  return done({ id })
}

const indicatorIn = (
  { groupId }: Actor,
  proposalId: string,
  { indicatorId, revision }: IndicatorAt,
) => ({ id: indicatorId, groupId, goal: { proposalId }, revision })

async function changeIndicator(
  tx: Database,
  actor: Actor,
  proposalId: string,
  at: IndicatorAt,
  data: IndicatorText,
) {
  const { count } = await tx.indicator.updateMany({
    where: indicatorIn(actor, proposalId, at),
    data: { ...data, revision: { increment: 1 } },
  })
  return count === 1 ? done({ id: at.indicatorId }) : missedIndicator(tx, actor, proposalId, at)
}

async function removeIndicator(tx: Database, actor: Actor, proposalId: string, at: IndicatorAt) {
  const { count } = await tx.indicator.deleteMany({ where: indicatorIn(actor, proposalId, at) })
  return count === 1 ? done({ id: at.indicatorId }) : missedIndicator(tx, actor, proposalId, at)
}

async function missedIndicator(
  tx: Database,
  { groupId }: Actor,
  proposalId: string,
  { indicatorId }: IndicatorAt,
) {
  const row = await tx.indicator.findFirst({
    where: { id: indicatorId, groupId, goal: { proposalId } },
  })
  if (!row) return notFound
  return refused({
    kind: 'stale',
    message: `Någon annan ändrade ”${row.label}” medan du skrev. Här står båda: välj vad som ska gälla.`,
    current: withoutPlace(row),
  })
}

/** The indicator as it is written, and its revision: without the columns that say where it stands. */
function withoutPlace({
  id: _id,
  groupId: _group,
  goalId: _goal,
  position: _position,
  ...indicator
}: IndicatorRow) {
  return indicator
}

/** Makes goals and indicators what they were, in that order: those that came since are removed. Inside a change. */
export async function restoreGoals(
  tx: Database,
  { groupId }: Actor,
  proposalId: string,
  goals: readonly Goal[],
): Promise<void> {
  const ids = goals.map(({ id }) => id)
  await tx.goal.deleteMany({ where: { proposalId, groupId, id: { notIn: ids } } })
  for (const [position, { id, title, indicators }] of goals.entries()) {
    const where = { id, proposalId, groupId }
    const data = { title, position, revision: { increment: 1 } }
    const { count } = await tx.goal.updateMany({ where, data })
    if (count === 0) await tx.goal.create({ data: { ...where, title, position } })
    await restoreIndicators(tx, groupId, id, indicators)
  }
}

async function restoreIndicators(
  tx: Database,
  groupId: string,
  goalId: string,
  indicators: readonly Indicator[],
): Promise<void> {
  const ids = indicators.map(({ id }) => id)
  await tx.indicator.deleteMany({ where: { goalId, groupId, id: { notIn: ids } } })
  for (const [position, { id, ...text }] of indicators.entries()) {
    const where = { id, goalId, groupId }
    const data = { ...text, position, revision: { increment: 1 } }
    const { count } = await tx.indicator.updateMany({ where, data })
    if (count === 0) await tx.indicator.create({ data: { ...where, ...text, position } })
  }
}

type IndicatorRow = Awaited<ReturnType<Database['indicator']['findMany']>>[number]
