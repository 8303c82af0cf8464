import { figureOf, formatsOf, type Figure, type FigureFormat } from '~/budget/figure'
import { figureChoices, type FigureChoice } from '~/budget/figure-choices'
import { parsePercent, parseRate, parseTkr } from '~/budget/parse'
import type { Statement } from '~/budget/statement'
import type { FreeAmount } from '~/proposal/amounts'

/** The figures that read as the amount does today, changes before all else: what an offer to link it names. */
export function matchesOf(amount: FreeAmount, statement: Statement): FigureChoice[] {
  const value = valueOf(amount)
  if (value === null) return []
  const equal = figureChoices(statement).filter(({ ref }) => {
    const figure = figureOf(statement, ref)
    return figure !== null && sizeOf(figure, amount.kind) === value
  })
  return equal.toSorted((a, b) => rankOf(a) - rankOf(b))
}

const rankOf = ({ ref }: FigureChoice): number =>
  ref.endsWith('.change') ? (ref.startsWith('frame.') ? 0 : 1) : 2

function valueOf({ kind, text }: FreeAmount): number | null {
  const parsed =
    kind === 'money' ? parseTkr(text) : kind === 'rate' ? parseRate(text) : parsePercent(text)
  return parsed.ok ? parsed.value : null
}

function sizeOf(figure: Figure, kind: FreeAmount['kind']): number | null {
  if (kind === 'money') return figure.kind === 'amount' ? figure.amount : null
  if (kind === 'rate') return figure.kind === 'rate' ? figure.rate : null
  return figure.kind === 'percent' ? figure.percent : null
}

/** The format that keeps a text's own way of writing where a figure takes its place. */
export function formatLike(text: string, ref: string, statement: Statement): FigureFormat {
  const figure = figureOf(statement, ref)
  const [first = statement.unit, ...others] = figure ? formatsOf(figure, statement.unit) : []
  const wanted = /miljon/i.test(text)
    ? 'miljoner kronor'
    : /m(n)?kr|msek/i.test(text)
      ? 'mnkr'
      : /öre|öring/i.test(text)
        ? 'öre'
        : /tkr|tsek|tusen/i.test(text)
          ? 'tkr'
          : null
  return [first, ...others].find(format => format === wanted) ?? first
}
