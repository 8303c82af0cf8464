import type { Framework } from './framework'
import { decidedYears } from './decided-years'
import type { Line } from './line'
import { zero, type Tkr } from './money'
import { unchanged } from './running-line'

/** Net costs without a split on boards, income plus and cost minus (LKBR 5 kap.). */
export type Operations = {
  readonly revenue: Line
  readonly costs: Line
  readonly depreciation: Line
}

/** The activity as a whole, or null where the framework gives the net costs by board. No amendment moves it. */
export function operationsOf(framework: Framework): Operations | null {
  const { operations } = framework
  if (!operations) return null
  const at = (list: readonly Tkr[]) =>
    unchanged(decidedYears(framework).map(year => list[year.at] ?? zero))
  return {
    revenue: at(operations.revenue),
    costs: at(operations.costs),
    depreciation: at(operations.depreciation),
  }
}

/** The lines that the net costs are the sum of, beside frames and central finance. */
export const operationLines = (operations: Operations | null): Line[] =>
  operations ? [operations.revenue, operations.costs, operations.depreciation] : []
