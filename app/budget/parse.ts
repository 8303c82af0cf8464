import type { TableUnit } from './framework'
import { isTkr, tkr, type Tkr } from './money'
import { isMilliPercent, isOre, milliPercent, ore, type MilliPercent, type Ore } from './rate'

/** What was typed, understood or refused. A warning says what was odd about a text that has one meaning only. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly warning: string | null }
  | { readonly ok: false; readonly reason: string }

/** An exact decimal number: `scaled` divided by ten to the power of `decimals`. */
export type Decimal = { readonly scaled: bigint; readonly decimals: number }

const refuse = (reason: string): { ok: false; reason: string } => ({ ok: false, reason })

const spaces = /[\s\u00A0\u2007\u2009\u202F]+/g
const minuses = /[-\u2010\u2011\u2012\u2013\u2014\u2212]/

/**
 * A number as Swedes type it: groups of three with spaces or dots, decimal comma, any of the usual minus signs.
 * `1.282` may be either and is refused; a decimal point that can be nothing else passes with a warning.
 */
export function parseNumber(typed: string): Parsed<Decimal> {
  const text = typed.replace(spaces, ' ').trim()
  if (text === '') return refuse('Skriv ett tal.')
  const signed = /^(?<sign>[-+\u2010-\u2014\u2212]?) ?(?<digits>\d[\d ,.]*)$/u.exec(text)?.groups
  const digits = signed?.digits?.trimEnd()
  if (signed === undefined || digits === undefined)
    return refuse(`”${typed.trim()}” är inget tal. Skriv det med bara siffror, som 1 282.`)
  const size = parseDigits(digits)
  if (!size.ok || !minuses.test(signed.sign ?? '')) return size
  return { ...size, value: { ...size.value, scaled: -size.value.scaled } }
}

const shapes: { shape: RegExp; groups: RegExp; point: string; warning: string | null }[] = [
  { shape: /^(\d+|\d{1,3}( \d{3})+)(,\d{1,9})?$/, groups: / /g, point: ',', warning: null },
  { shape: /^\d{1,3}(\.\d{3})+,\d{1,9}$/, groups: /\./g, point: ',', warning: null },
  { shape: /^\d{1,3}(\.\d{3}){2,}$/, groups: /\./g, point: ',', warning: null },
  {
    shape: /^(0|\d+|\d{1,3}( \d{3})+)\.\d{1,9}$/,
    groups: / /g,
    point: '.',
    warning: 'Punkten lästes som decimalkomma.',
  },
]

function parseDigits(digits: string): Parsed<Decimal> {
  if (digits.length > 40) return refuse('Talet är för långt.')
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(digits)) {
    const [thousands, rest] = digits.split('.')
    return refuse(
      `”${digits}” kan betyda två saker. Skriv ${thousands} ${rest} eller ${thousands},${rest}.`,
    )
  }
  const match = shapes.find(({ shape }) => shape.test(digits))
  if (!match)
    return refuse(`”${digits}” är inget tal som går att läsa säkert. Skriv till exempel 1 282,3.`)
  const [whole = '', fraction = ''] = digits.replace(match.groups, '').split(match.point)
  return {
    ok: true,
    value: { scaled: BigInt(whole + fraction), decimals: fraction.length },
    warning: match.warning,
  }
}

/** Units of an amount, and how many tkr one of them is as a fraction. */
const amountUnits: { unit: RegExp; times: bigint; over: bigint }[] = [
  {
    unit: /\s*(mnkr|mkr|mn kr|milj\.? ?kr|miljoner kr|miljoner kronor|miljon kronor)\.?$/i,
    times: 1000n,
    over: 1n,
  },
  { unit: /\s*(tkr|tusen kronor|tusen kr)\.?$/i, times: 1n, over: 1n },
  { unit: /\s*(kronor|kr)\.?$/i, times: 1n, over: 1000n },
]

const wholeIn = {
  tkr: 'Skriv hela tkr eller ange mnkr.',
  mnkr: 'Skriv högst tre decimaler.',
} as const

/** An amount: in the `bare` unit where none is written. What is not whole tkr is refused, never rounded. */
export function parseTkr(typed: string, bare: TableUnit = 'tkr'): Parsed<Tkr> {
  const text = typed.replace(spaces, ' ').trim()
  const unit = amountUnits.find(candidate => candidate.unit.test(text))
  const number = parseNumber(unit ? text.replace(unit.unit, '') : text)
  if (!number.ok) return number
  const amount = whole(
    number.value,
    unit?.times ?? (bare === 'mnkr' ? 1000n : 1n),
    unit?.over ?? 1n,
  )
  if (amount === null)
    return refuse(`”${typed.trim()}” är inte hela tusental kronor. ${wholeIn[bare]}`)
  if (!isTkr(Number(amount)))
    return refuse('Beloppet är för stort. Se efter siffrorna, och vilken enhet de är i.')
  return { ok: true, value: tkr(Number(amount)), warning: number.warning }
}

/** A price in tkr, exactly: a unit may be written after it, as in `0,65 mnkr` or `650 000 kr`. */
export function parsePrice(typed: string): Parsed<Decimal> {
  const text = typed.replace(spaces, ' ').trim()
  const unit = amountUnits.find(candidate => candidate.unit.test(text))
  const number = parseNumber(unit ? text.replace(unit.unit, '') : text)
  if (!number.ok || !unit) return number
  const { scaled, decimals } = number.value
  const inTkr = { scaled: scaled * unit.times, decimals: decimals + String(unit.over).length - 1 }
  return { ...number, value: inTkr }
}

/**
 * A tax rate or a change of one: `21,66`, `21:66`, `20 kronor och 15 öre`, `30 öre`, `30-öring`, `0,30`. A bare whole
 * number may be kronor or öre: it is refused unless the field says which it asks for.
 */
export function parseRate(
  typed: string,
  bare: 'öre' | 'kronor' | 'refuse' = 'refuse',
): Parsed<Ore> {
  const text = typed.replace(spaces, ' ').trim().toLowerCase()
  const words = /^(\d{1,2}) ?(?:kronor|kr)(?: och)? (\d{1,2}) ?öre$/.exec(text)
  if (words)
    return rate({ scaled: BigInt(`${words[1]}${words[2]?.padStart(2, '0')}`), decimals: 2 })
  const inOre = /^(.*\d) ?(?:öre|-öring)$/.exec(text)
  if (inOre) return readRate(inOre[1] ?? '', 'öre')
  const colon = /^([-+\u2010-\u2014\u2212]? ?\d{1,2}):(\d{2})$/u.exec(text)
  if (colon) return readRate(`${colon[1]},${colon[2]}`, 'kronor')
  const bareText = text.replace(/ ?(kronor per skattekrona|kronor|kr|%|procent)$/, '')
  if (bareText !== text) return readRate(bareText, 'kronor')
  if (/[,.]/.test(text)) return readRate(text, 'kronor')
  if (bare !== 'refuse') return readRate(text, bare)
  const number = parseNumber(text)
  return number.ok
    ? refuse(`”${typed.trim()}” kan vara kronor eller öre. Skriv till exempel 30 öre eller 0,30.`)
    : number
}

function readRate(text: string, unit: 'öre' | 'kronor'): Parsed<Ore> {
  const number = parseNumber(text)
  if (!number.ok) return number
  const { scaled, decimals } = number.value
  const read = rate(unit === 'öre' ? { scaled, decimals: decimals + 2 } : number.value)
  return read.ok ? { ...read, warning: number.warning } : read
}

function rate(kronor: Decimal): Parsed<Ore> {
  const value = whole(kronor, 100n, 1n)
  if (value === null) return refuse('En skattesats har hela ören: högst två decimaler.')
  if (!isOre(Number(value))) return refuse('Skattesatsen är större än 100 kronor per 100 kronor.')
  return { ok: true, value: ore(Number(value)), warning: null }
}

/** A percentage such as a result target: `2,3`, `2,3 %`, `2,3 procent`; at most three decimals. */
export function parsePercent(typed: string): Parsed<MilliPercent> {
  const text = typed.replace(spaces, ' ').trim()
  const number = parseNumber(text.replace(/ ?(%|procent)$/i, ''))
  if (!number.ok) return number
  const value = whole(number.value, 1000n, 1n)
  if (value === null) return refuse('Skriv högst tre decimaler.')
  if (!isMilliPercent(Number(value))) return refuse('Procenttalet ska ligga mellan −100 och 100.')
  return { ok: true, value: milliPercent(Number(value)), warning: number.warning }
}

/** The number times `times / over`, where that is whole. */
function whole({ scaled, decimals }: Decimal, times: bigint, over: bigint): bigint | null {
  const divisor = over * 10n ** BigInt(decimals)
  const product = scaled * times
  return product % divisor === 0n ? product / divisor : null
}
