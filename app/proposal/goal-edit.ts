import { z } from 'zod'
import { Goal, Indicator } from './goal'

/** An indicator as it is written: everything but its identity. */
export const IndicatorText = Indicator.omit({ id: true })
export type IndicatorText = z.infer<typeof IndicatorText>

const id = z.string().min(1).max(60)
// no more than the database's column holds
const revision = z.coerce.number().int().min(1).max(2_147_483_647)
const title = Goal.shape.title

/** One change of the priority goals. `revision` is that of the goal or indicator that the writer saw. */
export const GoalEdit = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('add-goal'), title }),
  z.strictObject({ type: z.literal('rename-goal'), goalId: id, revision, title }),
  z.strictObject({ type: z.literal('remove-goal'), goalId: id, revision }),
  z.strictObject({ type: z.literal('add-indicator'), goalId: id, indicator: IndicatorText }),
  z.strictObject({
    type: z.literal('change-indicator'),
    indicatorId: id,
    revision,
    indicator: IndicatorText,
  }),
  z.strictObject({ type: z.literal('remove-indicator'), indicatorId: id, revision }),
])
export type GoalEdit = z.infer<typeof GoalEdit>

/** What a stale edit is told: the goal's title or the indicator as it stands, with its revision. */
export const StaleGoal = z.union([
  IndicatorText.extend({ revision: z.int() }),
  z.object({ title, revision: z.int() }),
])
