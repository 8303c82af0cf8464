import { z } from 'zod'
import { singleLine } from '~/budget/wording'

/** What the municipal budget must hold (KL 11:6, 11:6 a), each either our own or as the executive board proposes (C09). */
export const MandatoryItem = z.enum([
  'taxRate',
  'appropriations',
  'financing',
  'financialPosition',
  'financialTargets',
  'operationalGoals',
  'multiYearPlan',
  'groupCompanies',
])
export type MandatoryItem = z.infer<typeof MandatoryItem>

/**
 * A decision clause (att-sats): a template whose figures are references in braces, `{tax.rate}`, never digits.
 * `covers` names the mandatory content that it decides; `remainder` marks the closing clause that leaves the rest to
 * the executive board's proposal.
 */
export const Clause = z.strictObject({
  id: singleLine(60),
  template: singleLine(1000),
  covers: z.array(MandatoryItem).max(8),
  remainder: z.boolean(),
})
export type Clause = z.infer<typeof Clause>
