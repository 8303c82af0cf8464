import { formatDecimalText } from './goal-form'
import { compareEntries, type Entry, type WordingDifference } from './compare-entries'
import type { Goal, Indicator } from './goal'

/** Goals and indicators that were added, removed or changed. */
export const compareGoals = (
  before: readonly Goal[],
  after: readonly Goal[],
): WordingDifference[] => compareEntries(goalEntries(before), goalEntries(after))

const goalEntries = (goals: readonly Goal[]): Entry[] =>
  goals.flatMap((goal, i) => [
    { id: goal.id, label: `Mål ${i + 1}`, text: goal.title },
    ...goal.indicators.map(indicator => ({
      id: `${goal.id} ${indicator.id}`,
      label: `Mål ${i + 1}, ${indicator.label}`,
      text: indicatorText(indicator),
    })),
  ])

function indicatorText({ label, kpi, unit, direction, ...indicator }: Indicator): string {
  return [
    label,
    kpi ?? 'egen',
    unit,
    direction === 'increase' ? 'ska öka' : 'ska minska',
    `utfall ${valueText(indicator.outcome, indicator.outcomeYear)}`,
    `mål ${valueText(indicator.target, indicator.targetYear)}`,
  ]
    .filter(part => part !== '')
    .join(', ')
}

const valueText = (number: string | null, year: number | null): string =>
  `${number === null ? 'saknas' : formatDecimalText(number)}${year === null ? '' : ` (${year})`}`
