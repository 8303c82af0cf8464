import type { Framework, Year } from '~/budget/framework'
import { subtract } from '~/budget/money'
import { comparePrintedTotals, type PrintedTotal } from '~/budget/printed-totals'
import { cellNumber, readAmount } from './amount-cell'
import type { Origins } from './chosen-rows'
import type { Choices } from './choices'
import type { Placed } from './source-row'

/** A printed total beside the computed one, with the cell that prints it. */
export type PlacedTotal = PrintedTotal & { readonly place: string | null }

/** A cell where a note may have run together with an amount: without the note, the total ties. */
export type Suspect = {
  readonly place: string
  readonly text: string
  readonly note: string
  /** The cell's text without the note. */
  readonly rest: string
  readonly line: PrintedTotal['line']
  readonly year: Year
}

export function placedTotals(framework: Framework, origins: Origins): PlacedTotal[] {
  return comparePrintedTotals(framework).map(total => ({
    ...total,
    place: origins.get(`printed.${total.line}.${total.year}`)?.place ?? null,
  }))
}

/**
 * The cells that explain a total which does not tie: one whose first one or two digits are the whole difference, or all
 * such cells of a year's column together. They are named, and read otherwise only when somebody says so.
 */
export function suspectsOf(
  totals: readonly PlacedTotal[],
  origins: Origins,
  rule: Pick<Choices, 'unit' | 'decimals'>,
): Suspect[] {
  const found = totals.flatMap(total => suspectsFor(total, origins, rule))
  return found.filter((suspect, i) => found.findIndex(({ place }) => place === suspect.place) === i)
}

/** What a printed total sums, and with which sign, by the beginnings of the origins' names. */
const parts: Record<PrintedTotal['line'], readonly { prefix: string; sign: 1 | -1 }[]> = {
  frames: [{ prefix: 'boards.', sign: 1 }],
  netCosts: [
    { prefix: 'boards.', sign: -1 },
    { prefix: 'centralFinance.', sign: -1 },
  ],
  municipalTax: [],
  taxRevenue: [{ prefix: 'settlement.', sign: 1 }],
  grants: [{ prefix: 'grants.', sign: 1 }],
  operatingResult: [],
  result: [],
  balanceResult: [],
}

type Candidate = Omit<Suspect, 'line' | 'year'> & {
  /** How much the total falls short of the computed one because of the note; positive where it is the cause. */
  readonly excess: number
}

function suspectsFor(
  total: PlacedTotal,
  origins: Origins,
  rule: Pick<Choices, 'unit' | 'decimals'>,
): Suspect[] {
  if (total.difference === 0) return []
  const { line, year } = total
  const wanted = -total.difference
  const own = [...origins].flatMap(([key, placed]) => {
    if (!key.endsWith(`.${year}`)) return []
    if (key === `printed.${line}.${year}`)
      return candidates(placed, -Math.sign(total.printed), rule)
    const sign = parts[line].find(({ prefix }) => key.startsWith(prefix))?.sign
    if (sign === undefined) return []
    const isCost = /^(boards|centralFinance)\./.test(key)
    return candidates(placed, sign, rule, isCost)
  })
  return explaining(own, wanted).map(({ place, text, note, rest }) => ({
    place,
    text,
    note,
    rest,
    line,
    year,
  }))
}

function explaining(all: readonly Candidate[], wanted: number): readonly Candidate[] {
  const alone = all.filter(({ excess }) => excess === wanted)
  if (alone.length > 0) return alone
  for (const [i, first] of all.entries())
    for (const second of all.slice(i + 1))
      if (first.place !== second.place && first.excess + second.excess === wanted)
        return [first, second]
  const spaced = all.filter(({ text }) => /\s/.test(text.trim()))
  const together = spaced.filter(
    ({ place }, i) => spaced.findIndex(other => other.place === place) === i,
  )
  const excess = together.reduce((sum, candidate) => sum + candidate.excess, 0)
  return together.length > 2 && excess === wanted ? together : []
}

/**
 * The ways in which the cell's first one or two digits may be a note. `sign` is the cell's in the computed total;
 * `anySign` where the table's own sign does not matter.
 */
function candidates(
  placed: Placed,
  sign: number,
  rule: Pick<Choices, 'unit' | 'decimals'>,
  anySign = true,
): Candidate[] {
  // a cost is stored positive whichever sign the table writes; any other amount keeps its own
  const sizeOf = (amount: number) => (anySign ? Math.abs(amount) : amount)
  const whole = readAmount(placed, rule)
  const text = cellNumber(placed.cell)
  const [, minus = '', digits = ''] =
    /^([-+\u2010-\u2014\u2212]?)\s*(\d[\d\s]*(?:,\d+)?)$/u.exec(text) ?? []
  if (!whole.ok || digits === '') return []
  return [1, 2].flatMap(length => {
    const note = digits.slice(0, length)
    const rest = digits.slice(length).trim()
    if (!/^\d{2}$|^\d$/.test(note) || !/^\d/.test(rest) || /^0\d/.test(rest)) return []
    const read = readAmount(
      { place: placed.place, cell: { ...placed.cell, kind: 'text', text: minus + rest } },
      rule,
    )
    if (!read.ok) return []
    const excess = sign * sizeOf(subtract(whole.value, read.value))
    return [{ place: placed.place, text: placed.cell.text, note, rest: minus + rest, excess }]
  })
}
