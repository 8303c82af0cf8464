import { z } from 'zod'
import { remedyTypes } from '~/budget/remedy'

/** What is looked at: less to which board, and whether the suggested amendments count. */
export const RemedyQuestion = z.object({
  board: z.string().max(60).default(''),
  with: z.literal('suggested').optional(),
})

/** One alternative, as the page showed it: `seen` is the mark of its figures. No amount is sent. */
export const RemedyForm = RemedyQuestion.extend({
  intent: z.literal('suggest'),
  type: z.enum(remedyTypes),
  seen: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
export type RemedyForm = z.infer<typeof RemedyForm>
