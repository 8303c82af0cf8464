import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  figureList,
  formatMillions,
  formatOre,
  formatPercent,
  formatRate,
  formatShare,
  formatSigned,
  formatTkr,
  rateText,
  shareText,
} from './format'
import { tkr } from './money'
import { parsePercent, parseRate, parseTkr } from './parse'
import { milliPercent, ore } from './rate'

const spaced = (text: string) => text.replaceAll('\u00A0', '_')

test.each([
  [0, '0', '0'],
  [-0, '0', '0'],
  [5, '5', '+5'],
  [999, '999', '+999'],
  [1000, '1_000', '+1_000'],
  [2_511_936, '2_511_936', '+2_511_936'],
  [-9000, '−9_000', '−9_000'],
])('%d tkr is written %s, as a change %s', (amount, plain, signed) => {
  expect(spaced(formatTkr(tkr(amount)))).toBe(plain)
  expect(spaced(formatSigned(tkr(amount)))).toBe(signed)
})

test.each([
  [87_000, '87'],
  [71_380, '71,4'],
  [50_040, '50,0'],
  [-450, '−0,5'],
  [1_120_511, '1_120,5'],
])('%d tkr is %s millions', (amount, text) => {
  expect(spaced(formatMillions(tkr(amount)))).toBe(text)
})

test('a rate has two decimals, a change of one is in öre', () => {
  expect(formatRate(ore(2166))).toBe('21,66')
  expect(formatRate(ore(-5))).toBe('−0,05')
  expect(rateText(ore(2166))).toBe('21.66')
  expect(spaced(formatOre(ore(30)))).toBe('30_öre')
})

test('a percentage has the decimals that it has', () => {
  expect([2300, 2000, 0, -500, 2125, 10_000].map(p => formatPercent(milliPercent(p)))).toEqual([
    '2,3',
    '2',
    '0',
    '−0,5',
    '2,125',
    '10',
  ])
})

test.each([
  [['+2 450', '0', '+10'], '+2 450, 0, +10'],
  [['0', '+0,5', '0'], '0 / +0,5 / 0'],
])('no comma of a list stands beside one of decimals: %j', (figures, list) => {
  expect(figureList(figures)).toBe(list)
})

test('a share is rounded half away from zero, and a share of nothing is a dash', () => {
  const share = { numerator: 71_380, denominator: 3_102_216 }
  expect(formatShare(share)).toBe('2,3009')
  expect(shareText(share)).toBe('2.3009')
  expect(formatShare({ numerator: 71_300, denominator: 3_102_216 }, 1)).toBe('2,3')
  expect(shareText({ numerator: -1, denominator: 800 }, 2)).toBe('-0.13')
  expect(formatShare({ numerator: 1, denominator: 0 })).toBe('–')
  expect(shareText({ numerator: 1, denominator: 0 })).toBeNull()
})

const amounts = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).map(tkr)
const rates = fc.integer({ min: -10_000, max: 10_000 }).map(ore)

const readBack = <T>(
  values: fc.Arbitrary<T>,
  write: (value: T) => string,
  read: (text: string) => unknown,
) =>
  fc.assert(
    fc.property(values, value => {
      expect(read(write(value))).toEqual({ ok: true, value, warning: null })
    }),
  )

test('what is written is read back: tkr, rates, öre and percentages', () => {
  const percentages = fc.integer({ min: -100_000, max: 100_000 }).map(milliPercent)
  readBack(amounts, formatTkr, parseTkr)
  readBack(amounts, formatSigned, parseTkr)
  readBack(rates, formatRate, text => parseRate(text))
  readBack(rates, formatOre, text => parseRate(text))
  readBack(percentages, formatPercent, parsePercent)
})
