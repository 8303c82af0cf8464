import type { Change } from './amendment'
import type { Framework } from './framework'
import { decidedYears } from './decided-years'
import { zero } from './money'
import { milliPercent } from './rate'

/** The change with its amounts moved to the years of the next edition: an amount stays with its year. */
export function onYears(change: Change, framework: Framework, next: Framework): Change {
  const years = decidedYears(framework).map(({ year }) => year)
  const later = decidedYears(next).map(({ year }) => year)
  if (years.length === later.length && years.every((year, i) => year === later[i])) return change
  const moved = <T>(list: readonly T[], none: T): T[] =>
    later.map(year => list[years.indexOf(year)] ?? none)
  switch (change.type) {
    case 'frame':
      return {
        ...change,
        amounts: moved(change.amounts, zero),
        ...(change.measures && {
          measures: change.measures.map(measure => ({
            ...measure,
            amounts: moved(measure.amounts, zero),
          })),
        }),
      }
    case 'indexation':
      return { ...change, percent: moved(change.percent, milliPercent(0)) }
    case 'result-target':
      return change.perYear ? { ...change, perYear: moved(change.perYear, change.target) } : change
    case 'borrowing-limit':
      return { ...change, amounts: moved(change.amounts, zero), loans: moved(change.loans, zero) }
    case 'revenue':
    case 'central-finance':
    case 'financial-net':
    case 'result-reserve':
    case 'investment':
    case 'reallocation':
      return { ...change, amounts: moved(change.amounts, zero) }
    case 'tax-rate':
      return change
  }
}
