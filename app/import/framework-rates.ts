import { parseNumber, parsePercent, parseRate, type Parsed } from '~/budget/parse'
import type { MilliPercent, Ore } from '~/budget/rate'
import { cellNumber } from './amount-cell'
import type { ChosenRow, Gathering } from './chosen-rows'
import type { RowRole } from './choices'
import type { Reader } from './field-reader'
import type { Placed } from './source-row'

/** What the framework holds that is no amount: the tax rate, the target, the price index and the inhabitants. */
export type Rates = {
  /** Null where no row tells it. */
  readonly rate: Ore | null
  readonly target: MilliPercent | null
  readonly pkv: readonly (MilliPercent | 0)[]
  readonly inhabitants: readonly number[] | undefined
}

/** Taken from the tables' own rows where they have them, else from the typed fields. */
export function ratesOf(gathering: Gathering, read: Pick<Reader, 'value'>): Rates {
  const { years, rowsOf } = gathering
  const pkv = single(gathering, 'pkv')
  const cellOf = (role: RowRole) => single(gathering, role)?.amounts.get(years[0] ?? 0) ?? null
  const parsed = <T, U>(placed: Placed, parse: (text: string) => Parsed<T>, empty: U): T | U => {
    const result = parse(numberText(placed))
    if (result.ok) return result.value
    gathering.faults.push(`${placed.place}: ${result.reason}`)
    return empty
  }
  const [rate, target] = [cellOf('taxRate'), cellOf('resultTarget')]
  const inhabitants = rowsOf('inhabitants')[0]
  return {
    rate: rate ? parsed(rate, text => parseRate(text, 'kronor'), null) : null,
    target: target ? parsed(target, parsePercent, null) : read.value('target', parsePercent, null),
    pkv: years.map((year, i) => {
      const placed = pkv?.amounts.get(year)
      if (placed) return parsed(placed, parsePercent, 0)
      if (pkv)
        gathering.notes.push(`${pkv.place}: ”${pkv.label}” har inget värde för ${year} och fick 0.`)
      return read.value(`pkv.${i}`, parsePercent, 0)
    }),
    inhabitants:
      inhabitants && countsOf(gathering, inhabitants, placed => parsed(placed, parseCount, 1)),
  }
}

/** Every year's count; none at all where a year has none, since none can be guessed. */
function countsOf(
  { years, notes }: Gathering,
  row: ChosenRow,
  countOf: (placed: Placed) => number,
): number[] | undefined {
  const missing = years.filter(year => !row.amounts.has(year))
  if (missing.length > 0) {
    notes.push(
      `${row.place}: ”${row.label}” saknas för ${missing.join(' och ')}, så kronor per invånare visas inte.`,
    )
    return undefined
  }
  return years.flatMap(year => {
    const placed = row.amounts.get(year)
    return placed ? countOf(placed) : []
  })
}

/** The row of a role that only one row can have. */
export function single({ rowsOf, faults }: Gathering, role: RowRole): ChosenRow | undefined {
  const [first, second] = rowsOf(role)
  if (first && second)
    faults.push(
      `${second.place}: ”${second.label}” är samma sak som ”${first.label}” i ${first.place}. Välj Används inte för den ena.`,
    )
  return first
}

/** A cell shown as 2,9 % stores 0.029. */
function numberText({ cell }: Placed): string {
  if (cell.kind !== 'percent') return cellNumber(cell)
  return cellNumber({
    ...cell,
    kind: 'number',
    text: String(Number((Number(cell.text) * 100).toPrecision(12))),
  })
}

function parseCount(text: string): Parsed<number> {
  const number = parseNumber(text)
  if (!number.ok) return number
  const count = Number(number.value.scaled)
  return number.value.decimals === 0 && count > 0 && count <= 10_000_000
    ? { ok: true, value: count, warning: null }
    : { ok: false, reason: `”${text}” är inget antal invånare.` }
}
