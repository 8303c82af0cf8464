import { noBreak } from '~/budget/format'
import type { Goal, Indicator } from '~/proposal/goal'
import type { Block, IndicatorRow } from './report'

/** Each goal as a heading with the table of its indicators. */
export const goalBlocks = (goals: readonly Goal[]): Block[] =>
  goals.flatMap((goal, i): Block[] => [
    { type: 'heading', level: 2, text: goal.title },
    ...(goal.indicators.length > 0
      ? [
          {
            type: 'indicator-table' as const,
            caption: `Indikatorer för mål ${i + 1}`,
            rows: goal.indicators.map(indicatorRow),
          },
        ]
      : [
          {
            type: 'paragraph' as const,
            runs: [{ type: 'text' as const, text: 'Målet har inga indikatorer.' }],
          },
        ]),
  ])

const indicatorRow = (indicator: Indicator): IndicatorRow => ({
  label: indicator.label,
  unit: indicator.unit === '%' ? 'procent' : indicator.unit,
  kpi: indicator.kpi ?? '–',
  direction: indicator.direction,
  outcome: indicator.outcome === null ? '–' : formatQuoted(indicator.outcome),
  outcomeYear: indicator.outcomeYear === null ? '' : `${indicator.outcomeYear}`,
  target: indicator.target === null ? '–' : formatQuoted(indicator.target),
  targetYear: indicator.targetYear === null ? '' : `${indicator.targetYear}`,
  strip: stripOf(indicator),
})

function stripOf({ unit, outcome, target }: Indicator): IndicatorRow['strip'] {
  if (unit !== '%' || outcome === null || target === null) return null
  const [from, to] = [Math.round(Number(outcome) * 10), Math.round(Number(target) * 10)]
  return fits(from) && fits(to) ? { outcome: from, target: to } : null
}

const fits = (tenths: number): boolean => tenths >= 0 && tenths <= 1000

/** A quoted number ("81275.5") as Swedish print has it: `81 275,5`. Its digits are the source's, none is rounded. */
export function formatQuoted(decimal: string): string {
  const [whole = '', rest] = decimal.replace('-', '\u2212').split('.')
  const grouped = whole.replace(/(?<=\d)(?=(\d{3})+$)/g, noBreak)
  return rest === undefined ? grouped : `${grouped},${rest}`
}
