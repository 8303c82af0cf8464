import type { Framework, Year } from './framework'

/** Positions, in the framework's lists, of the years that a proposal decides on: the budget year and the plan years. */
export function decidedYears(framework: Framework): { year: Year; at: number }[] {
  return framework.years.flatMap(({ year, kind }, at) => (kind === 'account' ? [] : [{ year, at }]))
}
