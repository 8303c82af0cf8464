import { z } from 'zod'
import { allSteps } from '~/group/status'
import { ChosenRivals } from './rival-choice'

const OptionalDay = z
  .union([z.iso.date(), z.literal('')], 'Skriv dagen som 2026-10-15.')
  .transform(date => date || null)

/** What the page of the proposal's status sends: a step, or the days. */
export const StatusForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal(allSteps),
    reason: z.string().max(2000, 'Skälet får ha högst 2 000 tecken.').default(''),
    rivals: ChosenRivals,
  }),
  z.object({
    intent: z.literal('dates'),
    review: OptionalDay,
    locked: OptionalDay,
    submitted: OptionalDay,
  }),
])
