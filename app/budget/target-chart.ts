import { described, type BarChart, type ChartRow } from './bar-chart'
import { formatShare } from './format'
import type { TableUnit } from './framework'
import { add, subtract, sum, zero, type Tkr } from './money'
import type { Ratio } from './rate'
import type { Statement } from './statement'
import { formatIn, formatSignedIn } from './table-unit'
import { targetText } from './target-text'

/** The result against the target, year by year; an average has its mark on the whole period. */
export function targetChart(statement: Statement): BarChart | null {
  const { unit, years, targetAveraged } = statement
  if (years.length === 0) return null
  const target = targetText(statement)
  const spans = spansOf(statement)
  const rows = spans.map(span => spanRow(span, unit, target !== null))
  return {
    id: 'target',
    caption: `${target === null ? 'Resultatet' : 'Resultatet mot målet'} ${years[0] ?? ''}–${years.at(-1) ?? ''}, ${unit} och andel av skatt och bidrag`,
    description: `${described(unit, rows)}${target === null ? '' : ` Mål: ${target} procent.`}`,
    keys: [
      { look: 'base', text: 'ramen' },
      { look: 'total', text: 'förslaget' },
      ...(target === null
        ? []
        : [
            {
              look: 'target' as const,
              text: `målet ${target}\u00A0%${targetAveraged ? ' i snitt' : ''}`,
            },
          ]),
    ],
    rows,
    joined: false,
    table: {
      heads: [
        'År',
        'Ramen',
        'Förslaget',
        'Andel, %',
        ...(target === null ? [] : ['Målet kräver', 'Skillnad']),
      ],
      rows: spans.map(span => ({
        name: span.label,
        cells: spanCells(span, unit, target !== null),
      })),
    },
  }
}

/** A year, or the whole period: its result, its share of tax and grants, and what the target asks of it, if anything. */
type Span = {
  readonly label: string
  readonly base: Tkr
  readonly proposed: Tkr
  readonly share: Ratio | undefined
  readonly baseShare: Ratio | undefined
  readonly required: Tkr | null
}

function spansOf({
  years,
  income: { result },
  resultShare,
  taxAndGrants,
  gap,
  margin,
  targetAveraged,
}: Statement): Span[] {
  const each = years.map((year, i) => ({
    label: String(year),
    base: result.base[i] ?? zero,
    proposed: result.proposed[i] ?? zero,
    share: resultShare.proposed[i],
    baseShare: resultShare.base[i],
    required: targetAveraged ? null : requiredOf(result.proposed[i], gap[i], margin[i]),
  }))
  if (!targetAveraged) return each
  const [base, proposed] = [sum(result.base), sum(result.proposed)]
  const whole = {
    label: `${years[0] ?? ''}–${years.at(-1) ?? ''} tillsammans`,
    base,
    proposed,
    share: { numerator: proposed, denominator: sum(taxAndGrants.proposed) },
    baseShare: { numerator: base, denominator: sum(taxAndGrants.base) },
    required: requiredOf(proposed, gap[0], margin[0]),
  }
  return [...each, whole]
}

function spanRow(
  { label, base, proposed, share, baseShare, required }: Span,
  unit: TableUnit,
  hasTarget: boolean,
): ChartRow {
  const valued = (amount: Tkr, of: Ratio | undefined) =>
    `${formatIn(unit, amount)}, ${percent(of)}\u00A0%`
  return {
    label,
    strong: false,
    bars: [
      { from: zero, to: base, look: 'base', text: valued(base, baseShare) },
      { from: zero, to: proposed, look: 'total', text: valued(proposed, share) },
    ],
    target: hasTarget ? required : null,
  }
}

function spanCells(
  { base, proposed, share, required }: Span,
  unit: TableUnit,
  hasTarget: boolean,
): string[] {
  const figures = [formatIn(unit, base), formatIn(unit, proposed), percent(share)]
  if (!hasTarget) return figures
  return required === null
    ? [...figures, '–', '–']
    : [...figures, formatIn(unit, required), formatSignedIn(unit, subtract(proposed, required))]
}

const percent = (share: Ratio | undefined): string => (share ? formatShare(share) : '–')

/** What the target asks of the result: its distance, up or down, from what is proposed. */
const requiredOf = (proposed: Tkr = zero, gap: Tkr = zero, margin: Tkr = zero): Tkr =>
  subtract(add(proposed, gap), margin)
