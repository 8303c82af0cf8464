import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demoFramework } from '../../prisma/demo/framework'
import { Amendment } from './amendment'
import { figureText } from './figure'
import { keyFigureTexts } from './key-figures'
import { tkr } from './money'
import { parseTkr } from './parse'
import { isShownExactly } from './rounding'
import { statementOf } from './statement'
import { formatExactIn, formatIn, formatSignedExactIn, formatSignedIn } from './table-unit'

const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ')

test.each([
  [2_511_936, '2 511 936', '+2 511 936', '2 511,9', '+2 511,9'],
  [71_380, '71 380', '+71 380', '71,4', '+71,4'],
  [-26_100, '−26 100', '−26 100', '−26,1', '−26,1'],
  [40_000, '40 000', '+40 000', '40,0', '+40,0'],
  [50, '50', '+50', '0,1', '+0,1'],
  [-50, '−50', '−50', '−0,1', '−0,1'],
  [0, '0', '0', '0,0', '0,0'],
])('%i tkr in tables of tkr and of mnkr', (amount, ...expected) => {
  const texts = (['tkr', 'mnkr'] as const).flatMap(unit => [
    formatIn(unit, tkr(amount)),
    formatSignedIn(unit, tkr(amount)),
  ])
  expect(texts.map(plain)).toEqual(expected)
})

test.each([
  [1250, '1,25', '+1,25'],
  [1251, '1,251', '+1,251'],
  [1500, '1,5', '+1,5'],
  [-40_000, '−40,0', '−40,0'],
  [0, '0,0', '0,0'],
])('%i tkr as a member writes it in mnkr', (amount, exact, signed) => {
  const texts = [formatExactIn('mnkr', tkr(amount)), formatSignedExactIn('mnkr', tkr(amount))]
  expect(texts.map(plain)).toEqual([exact, signed])
})

test('what stands in a cell is read back as it was, in either unit', () => {
  const amounts = fc.integer({ min: -5_000_000, max: 5_000_000 })
  const units = fc.constantFrom('tkr' as const, 'mnkr' as const)
  fc.assert(
    fc.property(amounts, units, (amount, unit) => {
      const read = parseTkr(formatSignedExactIn(unit, tkr(amount)), unit)
      expect(read).toMatchObject({ ok: true, value: amount })
    }),
  )
})

const added = (amount: number) => [
  Amendment.parse({
    id: 'a1',
    number: 1,
    state: 'adopted',
    change: { type: 'frame', board: 'KS', recurrence: 'permanent', amounts: [amount, 0, 0] },
    motivation: '',
    section: null,
    baseHash: '0'.repeat(64),
  }),
]

test('tables in mnkr say that they round, but only where they do', () => {
  expect(isShownExactly(statementOf(demoFramework, added(50)))).toBe(true)
  expect(isShownExactly(statementOf({ ...demoFramework, unit: 'mnkr' }, []))).toBe(false)
})

const per = (numerator: number) => ({ numerator, denominator: 42_400 })
const share = (numerator: number) => ({ numerator, denominator: 3_102_216 })

test('a key figure’s change is the difference of what is printed', () => {
  expect(keyFigureTexts('kronor per invånare', per(0), per(35_280_000))).toEqual({
    base: '0',
    change: '+832',
    proposed: '832',
    changed: true,
  })
  expect(keyFigureTexts('procent', share(71_300), share(71_380))).toMatchObject({
    base: '2,30',
    change: '0,00',
    changed: false,
  })
  expect(keyFigureTexts('procent', { numerator: 1, denominator: 0 }, share(1)).change).toBe('–')
})

test.each([
  ['cash.2025', '259 100 tkr'],
  ['cash.2025.change', '0 tkr'],
  ['assets.2027.base', '4 927 800 tkr'],
  ['equity.2026', '2 899 700 tkr'],
  ['balanceResult.2025', '123 100 tkr'],
  ['investments.2026', '340 000 tkr'],
  ['newLoans.2025', '60 000 tkr'],
  ['resultReserve.2027', '30 000 tkr'],
  ['cash.2024', undefined],
  ['borrowingLimit.2025', undefined],
])('%s is a figure like the others', (reference, expected) => {
  expect(plain(figureText(statementOf(demoFramework, []), reference, 'tkr')) ?? undefined).toBe(
    expected,
  )
})
