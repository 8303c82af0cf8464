import { noBreak } from '~/budget/format'
import type { Goal, Indicator } from '~/proposal/goal'
import type { Block, IndicatorRow, Run } from './report'
import { capitalised, countWord, paragraphs, runsOfSentences } from './report-sentence'

/** How the tables are read, then each goal as a heading with the table of its indicators. */
export const goalBlocks = (goals: readonly Goal[]): Block[] => [
  ...goalsIntro(goals),
  ...goals.flatMap((goal, i): Block[] => [
    { type: 'heading', level: 2, text: goal.title },
    ...(goal.indicators.length > 0
      ? [
          ...withoutKpi(goal),
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
  ]),
]

function goalsIntro(goals: readonly Goal[]): Block[] {
  const indicators = goals.flatMap(goal => goal.indicators)
  if (indicators.length === 0) return []
  const aims = [...new Set(indicators.flatMap(({ targetYear }) => targetYear ?? []))]
  const when =
    aims.length === 1 ? `det värde vi vill nå ${aims[0]}` : 'det värde vi vill nå och när'
  return paragraphs([
    [
      [
        `${capitalised(goals.length === 1 ? 'ett' : countWord(goals.length))} mål styr förslaget, och ${indicators.length === 1 ? 'en indikator' : `${countWord(indicators.length)} indikatorer`} mäter ${goals.length === 1 ? 'det' : 'dem'}.`,
      ],
      [`För varje indikator anges det senaste kända utfallet, året det gäller och ${when}.`],
      indicators.some(({ outcome, target }) => outcome === null || target === null)
        ? ['Ett streck betyder att uppgiften saknas.']
        : [],
      ['Pilen visar åt vilket håll värdet ska röra sig.'],
      indicators.some(indicator => stripOf(indicator))
        ? ['Längst till höger står andelarna på en skala: ringen är utfallet, punkten är målet.']
        : [],
      indicators.some(({ kpi }) => kpi)
        ? ['Indikatorer med beteckning finns i databasen Kolada.', koladaNote]
        : [],
    ],
  ])
}

const koladaNote: Run = {
  type: 'note',
  runs: runsOfSentences([
    ['Kolada är den öppna databasen för kommuner och regioner.'],
    [
      'Beteckning, rubrik och värde är sparade som de var när versionen frystes, så att dokumentet inte ändras om databasen gör det.',
    ],
  ]),
}

/** How many of a goal's indicators the municipality follows by itself: those without a name in the database. */
function withoutKpi({ indicators }: Goal): Block[] {
  const own = indicators.filter(({ kpi }) => !kpi).length
  if (own === 0 || own === indicators.length || indicators.length === 1) return []
  const word = capitalised(own === 1 ? 'en' : countWord(own))
  return paragraphs([
    [[`${word} av de ${countWord(indicators.length)} indikatorerna finns inte i Kolada.`]],
  ])
}

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
