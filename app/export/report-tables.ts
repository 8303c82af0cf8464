import { formatOre, formatRate, formatShare, formatSigned, formatTkr } from '~/budget/format'
import { meansNames, otherMeans } from '~/budget/financing-parts'
import { targetText } from '~/budget/target-text'
import { ore, taxOf, type Ratio } from '~/budget/rate'
import { formatShareChange } from '~/budget/share-change'
import { add, negate, subtract, sum, tkr, zero, type Tkr } from '~/budget/money'
import type { BoardLine, Line, Statement } from '~/budget/statement'
import type { Framework } from '~/budget/framework'
import { decidedYears } from '~/budget/framework'
import type { AmountRow, Block, ChangeRow, KeyFigureRow, RowKind, Triple } from './report'

/** Years and digits that nine columns of amounts have room for; a table beyond that is set as several. */
const yearsAcross = 3
const widestAmount = 11

/** `2025–2027`, or `2025` alone. */
export function span(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)]
  return first === last ? `${first ?? ''}` : `${first}–${last}`
}

/** The frames of all boards, base, change and proposed, with their sum. */
export const boardTable = (statement: Statement): Block[] =>
  changeTables(statement.years, 'Nämndernas ramar, nettokostnad i tkr', 'Nämnd', [
    ...statement.boards.map(board => changeRow(board.name, 'line', board)),
    changeRow('Summa', 'sum', statement.frames),
  ])

/** The income statement (resultatbudget): income plus, cost minus, and the result's share of tax and grants. */
export function resultTable(statement: Statement): Block[] {
  const { income, years } = statement
  const operating = addLines([income.netCosts, income.taxRevenue, income.grants])
  return changeTables(years, 'Resultatbudget, tkr', 'Post', [
    changeRow('Nämndernas ramar', 'line', income.frames),
    changeRow('Finansförvaltning', 'line', income.centralFinance),
    changeRow('Verksamhetens nettokostnader', 'subtotal', income.netCosts),
    changeRow('Skatteintäkter', 'line', income.taxRevenue),
    changeRow('Generella statsbidrag och utjämning', 'line', income.grants),
    changeRow('Verksamhetens resultat', 'subtotal', operating),
    changeRow('Finansnetto', 'line', income.financialNet),
    changeRow('Årets resultat', 'sum', income.result),
    shareRow(statement),
  ])
}

/** What the group adds, year by year, and how it is paid for (F16); the last line is what is left, which is nothing. */
export function financingTable({ years, boards, financing, taxRate }: Statement): Block {
  const column = (of: (i: number) => Tkr): Tkr[] => years.map((_, i) => of(i))
  const additions = column(i => financing[i]?.additions ?? zero)
  const paid = column(i =>
    sum([
      financing[i]?.newTax ?? zero,
      financing[i]?.lowerResult ?? zero,
      financing[i]?.savings ?? zero,
      ...otherMeans.map(part => financing[i]?.[part] ?? zero),
    ]),
  )
  const lowerResult = column(i => financing[i]?.lowerResult ?? zero)
  return {
    type: 'amount-table',
    caption: `Finansiering ${span(years)}, tkr`,
    first: 'Post',
    years,
    rows: [
      ...boards.flatMap(board => sizes(board, change => change, board.name)),
      amountRow('Summa tillägg', 'sum', additions),
      amountRow(
        taxRate.change < 0
          ? `Sänkt skattesats, ${formatOre(ore(-taxRate.change))}`
          : `Höjd skattesats, ${formatOre(taxRate.change)}`,
        'line',
        column(i => financing[i]?.newTax ?? zero),
      ),
      amountRow('Lägre resultat än i ramen', 'line', lowerResult),
      ...otherMeans.flatMap(part =>
        financing.some(year => year[part] !== 0)
          ? amountRow(
              meansNames[part],
              'line',
              column(i => financing[i]?.[part] ?? zero),
            )
          : [],
      ),
      ...boards.flatMap(board => sizes(board, negate, `Lägre ram, ${board.name}`)),
      amountRow('Summa finansiering', 'sum', paid),
      amountRow(
        'Tillägg utan finansiering',
        'subtotal',
        paid.map((amount, i) => subtract(additions[i] ?? zero, amount)),
      ),
    ],
  }
}

/** One side of a board's changes, as sizes: additions or savings. Nothing where the board has none in any year. */
function sizes(board: BoardLine, towards: (change: Tkr) => Tkr, label: string): AmountRow[] {
  const amounts = board.change.map(change => tkr(Math.max(0, towards(change))))
  return amounts.some(amount => amount > 0) ? [amountRow(label, 'line', amounts)] : []
}

/** The result against the target in force: what is left to finance, and the room above it. */
export function targetTable(statement: Statement): Block {
  const { years, income, gap, margin, targetAveraged } = statement
  const target = targetText(statement)
  const required = income.result.proposed.map((result, i) =>
    subtract(add(result, gap[i] ?? zero), margin[i] ?? zero),
  )
  const when = targetAveraged ? ', hela perioden' : ''
  return {
    type: 'amount-table',
    caption: `Resultatet mot målet ${span(years)}, tkr`,
    first: 'Post',
    years,
    rows: [
      amountRow('Årets resultat', 'line', income.result.proposed),
      // What an average asks for has no years: the gap under the budget year is the whole period's.
      ...(targetAveraged
        ? []
        : [
            amountRow(
              target === null ? 'Krav (inget resultatmål)' : `Krav, ${target} procent`,
              'line',
              required,
            ),
          ]),
      amountRow(`Kvar att finansiera${when}`, 'subtotal', gap),
      amountRow(`Utrymme${when}`, 'subtotal', margin),
    ],
  }
}

/** What the tax base, one öre and the change of the rate come to. */
export function taxTable({ tax, ...framework }: Framework, statement: Statement): Block {
  const { years, taxRate, financing } = statement
  const base = decidedYears({ tax, ...framework }).map(({ at }) => tax.base?.[at] ?? zero)
  const word = taxRate.change < 0 ? 'Sänkningen' : 'Höjningen'
  return {
    type: 'amount-table',
    caption: 'Vad skattesatsen ger, tkr',
    first: 'Post',
    years,
    rows: [
      amountRow('Skatteunderlag', 'line', base),
      amountRow(
        'Ett öre',
        'line',
        base.map(amount => taxOf(amount, ore(1))),
      ),
      {
        label: `${word}, ${formatOre(ore(Math.abs(taxRate.change)))}`,
        kind: 'line',
        changed: true,
        years: financing.map(({ newTax }) => formatSigned(newTax)),
      },
    ],
  }
}

/** The budget year in five figures. */
export function keyFigures(statement: Statement): Block {
  const { years, frames, taxRate, income, resultShare, targetAveraged, gap } = statement
  const target = targetText(statement)
  const average = targetAveraged ? ' i genomsnitt' : ''
  const aim = target === null ? '' : `, mål minst ${target} procent${average}`
  return {
    type: 'key-figures',
    caption: `Fem nyckeltal ${years[0] ?? ''}`,
    rows: [
      lineFigure('Nämndernas ramar', frames),
      {
        label: 'Kommunalskatt',
        proposed: formatRate(taxRate.proposed),
        unit: 'kronor per skattekrona',
        change: `${taxRate.change > 0 ? '+' : ''}${formatRate(taxRate.change)}`,
        base: formatRate(taxRate.base),
      },
      lineFigure('Årets resultat', income.result),
      {
        label: `Resultatets andel av skatt och bidrag${aim}`,
        unit: 'procent',
        ...shareTriple(resultShare.base[0], resultShare.proposed[0]),
      },
      {
        label: 'Kvar att finansiera',
        proposed: formatTkr(gap[0] ?? zero),
        unit: 'tkr',
        change: '–',
        base: '–',
      },
    ],
  }
}

const lineFigure = (label: string, line: Line): KeyFigureRow => ({
  label,
  proposed: formatTkr(line.proposed[0] ?? zero),
  unit: 'tkr',
  change: formatSigned(line.change[0] ?? zero),
  base: formatTkr(line.base[0] ?? zero),
})

const shareRow = ({ resultShare }: Statement): ChangeRow => ({
  label: 'Resultatets andel, procent',
  kind: 'line',
  years: resultShare.base.map((base, i) => shareTriple(base, resultShare.proposed[i])),
})

/** Shares in percent. */
function shareTriple(base = noShare, proposed = noShare): Triple {
  return {
    base: formatShare(base),
    change: formatShareChange(base, proposed),
    proposed: formatShare(proposed),
  }
}

const noShare: Ratio = { numerator: 0, denominator: 0 }

const changeRow = (label: string, kind: RowKind, line: Line): ChangeRow => ({
  label,
  kind,
  years: line.base.map((base, i) => ({
    base: formatTkr(base),
    change: formatSigned(line.change[i] ?? zero),
    proposed: formatTkr(line.proposed[i] ?? zero),
  })),
})

const amountRow = (label: string, kind: RowKind, amounts: readonly Tkr[]): AmountRow => ({
  label,
  kind,
  changed: false,
  years: amounts.map(formatTkr),
})

function addLines(lines: readonly Line[]): Line {
  const column = (name: keyof Line): Tkr[] =>
    (lines[0]?.[name] ?? []).map((_, i) => sum(lines.map(line => line[name][i] ?? zero)))
  return { base: column('base'), change: column('change'), proposed: column('proposed') }
}

/** One table, or one for each group of years that fits across a page. */
function changeTables(
  years: readonly number[],
  name: string,
  first: string,
  rows: readonly ChangeRow[],
): Block[] {
  const widest = Math.max(
    0,
    ...rows.flatMap(row =>
      row.years.flatMap(({ base, change, proposed }) =>
        [base, change, proposed].map(text => text.length),
      ),
    ),
  )
  const across = widest > widestAmount ? 1 : yearsAcross
  return Array.from({ length: Math.ceil(years.length / across) }, (_, i) => {
    const [from, to] = [i * across, (i + 1) * across]
    const shown = years.slice(from, to)
    return {
      type: 'change-table',
      caption: name.replace(',', ` ${span(shown)},`),
      first,
      years: shown,
      rows: rows.map(row => ({ ...row, years: row.years.slice(from, to) })),
    }
  })
}
