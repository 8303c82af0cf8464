import { z } from 'zod'
import type { Goal } from './goal'
import type { GoalEdit } from './goal-edit'

/** A change whose author is kept: what was changed, what it was called after it (or last), and how. */
export const Touch = z.strictObject({
  kind: z.enum(['section', 'goal', 'indicator']),
  place: z.string(),
  name: z.string(),
  does: z.enum(['added', 'renamed', 'moved', 'removed', 'returned', 'changed']),
})
export type Touch = z.infer<typeof Touch>

const done: Record<GoalEdit['type'], Pick<Touch, 'kind' | 'does'>> = {
  'add-goal': { kind: 'goal', does: 'added' },
  'rename-goal': { kind: 'goal', does: 'renamed' },
  'remove-goal': { kind: 'goal', does: 'removed' },
  'add-indicator': { kind: 'indicator', does: 'added' },
  'change-indicator': { kind: 'indicator', does: 'changed' },
  'remove-indicator': { kind: 'indicator', does: 'removed' },
}

/** What an edit of the goals does; `id` is of what it made or changed, `was` what that was called before. */
export function touchOf(edit: GoalEdit, id: string, was: string): Touch {
  const name = 'title' in edit ? edit.title : 'indicator' in edit ? edit.indicator.label : was
  return { ...done[edit.type], place: id, name }
}

type Goals = readonly (Omit<Goal, 'indicators'> & {
  readonly indicators: readonly Goal['indicators'][number][]
})[]

/** What makes some goals into others, as when a version is restored. */
export function touchesBetween(before: Goals, after: Goals): Touch[] {
  const titles = (goals: Goals) =>
    goals.map(({ id, title }) => ({ id, name: title, content: title }))
  const measured = (goals: Goals) =>
    goals
      .flatMap(({ indicators }) => indicators)
      .map(one => ({ id: one.id, name: one.label, content: contentOf(one) }))
  return [
    ...changed('goal', titles(before), titles(after)),
    ...changed('indicator', measured(before), measured(after)),
  ]
}

const contentOf = (indicator: Goal['indicators'][number]): string => {
  const { label, kpi, unit, direction, outcomeYear, outcome, targetYear, target } = indicator
  return JSON.stringify([label, kpi, unit, direction, outcomeYear, outcome, targetYear, target])
}

type Named = { readonly id: string; readonly name: string; readonly content: string }

function changed(kind: Touch['kind'], before: readonly Named[], after: readonly Named[]): Touch[] {
  const was = new Map(before.map(one => [one.id, one.content]))
  const is = new Set(after.map(({ id }) => id))
  const touch = ({ id, name }: Named, does: Touch['does']): Touch => ({
    kind,
    place: id,
    name,
    does,
  })
  return [
    ...after.flatMap(one => {
      if (!was.has(one.id)) return [touch(one, 'added')]
      return was.get(one.id) === one.content ? [] : [touch(one, 'changed')]
    }),
    ...before.filter(({ id }) => !is.has(id)).map(one => touch(one, 'removed')),
  ]
}
