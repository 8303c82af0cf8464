import { zero } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import type { Override } from './snapshot'

/**
 * The leader's reason for a budget year whose income does not exceed its costs (KL 11:5), or null where none is needed
 * or given. It is the one override that is tabled.
 */
export const deficitOverride = (
  overrides: readonly Override[],
  { income }: Statement,
): Override | null =>
  (income.result.proposed[0] ?? zero) > 0
    ? null
    : (overrides.find(({ check }) => check === 'C08') ?? null)
