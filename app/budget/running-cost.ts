import type { FrameChange, InvestmentChange } from './amendment'
import { capitalCost } from './capital-cost'
import type { Framework } from './framework'
import { decidedYears } from './decided-years'
import { add, subtract, zero, type Tkr } from './money'

/**
 * What a project costs its board in each year, depreciation and interest (F15), as the frame change that pays for it:
 * unindexed money that stays, so that each year's frame grows by exactly that year's cost. Null where nothing falls
 * within the proposal's years.
 */
export function runningCostOf(
  framework: Framework,
  change: InvestmentChange,
): { readonly costs: Tkr[]; readonly change: FrameChange } | null {
  const years = decidedYears(framework).map(({ year }) => year)
  const { depreciation, interest } = capitalCost(change, years, framework.position?.internalRate)
  const costs = depreciation.map((amount, i) => add(amount, interest[i] ?? zero))
  if (costs.every(cost => cost === 0)) return null
  const amounts = costs.map((cost, i) => subtract(cost, costs[i - 1] ?? zero))
  return {
    costs,
    change: { type: 'frame', board: change.board, recurrence: 'permanent', amounts },
  }
}

/** The source that the running cost of an investment amendment names, so that it is offered once (C13). */
export const runningCostSource = (amendmentId: string): string => `investment:${amendmentId}`
