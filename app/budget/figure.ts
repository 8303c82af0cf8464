import {
  formatMillions,
  formatOre,
  formatPercent,
  formatRate,
  formatShare,
  formatTkr,
  noBreak,
} from './format'
import type { TableUnit } from './framework'
import type { Tkr } from './money'
import { positionLine } from './position-tables'
import type { MilliPercent, Ore, Ratio } from './rate'
import type { Line, Statement } from './statement'
import { exactWithUnit } from './table-unit'

/** How a figure is written: an amount in tkr, mnkr or, rounded, in miljoner kronor; a rate in öre or kronor; a share in procent. */
export const figureFormats = ['tkr', 'mnkr', 'miljoner kronor', 'öre', 'kronor', 'procent'] as const
export type FigureFormat = (typeof figureFormats)[number]

/** A figure of a statement, exact. `years` is no amount: it lets a clause name its year without a digit of its own. */
export type Figure =
  | { readonly kind: 'amount'; readonly amount: Tkr }
  | { readonly kind: 'rate'; readonly rate: Ore }
  | { readonly kind: 'percent'; readonly percent: MilliPercent }
  | { readonly kind: 'share'; readonly share: Ratio }
  | { readonly kind: 'years'; readonly first: number; readonly last: number }

const amount = (value: Tkr | undefined): Figure | null =>
  value === undefined ? null : { kind: 'amount', amount: value }
const rate = (value: Ore): Figure => ({ kind: 'rate', rate: value })

/** The figure that a reference names, or null where the statement has none: no such board, year or column. */
export function figureOf(statement: Statement, reference: string): Figure | null {
  const [name, ...rest] = reference.split('.')
  switch (name) {
    case 'frame': {
      const [id, year, column] = rest
      const board = statement.boards.find(candidate => candidate.id === id)
      return board && column !== undefined && rest.length === 3
        ? fromLine(statement, board, year, column)
        : null
    }
    case 'revenue': {
      const [id, year, column] = rest
      const line = id === 'settlement' ? statement.settlement : grantOf(statement, id)
      return line && column !== undefined && rest.length === 3
        ? fromLine(statement, line, year, column)
        : null
    }
    case 'tax':
      return taxFigure(statement, rest)
    case 'target':
      return targetFigure(statement, rest)
    case 'years':
      return yearsFigure(statement, rest)
    case 'resultShare':
      return shareFigure(statement, rest)
    default:
      return yearFigure(statement, name ?? '', rest)
  }
}

/** The reference, written out: `50 miljoner kronor`. Null where there is no such figure or it has no such format. */
export function figureText(
  statement: Statement,
  reference: string,
  format: FigureFormat,
): string | null {
  const figure = figureOf(statement, reference)
  return figure && formatFigure(figure, format, statement.unit)
}

/**
 * A figure with its unit. A minus is written, a plus never: in a sentence the verb says which way it goes. `unit` is the
 * base's: one in mnkr has its mnkr unrounded, as its tables have what is changed.
 */
export function formatFigure(
  figure: Figure,
  format: FigureFormat,
  unit: TableUnit = 'tkr',
): string | null {
  switch (figure.kind) {
    case 'amount':
      return formatAmount(figure.amount, format, unit)
    case 'rate':
      if (format === 'öre') return formatOre(figure.rate)
      return format === 'kronor' ? `${formatRate(figure.rate)}${noBreak}kronor` : null
    case 'percent':
      return format === 'procent' ? `${formatPercent(figure.percent)}${noBreak}procent` : null
    case 'share':
      return format === 'procent' ? `${formatShare(figure.share)}${noBreak}procent` : null
    case 'years':
      return figure.first === figure.last ? `${figure.first}` : `${figure.first}–${figure.last}`
  }
}

/** The format that a figure has where none is named: an amount the base's unit. */
export function defaultFormat(figure: Figure, unit: TableUnit): FigureFormat {
  switch (figure.kind) {
    case 'amount':
      return unit
    case 'rate':
      return 'kronor'
    case 'percent':
    case 'share':
    case 'years':
      return 'procent'
  }
}

/** The formats that a figure can be written in, the default first. */
export function formatsOf(figure: Figure, unit: TableUnit): FigureFormat[] {
  const first = defaultFormat(figure, unit)
  const others = figureFormats.filter(
    format => format !== first && formatFigure(figure, format) !== null,
  )
  return [first, ...others]
}

function formatAmount(value: Tkr, format: FigureFormat, unit: TableUnit): string | null {
  switch (format) {
    case 'tkr':
      return `${formatTkr(value)}${noBreak}tkr`
    case 'mnkr':
      if (unit === 'mnkr') return exactWithUnit(unit, value)
      return `${formatMillions(value)}${noBreak}mnkr`
    case 'miljoner kronor':
      return `${formatMillions(value)}${noBreak}${Math.abs(value) === 1000 ? 'miljon' : 'miljoner'}${noBreak}kronor`
    case 'öre':
    case 'kronor':
    case 'procent':
      return null
  }
}

function taxFigure({ taxRate, financing, years }: Statement, rest: string[]): Figure | null {
  const [part, column] = rest
  if (rest.length === 1) {
    if (part === 'rate') return rate(taxRate.proposed)
    if (part === 'base') return rate(taxRate.base)
    return part === 'change' ? rate(taxRate.change) : null
  }
  if (rest.length !== 2 || column !== 'new') return null
  return amount(financing[yearAt(years, part)]?.newTax)
}

/** `years.budget`, `years.plan` and `years.all`, for clauses. */
function yearsFigure({ years }: Statement, [part, ...more]: string[]): Figure | null {
  const chosen = part === 'budget' ? years.slice(0, 1) : part === 'plan' ? years.slice(1) : years
  const first = chosen[0]
  const last = chosen.at(-1)
  const known = part === 'budget' || part === 'plan' || part === 'all'
  if (!known || more.length > 0 || first === undefined || last === undefined) return null
  return { kind: 'years', first, last }
}

const grantOf = ({ grants }: Statement, id: string | undefined): Line | undefined =>
  grants.find(grant => grant.id === id)

/** Without a year the budget year's: also the average, where the target is one. */
function targetFigure({ years, targets }: Statement, rest: string[]): Figure | null {
  if (rest.length > 1) return null
  const percent = targets[rest.length === 0 ? 0 : yearAt(years, rest[0])] ?? null
  return percent === null ? null : { kind: 'percent', percent }
}

function shareFigure({ years, resultShare }: Statement, rest: string[]): Figure | null {
  const [year, column = 'proposed'] = rest
  if (rest.length > 2 || (column !== 'proposed' && column !== 'base')) return null
  const share = resultShare[column][yearAt(years, year)]
  return share && share.denominator !== 0 ? { kind: 'share', share } : null
}

/** Figures with one amount a year, and the lines of the income statement, of which *proposed* goes without saying. */
function yearFigure(statement: Statement, name: string, rest: string[]): Figure | null {
  const [year, column] = rest
  if (rest.length === 0 || rest.length > 2) return null
  const line = lineNamed(statement, name)
  if (line) return fromLine(statement, line, year, column ?? 'proposed')
  if (column !== undefined) return null
  const at = yearAt(statement.years, year)
  if (name === 'gap') return amount(statement.gap[at])
  if (name === 'margin') return amount(statement.margin[at])
  switch (name) {
    case 'additions':
    case 'savings':
    case 'lowerResult':
    case 'otherRevenue':
      return amount(statement.financing[at]?.[name])
    default:
      return null
  }
}

function lineNamed(
  { frames, income, taxAndGrants, position }: Statement,
  name: string,
): Line | null {
  switch (name) {
    case 'frames':
      return frames
    case 'taxAndGrants':
      return taxAndGrants
    case 'centralFinance':
    case 'netCosts':
    case 'taxRevenue':
    case 'grants':
    case 'financialNet':
    case 'result':
      return income[name]
    default:
      return positionLine(position, name)
  }
}

function fromLine(
  { years }: Statement,
  line: Line,
  year: string | undefined,
  column: string,
): Figure | null {
  if (column !== 'base' && column !== 'change' && column !== 'proposed') return null
  return amount(line[column][yearAt(years, year)])
}

const yearAt = (years: readonly number[], year: string | undefined): number =>
  years.findIndex(candidate => String(candidate) === year)
