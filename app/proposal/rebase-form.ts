import { z } from 'zod'
import { BoardId } from '~/budget/framework'
import type { RebaseDecision } from '~/budget/rebase'

/** A decision as the form sends it: `change`, `result`, `met`, `withdraw`, or `move:BUN`. */
const Decision = z.union([
  z.enum(['change', 'result', 'met', 'withdraw']).transform((type): RebaseDecision => ({ type })),
  z
    .string()
    .startsWith('move:')
    .transform(sent => sent.slice('move:'.length))
    .pipe(BoardId)
    .transform((board): RebaseDecision => ({ type: 'move', board })),
])

/** What the page of a new edition sends: forget it, or move the proposal by these decisions, by amendment. */
export const RebaseForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('drop') }),
  z
    .object({
      intent: z.literal('rebase'),
      edition: z.string().regex(/^[0-9a-f]{64}$/),
      seen: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .catchall(z.string().max(100)),
])
export type RebaseForm = z.infer<typeof RebaseForm>

const prefix = 'decision:'

/** The decisions of the form, by amendment; one that is none is left out, and so is undecided. */
export function decisionsOf(form: Record<string, unknown>): Map<string, RebaseDecision> {
  return new Map(
    Object.entries(form).flatMap(([name, sent]) => {
      const decision = name.startsWith(prefix) ? Decision.safeParse(sent) : null
      return decision?.success ? [[name.slice(prefix.length), decision.data] as const] : []
    }),
  )
}

/** The name of an amendment's field. */
export const decisionField = (amendmentId: string): string => `${prefix}${amendmentId}`
