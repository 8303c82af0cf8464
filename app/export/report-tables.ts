import { meansLines } from '~/budget/means-lines'
import { formatOre, formatRate, formatShare } from '~/budget/format'
import { otherMeans, partName } from '~/budget/financing-parts'
import { formatIn, formatSignedExactIn, formatSignedIn } from '~/budget/table-unit'
import { targetText } from '~/budget/target-text'
import { ore, taxOf, type Ratio } from '~/budget/rate'
import { formatShareChange } from '~/budget/share-change'
import { add, negate, subtract, sum, tkr, zero, type Tkr } from '~/budget/money'
import type { BoardLine, Line, Statement } from '~/budget/statement'
import type { Framework, TableUnit } from '~/budget/framework'
import { decidedYears } from '~/budget/decided-years'
import type { AmountRow, Block, ChangeRow, KeyFigureRow, Triple } from './report'
import { changeTables, rowsIn, span } from './report-rows'

/** The frames of all boards, base, change and proposed, with their sum. */
export function boardTable({ unit, years, boards, frames }: Statement): Block[] {
  if (boards.length === 0) return []
  const { changeRow } = rowsIn(unit)
  return changeTables(years, `Nämndernas ramar, nettokostnad i ${unit}`, 'Nämnd', [
    ...boards.map(board => changeRow(board.name, 'line', board)),
    changeRow('Summa', 'sum', frames),
  ])
}

/** The income statement (resultatbudget): income plus, cost minus, and the result's share of tax and grants. */
export function resultTable(statement: Statement): Block[] {
  const { income, unit, years } = statement
  const { changeRow } = rowsIn(unit)
  const { operations } = income
  const operating = addLines([income.netCosts, income.taxRevenue, income.grants])
  return changeTables(years, `Resultatbudget, ${unit}`, 'Post', [
    ...(operations
      ? [
          changeRow('Verksamhetens intäkter', 'line', operations.revenue),
          changeRow('Verksamhetens kostnader', 'line', operations.costs),
          changeRow('Avskrivningar', 'line', operations.depreciation),
        ]
      : [changeRow('Nämndernas ramar', 'line', income.frames)]),
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
export function financingTable(statement: Statement): Block {
  const { unit, years, boards, financing, taxRate } = statement
  const { amountRow } = rowsIn(unit)
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
    caption: `Finansiering ${span(years)}, ${unit}`,
    first: 'Post',
    years,
    rows: [
      ...boards.flatMap(board => sizes(unit, board, change => change, board.name)),
      amountRow('Summa tillägg', 'sum', additions),
      ...(taxRate.change === 0
        ? []
        : [
            amountRow(
              taxRate.change < 0
                ? `Sänkt skattesats, ${formatOre(ore(-taxRate.change))}`
                : `Höjd skattesats, ${formatOre(taxRate.change)}`,
              'line',
              column(i => financing[i]?.newTax ?? zero),
            ),
          ]),
      amountRow(`${partName('lowerResult', lowerResult)} än i ramen`, 'line', lowerResult),
      ...meansLines(statement).map(({ name, amounts }) => amountRow(name, 'line', amounts)),
      ...boards.flatMap(board => sizes(unit, board, negate, `Lägre ram, ${board.name}`)),
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
function sizes(
  unit: TableUnit,
  board: BoardLine,
  towards: (change: Tkr) => Tkr,
  label: string,
): AmountRow[] {
  const amounts = board.change.map(change => tkr(Math.max(0, towards(change))))
  return amounts.some(amount => amount > 0) ? [rowsIn(unit).amountRow(label, 'line', amounts)] : []
}

/** The result against the target in force: what is left to finance, and the room above it. */
export function targetTable(statement: Statement): Block {
  const { unit, years, income, gap, margin, targetAveraged } = statement
  const { amountRow } = rowsIn(unit)
  const target = targetText(statement)
  const required = income.result.proposed.map((result, i) =>
    subtract(add(result, gap[i] ?? zero), margin[i] ?? zero),
  )
  const when = targetAveraged ? ', hela perioden' : ''
  return {
    type: 'amount-table',
    caption: `Resultatet mot målet ${span(years)}, ${unit}`,
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
  const { unit, years, taxRate, financing } = statement
  const { amountRow } = rowsIn(unit)
  const base = decidedYears({ tax, ...framework }).map(({ at }) => tax.base?.[at] ?? zero)
  const word = taxRate.change < 0 ? 'Sänkningen' : 'Höjningen'
  return {
    type: 'amount-table',
    caption: `Vad skattesatsen ger, ${unit}`,
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
        years: financing.map(({ newTax }) => formatSignedIn(unit, newTax)),
      },
    ],
  }
}

/** The budget year in five figures. */
export function keyFigures(statement: Statement): Block {
  const { unit, years, boards, frames, taxRate, income, resultShare, targetAveraged, gap } =
    statement
  const target = targetText(statement)
  const average = targetAveraged ? ' i genomsnitt' : ''
  const aim = target === null ? '' : `, mål minst ${target} procent${average}`
  return {
    type: 'key-figures',
    caption: `${taxRate.known ? 'Fem' : 'Fyra'} nyckeltal ${years[0] ?? ''}`,
    rows: [
      boards.length > 0
        ? lineFigure(unit, 'Nämndernas ramar', frames)
        : lineFigure(unit, 'Verksamhetens nettokostnader', income.netCosts),
      ...(taxRate.known
        ? [
            {
              label: 'Kommunalskatt',
              proposed: formatRate(taxRate.proposed),
              unit: 'kronor per skattekrona',
              change: `${taxRate.change > 0 ? '+' : ''}${formatRate(taxRate.change)}`,
              base: formatRate(taxRate.base),
            },
          ]
        : []),
      lineFigure(unit, 'Årets resultat', income.result),
      {
        label: `Resultatets andel av skatt och bidrag${aim}`,
        unit: 'procent',
        ...shareTriple(resultShare.base[0], resultShare.proposed[0]),
      },
      {
        label: 'Kvar att finansiera',
        proposed: formatIn(unit, gap[0] ?? zero),
        unit,
        change: '–',
        base: '–',
      },
    ],
  }
}

const lineFigure = (unit: TableUnit, label: string, line: Line): KeyFigureRow => ({
  label,
  proposed: formatIn(unit, line.proposed[0] ?? zero),
  unit,
  change: formatSignedExactIn(unit, line.change[0] ?? zero),
  base: formatIn(unit, line.base[0] ?? zero),
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

function addLines(lines: readonly Line[]): Line {
  const column = (name: keyof Line): Tkr[] =>
    (lines[0]?.[name] ?? []).map((_, i) => sum(lines.map(line => line[name][i] ?? zero)))
  return { base: column('base'), change: column('change'), proposed: column('proposed') }
}
