import { described, type Bar, type BarChart, type ChartRow, type Look } from './bar-chart'
import { formatOre } from './format'
import { meansLines } from './means-lines'
import { add, negate, sum, zero, type Tkr } from './money'
import { ore } from './rate'
import type { BoardLine, Statement } from './statement'
import { formatIn, formatSignedExactIn, formatSignedIn } from './table-unit'
import { targetChart } from './target-chart'

/** Rows that a chart has room for: a figure cannot break over two pages. The rest of the boards stand together. */
const mostBoards = 24
const mostSteps = 16

/** The charts of a statement, those that have something to show. */
export const chartsOf = (statement: Statement): BarChart[] =>
  [boardChart(statement), financingChart(statement), targetChart(statement)].filter(
    chart => chart !== null,
  )

/** What each board gets more or less in the budget year, from a line of zero. Null where no frame is changed. */
export function boardChart(statement: Statement): BarChart | null {
  const { unit, years, boards, frames } = statement
  const changed = boards.filter(({ change }) => change.some(amount => amount !== 0))
  if (changed.length === 0) return null
  const signed = (amounts: readonly Tkr[]) =>
    amounts.map(amount => formatSignedExactIn(unit, amount))
  const rows = togetherAfter(mostBoards, changed)
    .toSorted((a, b) => b.amount - a.amount)
    .map(({ name, amount }) =>
      row(name, {
        from: zero,
        to: amount,
        look: amount < 0 ? 'minus' : 'plus',
        text: formatSignedExactIn(unit, amount),
      }),
    )
  return {
    id: 'boards',
    caption: `Ändring av nämndernas ramar ${years[0] ?? ''}, ${unit}`,
    description: described(unit, rows),
    keys: keysIn(rows, { plus: 'mer till nämnden', minus: 'mindre till nämnden' }),
    rows,
    joined: false,
    table: {
      heads: ['Nämnd', ...years.map(String)],
      rows: [
        ...changed.map(({ name, change }) => ({ name, cells: signed(change) })),
        { name: 'Alla nämnder', cells: signed(frames.change) },
      ],
    },
  }
}

/** How the base's result becomes the proposal's in the budget year, step by step. Null where nothing is changed. */
export function financingChart(statement: Statement): BarChart | null {
  const { unit, years, income } = statement
  const steps = stepsOf(statement)
  if (steps.length === 0) return null
  const [base, proposed] = [income.result.base[0] ?? zero, income.result.proposed[0] ?? zero]
  const total = (label: string, to: Tkr) =>
    row(label, { from: zero, to, look: 'total', text: formatIn(unit, to) })
  const rows = [total('Resultat i ramen', base)]
  let at = base
  for (const { name, amount } of steps) {
    const to = add(at, amount)
    const look = amount < 0 ? 'minus' : 'plus'
    rows.push(row(name, { from: at, to, look, text: formatSignedIn(unit, amount) }))
    at = to
  }
  rows.push(total('Resultat i förslaget', proposed))
  return {
    id: 'financing',
    caption: `Från ramens resultat till förslagets ${years[0] ?? ''}, ${unit}`,
    description: described(unit, rows),
    keys: keysIn(rows, { total: 'resultat', plus: 'höjer', minus: 'sänker' }),
    rows,
    joined: true,
    table: {
      heads: ['Steg', String(years[0] ?? '')],
      rows: rows.map(({ label, bars }) => ({ name: label, cells: bars.map(({ text }) => text) })),
    },
  }
}

/** What moves the result: tax, other income, central finance, the financial net, and each board's change against it (F16). */
function stepsOf(statement: Statement): Step[] {
  const { boards, taxRate, financing } = statement
  const year = financing[0]
  if (!year) return []
  const rise = taxRate.change < 0 ? 'Sänkt' : 'Höjd'
  const tax = `${rise} skattesats, ${formatOre(ore(Math.abs(taxRate.change)))}`
  const effects = boards.map(({ name, change }) => ({ name, change: change.map(negate) }))
  return [
    { name: tax, amount: year.newTax },
    ...meansLines(statement).map(({ name, amounts }) => ({ name, amount: amounts[0] ?? zero })),
    ...togetherAfter(
      mostSteps,
      effects.filter(({ change }) => change[0] !== 0),
    ),
  ].filter(({ amount }) => amount !== 0)
}

type Step = { readonly name: string; readonly amount: Tkr }

/** The budget year's amounts by name, the largest first; beyond so many the rest are one. */
function togetherAfter(most: number, lines: readonly Pick<BoardLine, 'name' | 'change'>[]): Step[] {
  const steps = lines
    .map(({ name, change }) => ({ name, amount: change[0] ?? zero }))
    .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
  if (steps.length <= most) return steps
  const rest = steps.slice(most - 1)
  const amount = sum(rest.map(step => step.amount))
  return [...steps.slice(0, most - 1), { name: `Övriga ${rest.length} nämnder`, amount }]
}

const row = (label: string, bar: Bar): ChartRow => ({
  label,
  strong: bar.look === 'total',
  bars: [bar],
  target: null,
})

/** The keys of the looks that the chart has. */
const keysIn = (rows: readonly ChartRow[], names: Partial<Record<Look, string>>) =>
  (['total', 'plus', 'minus'] as const).flatMap(look => {
    const text = names[look]
    const used = rows.some(({ bars }) => bars.some(bar => bar.look === look))
    return text !== undefined && used ? [{ look, text }] : []
  })
