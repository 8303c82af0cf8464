import { z } from 'zod'
import { BoardId, TableUnit } from '~/budget/framework'
import { zero } from '~/budget/money'
import { parseTkr } from '~/budget/parse'
import type { RebaseDecision } from '~/budget/rebase'
import type { Division } from '~/budget/rebase-division'

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

/** The most boards that one amendment is divided between: the one that keeps the rest, and others. */
export const mostParts = 5

/** What the page of a new edition sends: forget it, or move the proposal by these decisions, by amendment. */
export const RebaseForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('drop') }),
  z
    .object({
      intent: z.literal('rebase'),
      edition: z.string().regex(/^[0-9a-f]{64}$/),
      seen: z.string().regex(/^[0-9a-f]{64}$/),
      unit: TableUnit.describe('What the page asked amounts in'),
    })
    .catchall(z.string().max(100)),
])
export type RebaseForm = z.infer<typeof RebaseForm>

const prefix = 'decision:'

/**
 * The decisions of the form, by amendment; one that is none is left out, and so is undecided. An amount of a division
 * that cannot be read is a fault.
 * @param newId makes the id of the amendment that a part becomes
 */
export function decisionsOf(
  form: Record<string, unknown>,
  unit: TableUnit,
  newId: () => string,
): { decisions: Map<string, RebaseDecision>; fault: string | null } {
  let fault: string | null = null
  const decisions = new Map(
    Object.entries(form).flatMap(([name, sent]) => {
      if (!name.startsWith(prefix)) return []
      const id = name.slice(prefix.length)
      if (sent !== 'divide') {
        const decision = Decision.safeParse(sent)
        return decision.success ? [[id, decision.data] as const] : []
      }
      const read = readDivision(form, id, unit, newId)
      fault ??= read.fault
      return [[id, read.division] as const]
    }),
  )
  return { decisions, fault }
}

function readDivision(
  form: Record<string, unknown>,
  id: string,
  unit: TableUnit,
  newId: () => string,
): { division: Division; fault: string | null } {
  let fault: string | null = null
  const text = (field: string) => String(form[field] ?? '').trim()
  const amountIn = (field: string) => {
    const typed = text(field)
    const amount = typed === '' ? null : parseTkr(typed, unit)
    if (amount?.ok === false) fault ??= amount.reason
    return amount?.ok ? amount.value : zero
  }
  const fields = Object.keys(form)
  const parts = Array.from({ length: mostParts - 1 }, (_, part) => part + 1).flatMap(part => {
    const start = amountField(id, part, '')
    const years = fields.filter(name => name.startsWith(start)).length
    const amounts = Array.from({ length: years }, (_, i) => amountIn(amountField(id, part, i)))
    const board = text(boardField(id, part))
    return board === '' && amounts.every(amount => amount === 0)
      ? []
      : [{ id: newId(), board, amounts }]
  })
  return { division: { type: 'divide', board: text(boardField(id, 0)), parts }, fault }
}

/** The names of a division's fields: the board of each part, the first of which keeps the rest, and its amounts. */
export const boardField = (amendmentId: string, part: number): string =>
  `divide:${amendmentId}:${part}:board`
export const amountField = (amendmentId: string, part: number, year: number | ''): string =>
  `divide:${amendmentId}:${part}:amount${year}`

/** The name of an amendment's field. */
export const decisionField = (amendmentId: string): string => `${prefix}${amendmentId}`
