import { z } from 'zod'
import {
  longestName,
  longestPerson,
  longestQuestion,
  longestSource,
  longestSourceId,
} from './bounds'
import { Tkr } from './tkr'
import { prose, singleLine } from './wording'

const amounts = z
  .array(Tkr)
  .max(12)
  .describe('One for each year of the proposal, the budget year first')

/** A question to the finance office, and what it answered. */
export const Question = z.strictObject({
  text: prose(longestQuestion).regex(/\S/),
  askedOn: z.iso.date(),
  answer: prose(longestQuestion).regex(/\S/).optional(),
  answeredOn: z.iso.date().optional(),
  answeredBy: singleLine(longestPerson).optional(),
})
export type Question = z.infer<typeof Question>

/** A count or a price as it is typed, exact: `4` or `612.5`. */
export const Decimal = z.string().regex(/^-?\d{1,9}(\.\d{1,3})?$/)
export type Decimal = z.infer<typeof Decimal>

/**
 * A named part (varav) of a frame change: its new money in each year, signed as the change is. Where `quantity` and
 * `price` are given, their product is the first of the amounts that is not zero.
 */
export const Measure = z.strictObject({
  id: singleLine(60),
  name: singleLine(longestName),
  amounts,
  quantity: Decimal.optional().describe('How many: lärare, platser, timmar'),
  price: Decimal.optional().describe('Tkr for each'),
  priceSource: singleLine(longestSource).optional(),
  moneySource: singleLine(longestSource).optional(),
  sourceId: singleLine(longestSourceId)
    .optional()
    .describe('The grant or measure that pays for it (C13)'),
  responsible: singleLine(longestPerson).optional().describe('Who answers for it'),
  question: Question.optional(),
})
export type Measure = z.infer<typeof Measure>
