import type { Recurrence } from '~/budget/amendment'
import { widestIndexation } from '~/budget/bounds'
import { formatPercent } from '~/budget/format'
import type { TableUnit } from '~/budget/framework'
import { zero, type Tkr } from '~/budget/money'
import { parsePercent, parseTkr } from '~/budget/parse'
import { milliPercent, type MilliPercent } from '~/budget/rate'
import { recurrences } from '~/budget/recurrence'

/** What a member typed, by the name of the field, and what is wrong with it. */
export type Typed = Readonly<Record<string, string | undefined>>
export type FieldFaults = Readonly<Record<string, string>>

/** A form that is read: the texts, one entry a year in the proposal, and where faults are named. */
export type Reading = {
  readonly typed: Typed
  readonly years: readonly number[]
  /** What an amount is in where no unit is written. */
  readonly unit: TableUnit
  readonly faults: Record<string, string>
  /** Makes the id of what is new in the form. */
  readonly newId: () => string
}

export const textOf = ({ typed }: Reading, name: string): string => (typed[name] ?? '').trim()

/** An amount; an empty field is zero. */
export function readAmount(reading: Reading, name: string): Tkr {
  const text = textOf(reading, name)
  if (text === '') return zero
  const amount = parseTkr(text, reading.unit)
  if (!amount.ok) reading.faults[name] = amount.reason
  return amount.ok ? amount.value : zero
}

/** One amount a year, in the fields `name0`, `name1`, … */
export const readAmounts = (reading: Reading, name: string): Tkr[] =>
  reading.years.map((_, i) => readAmount(reading, `${name}${i}`))

const amountExamples = { tkr: '2 000 eller 2 mnkr', mnkr: '2,5 eller 500 tkr' } as const

/** Amounts of which at least one is not zero. */
export function readSomeAmounts(reading: Reading, name = 'amount'): Tkr[] {
  const amounts = readAmounts(reading, name)
  const faulty = Object.keys(reading.faults).some(field => field.startsWith(name))
  if (!faulty && amounts.every(amount => amount === 0))
    reading.faults[`${name}0`] =
      `Skriv ett belopp för minst ett år, till exempel ${amountExamples[reading.unit]}.`
  return amounts
}

/** A percentage; an empty field is `empty`, or a fault where that is not given. */
export function readPercent(reading: Reading, name: string, empty?: MilliPercent): MilliPercent {
  const text = textOf(reading, name)
  if (text === '' && empty !== undefined) return empty
  const percent = parsePercent(text)
  if (!percent.ok) reading.faults[name] = percent.reason
  return percent.ok ? percent.value : milliPercent(0)
}

/** Percentages of each year after the first, in the fields `name1`, `name2`, …: the steps of an indexation. */
export function readSteps(reading: Reading, name: string): MilliPercent[] {
  return reading.years.map((_, i) => {
    if (i === 0) return milliPercent(0)
    const percent = readPercent(reading, `${name}${i}`, milliPercent(0))
    if (Math.abs(percent) > widestIndexation)
      reading.faults[`${name}${i}`] =
        `Högst ${formatPercent(milliPercent(widestIndexation))} procent åt endera hållet.`
    return percent
  })
}

export function readRecurrence(reading: Reading): Recurrence {
  const recurrence = recurrences.find(one => one === reading.typed.recurrence)
  if (recurrence) return recurrence
  reading.faults.recurrence = 'Välj hur länge pengarna ligger kvar.'
  return 'indexed'
}

/** What was chosen in a list; `missing` says what to choose. */
export function readChoice(reading: Reading, name: string, missing: string): string {
  const chosen = textOf(reading, name)
  if (chosen === '') reading.faults[name] = missing
  return chosen
}

/** A whole number within bounds, or null with its fault named. */
export function readWhole(
  reading: Reading,
  name: string,
  { from, to, what }: { readonly from: number; readonly to: number; readonly what: string },
): number | null {
  const text = textOf(reading, name)
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (number >= from && number <= to) return number
  reading.faults[name] = what
  return null
}
