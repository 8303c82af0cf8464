import { formatDecimal, shareText } from './format'
import type { Framework } from './framework'
import { decidedYears } from './decided-years'
import { flip, sumLines, type Line } from './line'
import type { Tkr } from './money'
import type { Ratio } from './rate'
import type { Statement } from './statement'

/** A figure that sets an amount against another: kronor per inhabitant, or percent; one ratio for each year. */
export type KeyFigure = {
  readonly name: string
  readonly unit: 'kronor per invånare' | 'procent'
  readonly base: Ratio[]
  readonly proposed: Ratio[]
}

/** The key figures that the framework has inhabitants, tax and position for (C34; N03102, N03002 without pensions). */
export function keyFiguresOf(framework: Framework, statement: Statement): KeyFigure[] {
  const { income, taxAndGrants, position, resultShare } = statement
  const { balanceSheet, investments, cashFlow } = position
  const each = (name: string, line: Line) => perInhabitant(framework, name, line)
  return [
    ...each('Nettokostnad', flip(income.netCosts)),
    ...each('Skatt och generella bidrag', taxAndGrants),
    ...each('Årets resultat', income.result),
    ...(investments ? each('Investeringar', investments.total) : []),
    ...(balanceSheet ? each('Långfristiga skulder', balanceSheet.longTermDebt) : []),
    share('Nettokostnadernas andel av skatt och bidrag', flip(income.netCosts), taxAndGrants),
    { name: 'Resultatets andel av skatt och bidrag', unit: 'procent', ...resultShare },
    ...(balanceSheet ? [share('Soliditet', balanceSheet.equity, balanceSheet.assets)] : []),
    ...(investments && cashFlow
      ? [
          share(
            'Självfinansiering av investeringar',
            sumLines([cashFlow.result, cashFlow.depreciation], statement.years.length),
            investments.total,
          ),
        ]
      : []),
  ]
}

/** What our change of a board is in percent of its frame, and in kronor per inhabitant, for each year. */
export type BoardFigure = {
  readonly id: string
  readonly name: string
  readonly share: Ratio[]
  readonly perInhabitant: Ratio[] | null
}

/** The boards that the proposal changes, and last all of them together. */
export function boardFigures(framework: Framework, { boards, frames }: Statement): BoardFigure[] {
  const changed = boards.filter(({ change }) => change.some(amount => amount !== 0))
  if (changed.length === 0) return []
  const people = inhabitants(framework)
  const figure = (id: string, name: string, { base, change }: Line): BoardFigure => ({
    id,
    name,
    share: change.map((numerator, i) => ({ numerator, denominator: base[i] ?? 0 })),
    perInhabitant: people && kronor(change, people),
  })
  return [
    ...changed.map(board => figure(board.id, board.name, board)),
    figure('', 'Alla nämnder', frames),
  ]
}

function perInhabitant(framework: Framework, name: string, line: Line): KeyFigure[] {
  const people = inhabitants(framework)
  if (!people) return []
  return [
    {
      name,
      unit: 'kronor per invånare',
      base: kronor(line.base, people),
      proposed: kronor(line.proposed, people),
    },
  ]
}

const inhabitants = (framework: Framework): number[] | null =>
  framework.inhabitants
    ? decidedYears(framework).map(({ at }) => framework.inhabitants?.[at] ?? 0)
    : null

/** Tkr by inhabitants as a ratio in kronor. */
const kronor = (amounts: readonly Tkr[], people: readonly number[]): Ratio[] =>
  amounts.map((amount, i) => ({ numerator: amount * 1000, denominator: people[i] ?? 0 }))

const share = (name: string, part: Line, whole: Line): KeyFigure => ({
  name,
  unit: 'procent',
  base: ratios(part.base, whole.base),
  proposed: ratios(part.proposed, whole.proposed),
})

const ratios = (parts: readonly number[], wholes: readonly Tkr[]): Ratio[] =>
  parts.map((numerator, i) => ({ numerator, denominator: wholes[i] ?? 0 }))

/**
 * A key figure of one year as it is written, without its unit: whole kronor, percent with two decimals. The change is
 * the difference of what is printed, so that base and change add up to the proposal on paper too (C17).
 */
export function keyFigureTexts(unit: KeyFigure['unit'], base: Ratio, proposed: Ratio) {
  const decimals = unit === 'procent' ? 2 : 0
  const [from, to] = [printed(base, unit), printed(proposed, unit)]
  const text = (scaled: number | null) =>
    scaled === null ? '–' : formatDecimal(scaled, decimals, decimals)
  const difference = from === null || to === null ? null : to - from
  return {
    base: text(from),
    change: difference !== null && difference > 0 ? `+${text(difference)}` : text(difference),
    proposed: text(to),
    changed: difference !== null && difference !== 0,
  }
}

/** In hundredths of a percent, or in whole kronor; null for a share of nothing. */
function printed({ numerator, denominator }: Ratio, unit: KeyFigure['unit']): number | null {
  if (denominator === 0) return null
  const text = shareText(
    { numerator, denominator: unit === 'procent' ? denominator : denominator * 100 },
    unit === 'procent' ? 2 : 0,
  )
  return text === null ? null : Number(text.replace('.', ''))
}
