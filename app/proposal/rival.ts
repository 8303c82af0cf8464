import { z } from 'zod'
import { Amendment, type Change } from '~/budget/amendment'
import { Framework } from '~/budget/framework'
import { singleLine } from '~/budget/wording'
import { longestRivalName, longestRivalSource } from './bounds'

/**
 * Another party's or the majority's proposal, kept to be compared with ours: it never counts in ours. Its amendments
 * are changes of `framework`, or of ours where it has none of its own.
 */
export const Rival = z.strictObject({
  name: singleLine(longestRivalName).describe('Whose proposal it is'),
  source: singleLine(longestRivalSource).describe('Where it is taken from'),
  datedOn: z.iso.date().nullable().describe('The day of the other proposal, where it is known'),
  framework: Framework.optional().describe('Its own base; ours where none is said'),
  amendments: z.array(Amendment).max(5000),
})
export type Rival = z.infer<typeof Rival>

/**
 * The other proposal as a version holds it: what is compared and no more. What its own group wrote to itself, and what
 * does not count, stays behind.
 */
export const comparedAlone = ({ amendments, ...rival }: Rival): Rival => ({
  ...rival,
  amendments: amendments.flatMap(({ question: _question, ...amendment }) =>
    amendment.state === 'adopted'
      ? { ...amendment, change: withoutMeasures(amendment.change), motivation: '', section: null }
      : [],
  ),
})

function withoutMeasures(change: Change): Change {
  if (change.type !== 'frame') return change
  const { measures: _measures, ...frame } = change
  return frame
}
