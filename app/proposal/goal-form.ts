import { noBreak } from '~/budget/format'
import { parseNumber } from '~/budget/parse'
import { GoalEdit, type IndicatorText } from './goal-edit'

/** A form's fields as they were typed. */
export type Typed = Readonly<Record<string, string>>

/** What is wrong with a form, by field; `form` is for the whole of it. */
export type FormFaults = Readonly<Record<string, string>>

/** Reads what was typed into one edit of the goals, or says per field what is wrong and how to mend it. */
export function readGoalEdit(typed: Typed): { edit: GoalEdit } | { faults: FormFaults } {
  const faults: Record<string, string> = {}
  const shape = { ...pick(typed, ['type', 'goalId', 'indicatorId', 'revision']) }
  const edit = typed.type?.endsWith('-indicator')
    ? { ...shape, ...indicatorOf(typed, faults) }
    : { ...shape, ...titleOf(typed, faults) }
  if (Object.keys(faults).length > 0) return { faults }
  const parsed = GoalEdit.safeParse(edit)
  return parsed.success
    ? { edit: parsed.data }
    : { faults: { form: 'Formuläret gick inte att läsa. Läs in sidan igen och försök på nytt.' } }
}

function titleOf(typed: Typed, faults: Record<string, string>) {
  if (typed.type === 'remove-goal') return {}
  return { title: requiredText(typed, 'title', 200, 'Skriv målets namn.', faults) }
}

function indicatorOf(typed: Typed, faults: Record<string, string>) {
  if (typed.type === 'remove-indicator') return {}
  return {
    indicator: {
      label: requiredText(typed, 'label', 300, 'Skriv vad som mäts.', faults),
      kpi: kpiOf(typed, faults),
      unit: (typed.unit ?? '').trim().slice(0, 60),
      direction: typed.direction,
      outcome: decimalOf(typed, 'outcome', faults),
      outcomeYear: yearOf(typed, 'outcomeYear', faults),
      target: decimalOf(typed, 'target', faults),
      targetYear: yearOf(typed, 'targetYear', faults),
    },
  }
}

function requiredText(
  typed: Typed,
  field: string,
  limit: number,
  missing: string,
  faults: Record<string, string>,
): string {
  const text = (typed[field] ?? '').trim()
  if (text === '') faults[field] = missing
  if (text.length > limit) faults[field] = `Högst ${limit} tecken. Nu är det ${text.length}.`
  return text
}

function kpiOf(typed: Typed, faults: Record<string, string>): string | null {
  const kpi = (typed.kpi ?? '').trim().toUpperCase()
  if (kpi === '') return null
  if (!/^[NU]\d{5}$/.test(kpi))
    faults.kpi =
      'Ett id i Kolada är N eller U och fem siffror, som N15436. Lämna tomt om det saknas.'
  return kpi
}

function decimalOf(typed: Typed, field: string, faults: Record<string, string>): string | null {
  const text = (typed[field] ?? '').trim()
  if (text === '') return null
  const number = parseNumber(text)
  if (!number.ok) {
    faults[field] = number.reason
    return null
  }
  const { scaled, decimals } = number.value
  if (decimals > 6 || String(scaled).length > 15)
    faults[field] = 'Skriv högst 15 siffror, varav sex decimaler.'
  return decimalText(scaled, decimals)
}

function decimalText(scaled: bigint, decimals: number): string {
  const sign = scaled < 0n ? '-' : ''
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0')
  const at = digits.length - decimals
  return `${sign}${digits.slice(0, at)}${decimals > 0 ? `.${digits.slice(at)}` : ''}`
}

function yearOf(typed: Typed, field: string, faults: Record<string, string>): number | null {
  const text = (typed[field] ?? '').trim()
  if (text === '') return null
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN
  if (!(year >= 1990 && year <= 2100)) faults[field] = 'Skriv ett år med fyra siffror, som 2026.'
  return year
}

function pick(typed: Typed, fields: string[]): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(field => (typed[field] === undefined ? [] : [[field, typed[field] ?? '']])),
  )
}

/** A stored decimal as it is printed: `81 275`, `32,8`, `−0,5`. Its decimals are kept as the source gave them. */
export function formatDecimalText(text: string): string {
  const [whole = '', fraction] = text.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, noBreak)
  return `${text.startsWith('-') ? '\u2212' : ''}${grouped}${fraction ? `,${fraction}` : ''}`
}

/** An indicator as a form shows it, in Swedish notation. */
export function typedIndicator(indicator: IndicatorText): Typed {
  return {
    label: indicator.label,
    kpi: indicator.kpi ?? '',
    unit: indicator.unit,
    direction: indicator.direction,
    outcome: typedFigure(indicator.outcome),
    outcomeYear: String(indicator.outcomeYear ?? ''),
    target: typedFigure(indicator.target),
    targetYear: String(indicator.targetYear ?? ''),
  }
}

const typedFigure = (text: string | null): string => (text === null ? '' : formatDecimalText(text))
