import { expect, test } from 'vitest'
import { demoFramework } from '../../prisma/demo/framework'
import { readMeasures } from './measure-form'
import { calculationText } from './measure-words'
import type { Reading } from './typed'

test.each([
  ['', '0,65', 'Läses som 0,65 tkr, alltså 650 kronor.'],
  ['100', '0,65', 'Läses som 0,65 tkr, alltså 650 kronor. Gånger antalet blir det 65 tkr.'],
  [
    '100',
    '0,65 mnkr',
    'Läses som 650 tkr, alltså 650 000 kronor. Gånger antalet blir det 65 000 tkr.',
  ],
  [
    '4',
    '162 500 kr',
    'Läses som 162,5 tkr, alltså 162 500 kronor. Gånger antalet blir det 650 tkr.',
  ],
  ['många', '1 000 000', 'Läses som 1 000 000 tkr.'],
  ['999 999 999', '999 999 999', 'Läses som 999 999 999 tkr.'],
  ['4', '', null],
  ['4', 'dyrt', null],
])('%s times a price of "%s"', (quantity, price, text) => {
  expect(calculationText(quantity, price, 'tkr')?.replaceAll('\u00A0', ' ') ?? null).toBe(text)
})

test('a product that no amount holds is refused at its measure', () => {
  const reading: Reading = {
    typed: { 'm0.name': 'Allt', 'm0.quantity': '999999999', 'm0.price': '999999999' },
    years: demoFramework.years.map(({ year }) => year),
    unit: 'tkr',
    faults: {},
    newId: () => 'm1',
  }
  readMeasures(reading)
  expect(reading.faults['m0.amount0']).toContain('mer än 10')
})
