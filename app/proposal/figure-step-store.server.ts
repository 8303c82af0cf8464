import { z } from 'zod'
import { Amendment } from '~/budget/amendment'
import { db, type Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { namesOf } from './amendment-store.server'
import type { StoredAmendment } from './draft'
import type { Touch } from './figure-author'
import {
  changesFigures,
  stateOf,
  type FigureChange,
  type FigureHistory,
  type FigureStep,
} from './figure-step'

export const FigureState = z.object({
  change: Amendment.shape.change,
  state: Amendment.shape.state,
  replaces: z.string().nullable().optional(),
})

/** More than this of a proposal's history is not read to say whose a figure is. */
const mostTouches = 1000

/** How many steps back a member is offered. */
const reach = 50

/**
 * Writes down a change of an amendment's figures, in the transaction that makes it. What the member had undone before
 * can not be made again after it.
 */
export async function logFigures(
  { groupId, memberId }: Actor,
  proposalId: string,
  { amendmentId, step, before, after }: FigureChange & { amendmentId: string; step: string },
  now: Date,
  database: Database,
): Promise<void> {
  if (!changesFigures({ before, after })) return
  const own = { groupId, proposalId, memberId }
  await database.figureChange.updateMany({
    where: { ...own, undoneAt: { not: null }, dropped: false },
    data: { dropped: true },
  })
  await database.figureChange.create({
    data: {
      ...own,
      amendmentId,
      step,
      after: stateOf(after),
      at: now,
      ...(before && { before: stateOf(before) }),
    },
  })
}

/** The changes of one of the member's own steps, in the order in which they were made. */
export async function loadStep(
  { groupId, memberId }: Actor,
  proposalId: string,
  step: string,
  database: Database,
): Promise<(FigureChange & { readonly amendmentId: string; readonly undone: boolean })[]> {
  const rows = await database.figureChange.findMany({
    where: { groupId, proposalId, memberId, step, dropped: false },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ amendmentId, before, after, undoneAt }) => ({
    amendmentId,
    before: before === null ? null : FigureState.parse(before),
    after: FigureState.parse(after),
    undone: undoneAt !== null,
  }))
}

/** The logged saves of the amendments' figures, by amendment: of all members, the latest ones where there are very many. */
export async function loadTouches(
  actor: Actor,
  proposalId: string,
  amendmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Touch[]>> {
  const rows = await db.figureChange.findMany({
    where: { groupId: actor.groupId, proposalId, amendmentId: { in: [...amendmentIds] } },
    orderBy: { id: 'desc' },
    take: mostTouches,
  })
  const names = await namesOf(
    actor,
    rows.map(({ memberId }) => memberId),
    db,
  )
  const touches = new Map<string, Touch[]>()
  for (const { amendmentId, memberId, before, after, at, undoneAt } of rows) {
    const list = touches.get(amendmentId) ?? []
    touches.set(amendmentId, list)
    list.push({
      before: before === null ? null : FigureState.parse(before),
      after: FigureState.parse(after),
      author: { name: names.get(memberId) ?? 'En tidigare medlem', at: undoneAt ?? at },
      undone: undoneAt !== null,
    })
  }
  return touches
}

/** Marks a step as undone, or as made again where `undoneAt` is null. */
export async function markStep(
  { groupId, memberId }: Actor,
  proposalId: string,
  step: string,
  undoneAt: Date | null,
  database: Database,
): Promise<void> {
  await database.figureChange.updateMany({
    where: { groupId, proposalId, memberId, step, dropped: false },
    data: { undoneAt },
  })
}

/** What the member can undo and make again in the proposal. */
export async function loadHistory(
  { groupId, memberId }: Actor,
  proposalId: string,
  amendments: readonly StoredAmendment[],
): Promise<FigureHistory> {
  const own = { groupId, proposalId, memberId, dropped: false }
  const select = { step: true, amendmentId: true } as const
  const [made, undone] = await Promise.all([
    db.figureChange.findMany({
      where: { ...own, undoneAt: null },
      orderBy: { id: 'desc' },
      take: reach,
      select,
    }),
    db.figureChange.findMany({
      where: { ...own, undoneAt: { not: null } },
      orderBy: [{ undoneAt: 'desc' }, { id: 'asc' }],
      take: reach,
      select,
    }),
  ])
  const numbers = new Map(amendments.map(({ id, number }) => [id, number]))
  const [redo] = stepsOf(undone, numbers)
  return { undo: stepsOf(made, numbers), redo: redo ?? null }
}

function stepsOf(
  rows: readonly { readonly step: string; readonly amendmentId: string }[],
  numbers: ReadonlyMap<string, number>,
): FigureStep[] {
  const steps = new Map<string, number[]>()
  for (const { step, amendmentId } of rows) {
    const list = steps.get(step) ?? []
    steps.set(step, list)
    const number = numbers.get(amendmentId)
    if (number !== undefined) list.push(number)
  }
  return [...steps].map(([step, list]) => ({ step, numbers: list.toSorted((a, b) => a - b) }))
}
