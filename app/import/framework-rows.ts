import type { Framework } from '~/budget/framework'
import { printedLines } from '~/budget/printed-totals'
import { negate, sum, tkr, zero, type Tkr } from '~/budget/money'
import { typedGrants, typedRate, typedTax } from './asked-lines'
import { amountAt, amountsOf, type ChosenRow, type Gathering } from './chosen-rows'
import type { RowRole } from './choices'
import type { Reader } from './field-reader'
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

/** Everything of the framework but the boards: from its rows, else as it is typed. */
export function linesOf(
  gathering: Gathering,
  rates: Rates,
  { read, base }: { readonly read: Reader; readonly base: Framework | null },
) {
  const flip = gathering.choices.costs === 'minus'
  const typed = (name: string) => (read.amounts(name) ?? read.zeros()).map(tkr)
  const costs = addRows(gathering, 'financialCosts') ?? typed('costs')
  return {
    centralFinance: addRows(gathering, 'centralFinance', flip) ?? typed('centralFinance'),
    tax: taxOf(gathering, rates, read),
    grants: grantsOf(gathering, read, base),
    financialIncome: addRows(gathering, 'financialIncome') ?? typed('income'),
    financialCosts: asCost(gathering, 'Finansiella kostnader', costs),
    indexation: { pkv: rates.pkv },
    resultTarget: rates.target,
    ...(rates.inhabitants && { inhabitants: rates.inhabitants }),
    printed: printedOf(gathering),
  }
}

/** A source without a tax base may print the revenue alone; one that prints neither needs one of them typed. */
function taxOf(gathering: Gathering, rates: Rates, read: Reader) {
  const settlementRow = single(gathering, 'settlement')
  const settlement = settlementRow && amountsOf(gathering, settlementRow, 'settlement', false)
  const base = single(gathering, 'taxBase')
  const revenue = single(gathering, 'printed.taxRevenue')
  const tax = base
    ? {
        base: wholeRow(gathering, base, 'taxBase'),
        settlement: settlement ?? read.amounts('settlement') ?? read.zeros(),
      }
    : revenue
      ? { revenue: wholeRow(gathering, revenue, 'taxRevenue'), settlement: [] }
      : typedTax(read, settlement)
  const rate = rates.rate ?? typedRate(read, 'base' in tax)
  return { ...tax, ...(rate !== null && { rate }) }
}

/** A row that no year may miss: 0 of it would make every total of that year wrong. */
function wholeRow(gathering: Gathering, row: ChosenRow, key: string): Tkr[] {
  for (const year of gathering.years)
    if (!row.amounts.has(year))
      gathering.faults.push(
        `${row.place}: ”${row.label}” har inget belopp för ${year}. Skriv det i filen och läs in den igen, eller välj Används inte: då får du skriva raden här.`,
      )
  return amountsOf(gathering, row, key, false)
}

/** Each grant's row; the printed sum where that is all there is; else as they are typed. */
function grantsOf(gathering: Gathering, read: Reader, base: Framework | null) {
  const sum = single(gathering, 'printed.grants')
  const rows = gathering.rowsOf('grant')
  const used = rows.length === 0 && sum ? [sum] : rows
  if (used.length === 0) return typedGrants(read, base)
  return used.map((row, i) => ({
    id: `grant-${i + 1}`,
    name: row.label,
    amounts: amountsOf(gathering, row, `grants.grant-${i + 1}`, false),
  }))
}

/** The rows of a role that several may have, added; that they were is said. */
function addRows(gathering: Gathering, role: RowRole, flip = false): Tkr[] | null {
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
