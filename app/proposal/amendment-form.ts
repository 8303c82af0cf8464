import { Recurrence, type Change } from '~/budget/amendment'
import { tkr, zero, type Tkr } from '~/budget/money'
import { parsePercent, parseRate, parseTkr } from '~/budget/parse'
import type { AmendmentInput } from './amendment-judgement'

/** What a member typed, by the name of the field, and what is wrong with it. */
export type Typed = Readonly<Record<string, string | undefined>>
export type FieldFaults = Readonly<Record<string, string>>

export type ReadAmendment =
  | { readonly ok: true; readonly input: AmendmentInput }
  | { readonly ok: false; readonly faults: FieldFaults }

/** Reads the form of an amendment. Every fault is named at its field; amounts are tkr where no unit is written. */
export function readAmendment(typed: Typed, years: readonly number[]): ReadAmendment {
  const faults: Record<string, string> = {}
  const change = readChange(typed, years, faults)
  const motivation = (typed.motivation ?? '').trim()
  if (motivation.length > 5000)
    faults.motivation = `Skälet har ${motivation.length} tecken. Högst 5 000 får plats.`
  if (!change || Object.keys(faults).length > 0) return { ok: false, faults }
  return { ok: true, input: { change, motivation, section: typed.section || null } }
}

function readChange(
  typed: Typed,
  years: readonly number[],
  faults: Record<string, string>,
): Change | null {
  switch (typed.type) {
    case 'frame':
      return readFrame(typed, years, faults)
    case 'tax-rate': {
      const ore = parseRate(typed.ore ?? '', 'öre')
      if (!ore.ok) faults.ore = ore.reason
      return ore.ok ? { type: 'tax-rate', ore: ore.value } : null
    }
    case 'result-target': {
      const target = parsePercent(typed.target ?? '')
      if (!target.ok) faults.target = target.reason
      return target.ok ? { type: 'result-target', target: target.value } : null
    }
    default:
      faults.type = 'Välj vad ändringen gäller.'
      return null
  }
}

function readFrame(
  typed: Typed,
  years: readonly number[],
  faults: Record<string, string>,
): Change | null {
  const recurrence = Recurrence.safeParse(typed.recurrence)
  if (!recurrence.success) faults.recurrence = 'Välj hur länge pengarna ligger kvar.'
  if (!typed.board) faults.board = 'Välj en nämnd.'
  const amounts = years.map((_, i) => readAmount(typed, `amount${i}`, faults))
  if (!Object.keys(faults).some(name => name.startsWith('amount')) && amounts.every(a => a === 0))
    faults.amount0 = 'Skriv ett belopp för minst ett år, till exempel 2 000 eller 2 mnkr.'
  if (!recurrence.success || !typed.board) return null
  return { type: 'frame', board: typed.board, recurrence: recurrence.data, amounts }
}

function readAmount(typed: Typed, name: string, faults: Record<string, string>): Tkr {
  const text = typed[name] ?? ''
  if (text.trim() === '') return zero
  const amount = parseTkr(text)
  if (!amount.ok) faults[name] = amount.reason
  return amount.ok ? tkr(amount.value) : zero
}
