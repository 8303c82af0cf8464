import { formatOre, formatPercent, formatRate, formatShare } from '~/budget/format'
import { subtract, zero, type Tkr } from '~/budget/money'
import { ore, type Ore } from '~/budget/rate'
import type { Statement } from '~/budget/statement'
import { formatIn, formatSignedIn } from '~/budget/table-unit'

/** A figure as it is printed, whether the first column has another, and how far from that it is where both subtract. */
export type Cell = {
  readonly text: string
  readonly differs: boolean
  readonly difference: string | null
}
export type ComparedRow = { readonly name: string; readonly cells: readonly Cell[] }
export type ComparedGroup = {
  readonly name: string
  readonly rows: readonly ComparedRow[]
  /** The group's last row is the sum of those above it. */
  readonly summed?: true
}

type Statements = readonly Statement[]

/** The main figures of statements on one framework, year by year, each compared with the first. */
export function mainFigures(statements: Statements): ComparedGroup[] {
  const [first] = statements
  if (!first) return []
  const { unit, years, taxRate } = first
  const perYear = (name: string, cellsOf: (i: number) => Cell[]): ComparedGroup => ({
    name,
    rows: years.map((year, i) => ({ name: String(year), cells: cellsOf(i) })),
  })
  const amounts = (name: string, of: (statement: Statement) => readonly Tkr[]) =>
    perYear(`${name}, ${unit}`, i => amountCells(statements, statement => of(statement)[i] ?? zero))
  return [
    amounts('Kvar att finansiera', ({ gap }) => gap),
    amounts('Utrymme', ({ margin }) => margin),
    amounts('Resultat', ({ income }) => income.result.proposed),
    perYear('Resultat, % av skatt och bidrag', i =>
      textCells(statements, ({ resultShare }) => {
        const share = resultShare.proposed[i]
        return share ? formatShare(share) : '–'
      }),
    ),
    perYear('Resultatmål, %', i =>
      textCells(statements, ({ targets }) => {
        const target = targets[i] ?? null
        return target === null ? '–' : formatPercent(target)
      }),
    ),
    amounts('Nämndernas ramar, summa', ({ frames }) => frames.proposed),
    ...(taxRate.known
      ? [{ name: 'Skattesats, kronor per skattekrona', rows: [rateRow(statements)] }]
      : []),
  ]
}

const rateRow = (statements: Statements): ComparedRow => {
  const first = statements[0]?.taxRate.proposed ?? 0
  return {
    name: 'Alla år',
    cells: statements.map(({ taxRate: { proposed } }) => {
      const away = ore(proposed - first)
      const differs = away !== 0
      const text = formatRate(proposed)
      return { text, differs, difference: differs ? signedOre(away) : null }
    }),
  }
}

const signedOre = (rate: Ore): string => `${rate > 0 ? '+' : ''}${formatOre(rate)}`

/**
 * What each statement does to the boards' frames against the base, year by year with their sum. Boards that none of
 * them changes in the year are left out, and so is a year without any.
 */
export function boardChanges(statements: Statements): ComparedGroup[] {
  const [first] = statements
  if (!first) return []
  return first.years.flatMap((year, i): ComparedGroup[] => {
    const changes = first.boards.map(({ name }, at) => ({
      name,
      amounts: statements.map(({ boards }) => boards[at]?.change[i] ?? zero),
    }))
    const changed = changes.filter(({ amounts }) => amounts.some(amount => amount !== 0))
    if (changed.length === 0) return []
    const sum = statements.map(({ frames }) => frames.change[i] ?? zero)
    return [
      {
        name: String(year),
        summed: true,
        rows: [...changed, { name: 'Summa', amounts: sum }].map(({ name, amounts }) => ({
          name,
          cells: cellsOf(amounts, first, formatSignedIn),
        })),
      },
    ]
  })
}

const amountCells = (statements: Statements, of: (statement: Statement) => Tkr): Cell[] => {
  const [first] = statements
  return first ? cellsOf(statements.map(of), first, formatIn) : []
}

function cellsOf(amounts: readonly Tkr[], { unit }: Statement, format: typeof formatIn): Cell[] {
  const first = amounts[0] ?? zero
  return amounts.map(amount => {
    const differs = amount !== first
    const difference = differs ? formatSignedIn(unit, subtract(amount, first)) : null
    return { text: format(unit, amount), differs, difference }
  })
}

/** Figures that are not subtracted from each other: what differs is said to. */
function textCells(statements: Statements, of: (statement: Statement) => string): Cell[] {
  const texts = statements.map(of)
  return texts.map(text => ({ text, differs: text !== texts[0], difference: null }))
}
