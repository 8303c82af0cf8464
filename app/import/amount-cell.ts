import { parseNumber, parseTkr } from '~/budget/parse'
import { tkr, type Tkr } from '~/budget/money'
import { portion } from '~/budget/rate'
import type { Choices, SheetUnit } from './choices'
import type { Placed } from './source-row'

export type CellRead =
  | { readonly ok: true; readonly value: Tkr; readonly note: string | null }
  | { readonly ok: false; readonly message: string }

type Rule = Pick<Choices, 'unit' | 'decimals'>

const perUnit: Record<SheetUnit, { times: bigint; over: bigint }> = {
  kr: { times: 1n, over: 1000n },
  tkr: { times: 1n, over: 1n },
  mnkr: { times: 1000n, over: 1n },
}

/**
 * The amount in a cell, in whole tkr, read as typed amounts are. A date, a percentage, an error or a formula without its
 * value is no amount, and is named with its cell. A lone dash is how tables print zero.
 */
export function readAmount({ cell, place }: Placed, rule: Rule): CellRead {
  const unfit = unfitness({ cell, place })
  if (unfit) return { ok: false, message: unfit }
  if (/^[-–—−]$/.test(cell.text)) return { ok: true, value: tkr(0), note: null }
  const text = cellNumber(cell)
  const unit = rule.unit || 'tkr'
  const withUnit = /\p{L}/u.test(text) ? text : `${text} ${unit}`
  const parsed = parseTkr(withUnit)
  if (parsed.ok) {
    const note = parsed.warning ? `${place}: ${parsed.warning}` : null
    return { ok: true, value: parsed.value, note }
  }
  const rounded = rule.decimals === 'round' ? roundedTkr(text, unit) : null
  if (rounded !== null)
    return {
      ok: true,
      value: rounded,
      note: `${place}: ${cell.text} avrundades till hela tusental kronor.`,
    }
  return { ok: false, message: `${place}: ${parsed.reason.replace(` ${unit}”`, '”')}` }
}

function unfitness({ cell, place }: Placed): string | null {
  if (cell.formula !== null && cell.text === '')
    return `${place}: formeln har inget sparat värde. Öppna filen i kalkylprogrammet, spara och läs in igen.`
  if (cell.formula === cell.text)
    return `${place}: ”${cell.text}” är en formel utan värde. Skriv beloppet i stället.`
  if (cell.kind === 'error') return `${place}: cellen har felet ${cell.text}. Rätta den i filen.`
  if (cell.kind === 'date' || /^\d{4}-\d\d-\d\d/.test(cell.text))
    return `${place}: cellen är ett datum, inget belopp. Rätta cellens format i filen.`
  if (cell.kind === 'percent' || cell.text.endsWith('%'))
    return `${place}: cellen är en procentsats, inget belopp. Välj en annan kolumn eller rätta cellen.`
  if (cell.kind === 'boolean') return `${place}: cellen är sant eller falskt, inget belopp.`
  if (/[\p{Nd}]/u.test(cell.text.replace(/[0-9]/g, '')))
    return `${place}: ”${cell.text}” har andra siffror än 0–9. Skriv om talet med 0–9.`
  return null
}

/**
 * A number cell's digits as Swedes write them. The file has a point, at times an exponent, and past fifteen digits only
 * noise that the spreadsheet itself never shows: 1045.2000000000001 is 1045,2. What is less than a billionth is cut.
 */
export function cellNumber({ text, kind }: Placed['cell']): string {
  if (kind === 'text' || !/^-?\d*\.?\d+(e[-+]?\d+)?$/i.test(text)) return text
  const digits = text.replace(/^-?0*\.?0*|\.|e.*$/gi, '').length
  const isNoisy = /e/i.test(text) || (digits > 15 && text.includes('.'))
  const shown = isNoisy ? String(Number(Number(text).toPrecision(15))) : text
  const plain = /e/.test(shown) ? withoutExponent(Number(shown)) : shown
  return plain.replace(/(\.\d{9})\d+$/, '$1').replace('.', ',')
}

/** Past the largest amount, or below the smallest part of one: it is refused or rounded as what it is. */
const withoutExponent = (value: number): string =>
  Math.abs(value) > 1 ? '9'.repeat(30) : value.toFixed(9)

/** Half away from zero, once, by the rule that every stored line is rounded with. */
function roundedTkr(text: string, unit: SheetUnit): Tkr | null {
  const number = parseNumber(text)
  if (!number.ok || number.value.decimals > 9) return null
  const { times, over } = perUnit[unit]
  const scaled = Number(number.value.scaled * times)
  if (!Number.isSafeInteger(scaled)) return null
  const rounded = portion(tkr(scaled), 1, Number(over) * 10 ** number.value.decimals)
  return Math.abs(rounded) <= 10_000_000_000 ? rounded : null
}
