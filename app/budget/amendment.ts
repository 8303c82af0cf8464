import { z } from 'zod'
import { BoardId } from './framework'
import { Tkr } from './money'
import { MilliPercent, Ore } from './rate'
import { prose, singleLine } from './wording'

/** `indexed`: stays and is indexed in later years; `permanent`: stays as it is; `one-off`: that year only. */
export const Recurrence = z.enum(['indexed', 'permanent', 'one-off'])
export type Recurrence = z.infer<typeof Recurrence>

/** Changes a board's frame. The amount of a year is new money in that year; positive is more money to the board. */
export const FrameChange = z.strictObject({
  type: z.literal('frame'),
  board: BoardId,
  recurrence: Recurrence,
  amounts: z
    .array(Tkr)
    .max(12)
    .describe('One for each year of the proposal, the budget year first'),
})
export type FrameChange = z.infer<typeof FrameChange>

/** Changes the tax rate from the budget year on. Positive is a higher tax. */
export const TaxRateChange = z.strictObject({ type: z.literal('tax-rate'), ore: Ore })
export type TaxRateChange = z.infer<typeof TaxRateChange>

/** Sets the result target of every year of the proposal, as a share of tax and grants. */
export const ResultTargetChange = z.strictObject({
  type: z.literal('result-target'),
  target: MilliPercent,
})
export type ResultTargetChange = z.infer<typeof ResultTargetChange>

export const Change = z.discriminatedUnion('type', [FrameChange, TaxRateChange, ResultTargetChange])
export type Change = z.infer<typeof Change>

/** `suggested` waits for a decision, `deferred` was put off by one. Only what is adopted counts in any figure. */
export const AmendmentState = z.enum(['suggested', 'adopted', 'withdrawn', 'deferred'])
export type AmendmentState = z.infer<typeof AmendmentState>

/** One change of a figure, with the reason for it. Only adopted amendments count. */
export const Amendment = z.strictObject({
  id: singleLine(60),
  number: z.int().min(1).max(9999).describe('As printed: Ä1, Ä2, …'),
  state: AmendmentState,
  change: Change,
  motivation: prose(5000),
  section: singleLine(60).nullable().describe('The section that argues for it'),
  baseHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the framework that it was written against (C01)'),
  sourceId: singleLine(120).optional().describe('The grant or measure that it uses (C13)'),
})
export type Amendment = z.infer<typeof Amendment>

/** The amendment that would undo this one: adopted beside it, every figure is the base's again. */
export function invert(change: FrameChange | TaxRateChange): FrameChange | TaxRateChange {
  switch (change.type) {
    case 'frame':
      return FrameChange.parse({ ...change, amounts: change.amounts.map(amount => -amount) })
    case 'tax-rate':
      return TaxRateChange.parse({ ...change, ore: -change.ore })
  }
}
