import { expect, test } from 'vitest'
import { parseNumber, parsePercent, parsePrice, parseRate, parseTkr } from './parse'

test.each([
  ['– 1 452,8', -14528n, 1],
  ['\u2011928', -928n, 0],
  ['−\u00A01\u202F000', -1000n, 0],
  ['1 282,3', 12823n, 1],
  ['1\u2009282\u00A0300', 1282300n, 0],
  ['1.282.300', 1282300n, 0],
  ['1.282,3', 12823n, 1],
  ['1,282', 1282n, 3],
  ['+50 000', 50000n, 0],
  ['0', 0n, 0],
])('%j is a number', (text, scaled, decimals) => {
  expect(parseNumber(text)).toEqual({ ok: true, value: { scaled, decimals }, warning: null })
})

test.each(['22.8', '0.282', '1282.30'])('%j is read as a decimal point, with a warning', text => {
  expect(parseNumber(text)).toMatchObject({ ok: true, warning: expect.stringContaining('Punkt') })
})

test('1.282 may be two things and is refused with both', () => {
  expect(parseNumber('1.282')).toEqual({
    ok: false,
    reason: '”1.282” kan betyda två saker. Skriv 1 282 eller 1,282.',
  })
})

test.each([
  '',
  ' ',
  'abc',
  '1 2823',
  '12 34',
  '1,2,3',
  '1e5',
  '--5',
  '(5)',
  '5-',
  '١٢',
  '9'.repeat(60),
])('%j is refused', text => {
  expect(parseNumber(text)).toMatchObject({ ok: false, reason: expect.stringMatching(/\.$/) })
})

test.each([
  ['50 000', 50_000],
  ['50000 tkr', 50_000],
  ['87 mnkr', 87_000],
  ['87 Mkr', 87_000],
  ['87 mkr', 87_000],
  ['87 miljoner kr', 87_000],
  ['87 miljoner kronor', 87_000],
  ['1 miljon kronor', 1000],
  ['71,38 mnkr', 71_380],
  ['−2,5 mnkr', -2500],
  ['5 000 kr', 5],
])('%j is %d tkr', (text, amount) => {
  expect(parseTkr(text)).toEqual({ ok: true, value: amount, warning: null })
})

test.each(['1 282,3', '500 kr', '0,0001 mnkr', '100 000 000 001', '1.282'])(
  '%j is no amount in whole tkr',
  text => {
    expect(parseTkr(text).ok).toBe(false)
  },
)

test.each([
  ['30 öre', 30],
  ['30-öring', 30],
  ['0,30', 30],
  ['0:30', 30],
  ['21,36', 2136],
  ['21:36', 2136],
  ['-0:05', -5],
  ['−15 öre', -15],
  ['21,36 kronor', 2136],
  ['21 kr', 2100],
  ['20 kronor och 15 öre', 2015],
  ['20 kronor och 5 öre', 2005],
])('%j is a rate of %d öre', (text, rate) => {
  expect(parseRate(text)).toEqual({ ok: true, value: rate, warning: null })
})

test('a bare whole number is öre or kronor only where the field says so', () => {
  expect(parseRate('30')).toMatchObject({ ok: false, reason: expect.stringContaining('öre') })
  expect(parseRate('30', 'öre')).toMatchObject({ value: 30 })
  expect(parseRate('21', 'kronor')).toMatchObject({ value: 2100 })
  expect(parseRate('0,30', 'öre')).toMatchObject({ value: 30 })
  expect(parseRate('21,365').ok).toBe(false)
  expect(parseRate('0,5 öre').ok).toBe(false)
  expect(parseRate('101,00').ok).toBe(false)
})

test('a percentage takes three decimals and its sign', () => {
  expect(parsePercent('2,3 %')).toEqual({ ok: true, value: 2300, warning: null })
  expect(parsePercent('2,3 procent')).toMatchObject({ value: 2300 })
  expect(parsePercent('2.3')).toMatchObject({ value: 2300, warning: expect.any(String) })
  expect(parsePercent('2,3001').ok).toBe(false)
  expect(parsePercent('101').ok).toBe(false)
})

test.each([
  ['162,5', 1625n, 1],
  ['162,5 tkr', 1625n, 1],
  ['0,65 mnkr', 65000n, 2],
  ['650 000 kr', 650000n, 3],
])('the price %j is read in tkr', (text, scaled, decimals) => {
  expect(parsePrice(text)).toEqual({ ok: true, value: { scaled, decimals }, warning: null })
})

test('a price that is none is refused', () => {
  expect(parsePrice('mnkr')).toMatchObject({ ok: false })
  expect(parsePrice('dyrt kr')).toMatchObject({ ok: false })
})

test.each(Object.entries({ parseNumber, parsePercent, parsePrice, parseRate, parseTkr }))(
  '%s of a text that a form can hold is refused at once',
  (_, parse) => {
    for (const unit of [' ', '\u00A0', '1 ', '1.', '-'])
      expect(parse(`1${unit.repeat(200_000)}x`).ok).toBe(false)
  },
  // read the wrong way it takes a minute
  5_000,
)
