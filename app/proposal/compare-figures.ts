import { formatRate, formatShare } from '~/budget/format'
import { subtract, type Tkr } from '~/budget/money'
import { ore, type Ratio } from '~/budget/rate'
import { formatShareChange } from '~/budget/share-change'
import type { Line, Statement } from '~/budget/statement'
import { formatExactIn, formatSignedExactIn } from '~/budget/table-unit'
import { targetText } from '~/budget/target-text'

/**
 * A figure that differs: how it reads in the budget year before and after, and how much it differs in each of the later
 * version's years. A dash stands where one of the two has no such figure.
 */
export type FigureDifference = {
  readonly label: string
  readonly before: string
  readonly after: string
  readonly differences: readonly string[]
}

const none = '–'

/** Boards, sums and result of two statements, those that differ in some year. Amounts in the later one's unit, unrounded; shares in
 * percent. */
export function compareFigures(before: Statement, after: Statement): FigureDifference[] {
  const pair = { before, after }
  return [
    ...namedDifferences(pair, ({ boards }) => boards),
    ...amounts(pair, 'Summa ramar', statement => statement.frames),
    ...amounts(pair, 'Finansförvaltning', ({ income }) => income.centralFinance),
    ...rates(pair),
    ...amounts(pair, 'Slutavräkning', statement => statement.settlement),
    ...amounts(pair, 'Skatteintäkter', ({ income }) => income.taxRevenue),
    ...namedDifferences(pair, ({ grants }) => grants),
    ...amounts(pair, 'Generella statsbidrag och utjämning', ({ income }) => income.grants),
    ...amounts(pair, 'Finansnetto', ({ income }) => income.financialNet),
    ...amounts(pair, 'Årets resultat', ({ income }) => income.result),
    ...amounts(pair, 'Kvar att finansiera', statement => statement.gap),
    ...amounts(pair, 'Utrymme', statement => statement.margin),
    ...shares(pair),
    ...targets(pair),
  ]
}

type Pair = { readonly before: Statement; readonly after: Statement }

type NamedLine = Line & { readonly id: string; readonly name: string }

function namedDifferences(
  pair: Pair,
  of: (statement: Statement) => readonly NamedLine[],
): FigureDifference[] {
  const names = new Map([...of(pair.before), ...of(pair.after)].map(({ id, name }) => [id, name]))
  return [...names].flatMap(([id, name]) =>
    amounts(pair, name, statement => of(statement).find(line => line.id === id)),
  )
}

type Column = Line | readonly Tkr[] | undefined

/** The amount of a year, as proposed; undefined where the statement has no such year or line. */
function amountIn(statement: Statement, column: Column, year: number): Tkr | undefined {
  const at = statement.years.indexOf(year)
  return column && ('proposed' in column ? column.proposed : column)[at]
}

function amounts(
  { before, after }: Pair,
  label: string,
  of: (statement: Statement) => Column,
): FigureDifference[] {
  const rows = after.years.map(year => ({
    a: amountIn(before, of(before), year),
    b: amountIn(after, of(after), year),
  }))
  if (rows.every(({ a, b }) => a === b)) return []
  return [
    {
      label,
      before: amountText(after, rows[0]?.a),
      after: amountText(after, rows[0]?.b),
      differences: rows.map(({ a, b }) =>
        a === undefined || b === undefined ? none : formatSignedExactIn(after.unit, subtract(b, a)),
      ),
    },
  ]
}

function rates({ before, after }: Pair): FigureDifference[] {
  const [a, b] = [before.taxRate.proposed, after.taxRate.proposed]
  if (a === b) return []
  return [
    {
      label: 'Skattesats, kronor',
      before: formatRate(a),
      after: formatRate(b),
      differences: after.years.map(() => `${b > a ? '+' : ''}${formatRate(ore(b - a))}`),
    },
  ]
}

function shares({ before, after }: Pair): FigureDifference[] {
  const rows = after.years.map((year, i) => ({
    a: before.resultShare.proposed[before.years.indexOf(year)] ?? noShare,
    b: after.resultShare.proposed[i] ?? noShare,
  }))
  if (rows.every(({ a, b }) => formatShare(a) === formatShare(b))) return []
  const [budget] = rows
  return [
    {
      label: 'Resultat, %; skillnad i procentenheter',
      before: formatShare(budget?.a ?? noShare),
      after: formatShare(budget?.b ?? noShare),
      differences: rows.map(({ a, b }) => formatShareChange(a, b)),
    },
  ]
}

const noShare: Ratio = { numerator: 0, denominator: 0 }

function targets({ before, after }: Pair): FigureDifference[] {
  if (targetShown(before) === targetShown(after)) return []
  return [
    {
      label: 'Resultatmål, %',
      before: targetShown(before),
      after: targetShown(after),
      differences: after.years.map(() => none),
    },
  ]
}

const amountText = ({ unit }: Statement, amount: Tkr | undefined): string =>
  amount === undefined ? none : formatExactIn(unit, amount)

const targetShown = (statement: Statement): string =>
  `${targetText(statement) ?? none}${statement.targetAveraged ? ' i genomsnitt' : ''}`
