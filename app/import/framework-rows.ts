import { printedLines } from '~/budget/printed-totals'
import { negate, sum, zero, type Tkr } from '~/budget/money'
import { amountAt, amountsOf, type ChosenRow, type Gathering } from './chosen-rows'
import type { RowRole } from './choices'
import { single, type Rates } from './framework-rates'

/** The boards, each from one row. A board that stands twice is named with both its places. */
export function boardsOf(gathering: Gathering) {
  const { faults, rowsOf, choices } = gathering
  const flip = choices.costs === 'minus'
  const seen = new Map<string, ChosenRow>()
  return rowsOf('board').map(row => {
    const before = seen.get(row.board)
    if (row.board === '') faults.push(`${row.place}: ge ”${row.label}” en förkortning, som BUN.`)
    else if (before)
      faults.push(
        `${row.place}: ${row.board} står redan i ${before.place}. Ge den ena en annan förkortning eller välj Används inte.`,
      )
    for (const { place } of row.doubled)
      faults.push(`${place}: ”${row.label}” har redan ett belopp för det året. Ta bort det ena.`)
    seen.set(row.board, row)
    return {
      id: row.board,
      name: row.label,
      frames: amountsOf(gathering, row, `boards.${row.board}`, flip),
      ...chainOf(gathering, row, flip),
    }
  })
}

function chainOf(gathering: Gathering, row: ChosenRow, flip: boolean) {
  const previous = row.previous.get(gathering.years[0] ?? 0)
  const part = (name: 'indexation' | 'volume' | 'adjustment') =>
    row[name].size > 0 ? { [name]: amountsOf(gathering, row, '', flip, name) } : {}
  return {
    ...(previous && { previousFrame: amountAt(gathering, previous, flip) }),
    ...part('indexation'),
    ...part('volume'),
    ...part('adjustment'),
  }
}

/** Everything of the framework but the boards. What has no row is zero in every year. */
export function linesOf(gathering: Gathering, rates: Rates) {
  const { choices, years } = gathering
  const added = (role: RowRole, flip = false): Tkr[] =>
    addRows(gathering, role, flip) ?? years.map(() => zero)
  return {
    centralFinance: added('centralFinance', choices.costs === 'minus'),
    tax: taxOf(gathering, rates),
    grants: gathering.rowsOf('grant').map((row, i) => ({
      id: `grant-${i + 1}`,
      name: row.label,
      amounts: amountsOf(gathering, row, `grants.grant-${i + 1}`, false),
    })),
    financialIncome: added('financialIncome'),
    financialCosts: asCost(gathering, 'Finansiella kostnader', added('financialCosts')),
    indexation: { pkv: rates.pkv },
    resultTarget: rates.target,
    ...(rates.inhabitants && { inhabitants: rates.inhabitants }),
    printed: printedOf(gathering),
  }
}

/** A source without a tax base may print the revenue alone; its rate is then told by nothing but the typed field. */
function taxOf(gathering: Gathering, { rate }: Rates) {
  const settlement = single(gathering, 'settlement')
  const base = single(gathering, 'taxBase')
  const revenue = single(gathering, 'printed.taxRevenue')
  const rated = rate === null ? {} : { rate }
  if (!base && revenue)
    return { ...rated, settlement: [], revenue: amountsOf(gathering, revenue, 'taxRevenue', false) }
  const plain = (row: ChosenRow | undefined, key: string) =>
    row ? amountsOf(gathering, row, key, false) : gathering.years.map(() => zero)
  return { ...rated, base: plain(base, 'taxBase'), settlement: plain(settlement, 'settlement') }
}

/** The rows of a role that several may have, added; that they were is said. */
function addRows(gathering: Gathering, role: RowRole, flip: boolean): Tkr[] | null {
  const rows = gathering.rowsOf(role)
  const [first] = rows
  if (!first) return null
  if (rows.length > 1)
    gathering.notes.push(`${rows.map(({ place }) => place).join(' och ')} lades ihop.`)
  const lists = rows.map((row, i) => amountsOf(gathering, row, `${role}.${i}`, flip))
  return gathering.years.map((_, i) => sum(lists.map(list => list[i] ?? zero)))
}

/** The framework writes these costs with minus. A source that writes them without has no other meaning; it is said. */
function asCost({ notes }: Gathering, name: string, amounts: Tkr[]): Tkr[] {
  if (amounts.every(amount => amount <= 0)) return amounts
  if (amounts.some(amount => amount < 0)) return amounts
  notes.push(`${name} står utan minus och lästes som kostnader.`)
  return amounts.map(negate)
}

function printedOf(gathering: Gathering) {
  return Object.fromEntries(
    printedLines.flatMap(line => {
      const row = single(gathering, `printed.${line}`)
      if (!row) return []
      const flip = line === 'frames' && gathering.choices.costs === 'minus'
      const amounts = amountsOf(gathering, row, `printed.${line}`, flip)
      return [
        [
          line,
          line === 'netCosts'
            ? asCost(gathering, 'Verksamhetens nettokostnader', amounts)
            : amounts,
        ],
      ]
    }),
  )
}
