import type { TableUnit } from '~/budget/framework'
import type { Tkr } from '~/budget/money'
import { parseTkr, type Parsed } from '~/budget/parse'

/** A form's fields as they were typed, and what is wrong with them, by field. */
export type TypedFramework = Readonly<Record<string, string>>
export type FrameworkFaults = Readonly<Record<string, string>>

export type Reader = ReturnType<typeof fieldReader>

export const filled = (typed: TypedFramework, field: string) => (typed[field] ?? '').trim() !== ''

/**
 * Reads typed fields one by one; what is wrong with one is noted in `faults` under its name.
 * @param unit what an amount is in where nothing is written beside it
 * @param years how many amounts a line has, in the fields `line.0`, `line.1`, …
 */
export function fieldReader(
  typed: TypedFramework,
  faults: Record<string, string>,
  { unit, years }: { readonly unit: TableUnit; readonly years: number },
) {
  const value = <T, U>(field: string, parse: (text: string) => Parsed<T>, empty: U): T | U => {
    if (!filled(typed, field)) return empty
    const parsed = parse(typed[field] ?? '')
    if (parsed.ok) return parsed.value
    faults[field] = parsed.reason
    return empty
  }
  const pattern = (field: string, shape: RegExp, missing: string): string => {
    const text = (typed[field] ?? '').trim()
    if (!shape.test(text)) faults[field] = missing
    return text
  }
  /** A line's amounts, or null where none is typed. Where some are, an empty one is a fault: it may be forgotten. */
  const amounts = (
    line: string,
    missing = 'Skriv ett belopp, 0 om det inte finns något.',
  ): (Tkr | 0)[] | null => {
    const fields = Array.from({ length: years }, (_, i) => `${line}.${i}`)
    if (!fields.some(field => filled(typed, field))) return null
    return fields.map(field => {
      if (!filled(typed, field)) faults[field] = missing
      return value(field, text => parseTkr(text, unit), 0)
    })
  }
  return {
    value,
    pattern,
    text: (field: string, missing: string) => pattern(field, /^.{1,120}$/, missing),
    amounts,
    zeros: () => Array.from({ length: years }, () => 0),
    /** Notes that a field is wrong, where nothing is noted of it yet. */
    refuse: (field: string, reason: string) => {
      faults[field] ??= reason
    },
  }
}
