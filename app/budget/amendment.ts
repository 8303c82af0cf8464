import { z } from 'zod'
import {
  longestCondition,
  longestMotivation,
  longestName,
  longestSourceId,
  longestUsefulLife,
  widestIndexation,
} from './bounds'
import { BoardId, Year } from './framework'
import { Measure, Question } from './measure'
import { Tkr } from './tkr'
import { MilliPercent, Ore } from './stored-rate'
import { recurrences } from './recurrence'
import { prose, singleLine } from './wording'

export const Recurrence = z.enum(recurrences)
export type Recurrence = z.infer<typeof Recurrence>

const amounts = z
  .array(Tkr)
  .max(12)
  .describe('One for each year of the proposal, the budget year first')

/** Changes a board's frame. The amount of a year is new money in that year; positive is more money to the board. */
export const FrameChange = z.strictObject({
  type: z.literal('frame'),
  board: BoardId,
  recurrence: Recurrence,
  amounts,
  measures: z.array(Measure).max(100).optional().describe('Varav; the rest is ej specificerat'),
})
export type FrameChange = z.infer<typeof FrameChange>

/**
 * Changes the indexation of frames: percentage points on top of the price index (positive is more), or an efficiency
 * requirement (positive is less). A year's percentage works from the year before to that year (F10).
 */
export const IndexationChange = z.strictObject({
  type: z.literal('indexation'),
  basis: z.enum(['points', 'efficiency']),
  boards: z.array(BoardId).max(5000).describe('Empty: all boards'),
  percent: z
    .array(MilliPercent.min(-widestIndexation).max(widestIndexation))
    .max(12)
    .describe('One for each year of the proposal; the first has no effect, as no step leads to it'),
})
export type IndexationChange = z.infer<typeof IndexationChange>

/** Changes the tax rate from the budget year on. Positive is a higher tax. */
export const TaxRateChange = z.strictObject({ type: z.literal('tax-rate'), ore: Ore })
export type TaxRateChange = z.infer<typeof TaxRateChange>

/** Sets the result target as a share of tax and grants: `target` for every year, or one of its own for each. */
export const ResultTargetChange = z.strictObject({
  type: z.literal('result-target'),
  target: MilliPercent,
  perYear: z
    .array(MilliPercent)
    .max(12)
    .optional()
    .describe('A target for each year of the proposal, instead of the one'),
  average: z
    .literal(true)
    .optional()
    .describe('The target is met over the period: sum of results by sum of tax and grants'),
})
export type ResultTargetChange = z.infer<typeof ResultTargetChange>

/** Changes a line of income other than tax: a grant, or the final settlement of tax. Positive is more income. */
export const RevenueChange = z.strictObject({
  type: z.literal('revenue'),
  line: singleLine(60).describe('The id of a grant, or settlement'),
  amounts,
  conditional: prose(longestCondition)
    .regex(/\S/)
    .optional()
    .describe('What the income hangs on (C25)'),
})
export type RevenueChange = z.infer<typeof RevenueChange>

/** Changes central finance (finansförvaltningen). Positive is more net cost. */
export const CentralFinanceChange = z.strictObject({ type: z.literal('central-finance'), amounts })
export type CentralFinanceChange = z.infer<typeof CentralFinanceChange>

/** Changes financial income less financial costs. Positive is a better result. */
export const FinancialNetChange = z.strictObject({ type: z.literal('financial-net'), amounts })
export type FinancialNetChange = z.infer<typeof FinancialNetChange>

/** Takes from the result reserve (positive) or puts into it (negative): moves the balance requirement result alone (KL 11:14). */
export const ResultReserveChange = z.strictObject({ type: z.literal('result-reserve'), amounts })
export type ResultReserveChange = z.infer<typeof ResultReserveChange>

/** Changes how much may be borrowed, and how much is: positive is more. */
export const BorrowingLimitChange = z.strictObject({
  type: z.literal('borrowing-limit'),
  amounts: amounts.describe('Change of the limit, one for each year of the proposal'),
  loans: amounts.describe('Change of new loans, one for each year of the proposal'),
})
export type BorrowingLimitChange = z.infer<typeof BorrowingLimitChange>

/** An investment project: spending is positive, a project that the base has and we take away is negative. */
export const InvestmentChange = z.strictObject({
  type: z.literal('investment'),
  name: singleLine(longestName),
  board: BoardId,
  amounts,
  usefulLife: z
    .int()
    .min(1)
    .max(longestUsefulLife)
    .describe('Years of straight-line depreciation (F15)'),
  firstDepreciation: Year.optional().describe('Default: the year after each spending'),
})
export type InvestmentChange = z.infer<typeof InvestmentChange>

/** Moves money from one board's frame to another's: what one gets the other gives, so it sums to zero. */
export const ReallocationChange = z.strictObject({
  type: z.literal('reallocation'),
  from: BoardId,
  to: BoardId,
  recurrence: Recurrence,
  amounts: amounts.describe('Positive goes from `from` to `to`, one for each year of the proposal'),
})
export type ReallocationChange = z.infer<typeof ReallocationChange>

export const Change = z.discriminatedUnion('type', [
  FrameChange,
  IndexationChange,
  TaxRateChange,
  ResultTargetChange,
  RevenueChange,
  CentralFinanceChange,
  FinancialNetChange,
  ResultReserveChange,
  BorrowingLimitChange,
  InvestmentChange,
  ReallocationChange,
])
export type Change = z.infer<typeof Change>
export type ChangeType = Change['type']

/** `suggested` waits for a decision, `deferred` was put off by one. Only what is adopted counts in any figure. */
export const AmendmentState = z.enum(['suggested', 'adopted', 'withdrawn', 'deferred'])
export type AmendmentState = z.infer<typeof AmendmentState>

/** One change of a figure, with the reason for it. Only adopted amendments count. */
export const Amendment = z.strictObject({
  id: singleLine(60),
  number: z.int().min(1).max(9999).describe('As printed: Ä1, Ä2, …'),
  state: AmendmentState,
  change: Change,
  motivation: prose(longestMotivation),
  section: singleLine(60).nullable().describe('The section that argues for it'),
  baseHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the framework that it was written against (C01)'),
  sourceId: singleLine(longestSourceId)
    .optional()
    .describe('The grant or measure that it uses (C13)'),
  replaces: singleLine(60)
    .optional()
    .describe('The id of an amendment that does not count while this one is adopted'),
  question: Question.optional().describe('To the finance office'),
  withdrawalSuggested: z
    .literal(true)
    .optional()
    .describe('That it is withdrawn is suggested, and not decided; it counts until then'),
})
export type Amendment = z.infer<typeof Amendment>
