import { warning, type Finding } from '~/budget/finding'
import type { Goal, Indicator } from './goal'
import type { Snapshot } from './snapshot'

/** C28: an indicator says what it measures, when, in which unit, and its target lies the way that it wants to go. */
export const checkGoals = ({ goals }: Snapshot): Finding[] =>
  goals.flatMap((goal, i) =>
    goal.indicators.flatMap(indicator => {
      const fault = faultOf(indicator)
      return fault === null ? [] : finding(goal, i + 1, indicator, fault)
    }),
  )

const finding = ({ id }: Goal, number: number, { label }: Indicator, reason: string) =>
  warning('C28', `goal:${id}`, `Mål ${number}, ”${label}”: ${reason}`)

function faultOf(indicator: Indicator): string | null {
  const { unit, outcome, outcomeYear, target, targetYear, kpi } = indicator
  if (unit.trim() === '' && (outcome !== null || target !== null))
    return 'enheten saknas. Ange den.'
  if (outcome !== null && outcomeYear === null)
    return 'utfallet saknar år. Ange vilket år det gäller.'
  if (outcome !== null && target !== null && !liesAhead(indicator, outcome, target))
    return `målet ${target} ligger åt fel håll från utfallet ${outcome}. Rätta målet eller riktningen.`
  if (outcomeYear !== null && targetYear !== null && targetYear < outcomeYear)
    return `målåret ${targetYear} ligger före utfallets år ${outcomeYear}. Rätta årtalet.`
  if (
    kpi !== null &&
    electionOnly.has(kpi) &&
    outcomeYear !== null &&
    (outcomeYear - 2022) % 4 !== 0
  )
    return `${kpi} mäts bara valår, men utfallet är från ${outcomeYear}. Rätta årtalet.`
  return null
}

/** Kolada’s measures of turnout in municipal elections: they have a value each election year. */
const electionOnly: ReadonlySet<string> = new Set(['N05401'])

function liesAhead({ direction }: Indicator, outcome: string, target: string): boolean {
  const step = Number(target) - Number(outcome)
  return direction === 'increase' ? step >= 0 : step <= 0
}
