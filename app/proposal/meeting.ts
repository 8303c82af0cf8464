import { z } from 'zod'
import { AmendmentState, type Amendment } from '~/budget/amendment'
import { longestMotivation } from '~/budget/bounds'
import { effectOf } from '~/budget/effect'
import { TableUnit, type Framework } from '~/budget/framework'
import { negate } from '~/budget/money'
import { Tkr } from '~/budget/tkr'
import type { Statement } from '~/budget/statement'
import { singleLine, prose } from '~/budget/wording'
import { asSuggested, awaitsDecision, isLeaving } from './suggested'

/** What becomes of what a meeting did not take up: an amendment is deferred or withdrawn, a suggested withdrawal falls. */
export const Rest = z.enum(['leave', 'defer', 'withdraw'])
export type Rest = z.infer<typeof Rest>

const Amounts = z.array(Tkr).max(12)

/** What was left to finance, and the result, one amount a year. */
const Standing = z.strictObject({ gap: Amounts, result: Amounts })

/** A meeting's decisions as they were taken: each amendment by name, and the figures before and after. */
export const DecisionContent = z.strictObject({
  unit: TableUnit.default('tkr').describe('What the base was shown in; amounts are whole tkr'),
  years: z.array(z.int()).max(12),
  rows: z
    .array(
      z.strictObject({
        id: singleLine(60),
        number: z.int().min(1),
        name: singleLine(300),
        terms: prose(1000),
        motivation: prose(longestMotivation),
        decided: AmendmentState,
        effect: Amounts.nullable(),
        replaces: z
          .int()
          .min(1)
          .optional()
          .describe('The number of the amendment that does not count once this one is adopted'),
        withdrawal: z
          .literal(true)
          .optional()
          .describe('What was decided on is its withdrawal; `suggested` is left undecided'),
      }),
    )
    .max(5000),
  before: Standing,
  after: Standing,
})
export type DecisionContent = z.infer<typeof DecisionContent>

/** The figures of a statement that a decision list shows. */
export const standingOf = ({ gap, income }: Statement): z.infer<typeof Standing> => ({
  gap: [...gap],
  result: [...income.result.proposed],
})

/** What a decision on it would do, one amount a year: the amendment, or the opposite of it where it is to be withdrawn. */
export function meetingEffect(framework: Framework, amendment: Amendment): Tkr[] | null {
  const effect = effectOf(framework, amendment.change)
  return effect && isLeaving(amendment) ? effect.map(negate) : effect
}

/** What waits for a decision in the leader's order; those without a place come last, by number. */
export const inMeetingOrder = <
  T extends Pick<Amendment, 'state' | 'number' | 'withdrawalSuggested'> & { place: number | null },
>(
  amendments: readonly T[],
): T[] =>
  amendments
    .filter(awaitsDecision)
    .toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || a.number - b.number || 0)

/** The amendments as they count with the chosen ones switched on. */
export const withChosen = <T extends Pick<Amendment, 'id' | 'state' | 'withdrawalSuggested'>>(
  amendments: readonly T[],
  on: ReadonlySet<string>,
): T[] => amendments.map(amendment => (on.has(amendment.id) ? asSuggested(amendment) : amendment))

/** The list with one of its members moved to another place, counted from 0; outside the list it stays. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from]
  if (item === undefined || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(from, 1).toSpliced(to, 0, item)
}
