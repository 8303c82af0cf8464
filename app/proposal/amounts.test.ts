import { expect, test } from 'vitest'
import { amountsIn, freeAmounts } from './amounts'

const read = (text: string) => amountsIn(text).map(amount => amount.text)

test.each([
  ['Nämnden får 2 miljoner kronor för arbetet.', '2 miljoner kronor'],
  ['Nämnden får 2\u00A0miljoner till skolan.', '2\u00A0miljoner'],
  ['Vi satsar 87 mnkr i år.', '87 mnkr'],
  ['Vi satsar 87Mkr i år.', '87Mkr'],
  ['Ramen blir 1 120 511 tkr.', '1 120 511 tkr'],
  ['Det kostar 2–3 miljoner kronor.', '2–3 miljoner kronor'],
  ['Avgiften är 500 kr i månaden.', '500 kr'],
  ['Avgiften är 500:- per termin.', '500:-'],
  ['Två miljoner kronor räcker.', 'Två miljoner kronor'],
  ['Det är femtio miljoner till skolan.', 'femtio miljoner'],
  ['Skatten höjs med 30 öre.', '30 öre'],
  ['En 30-öring räcker.', '30-öring'],
  ['Trettio öre bär det mesta.', 'Trettio öre'],
  ['Skattesatsen blir 21:66 nästa år.', '21:66'],
  ['Skattesatsen blir 21,66 nästa år.', '21,66'],
  ['Skattesatsen fastställs till 20 kronor och 15 öre.', '20 kronor och 15 öre'],
  ['Resultatet blir 2,3 procent av skatten.', '2,3 procent'],
  ['Resultatet blir t.ex. 2,3 % av skatten.', '2,3 %'],
])('%j holds the amount %j', (text, amount) => {
  expect(read(text)).toEqual([amount])
})

test.each([
  'Vision 2040 och modellen 80-90-100 för den som är över 63 år.',
  'Andelen behöriga ska vara 93 procent. Resultatet följs upp.',
  'Två miljoner svenskar gör det.',
  'Inte en krona mer till konsulter.',
  'Mötet börjar kl. 14:30 enligt KL 11:6.',
  'Av 26 indikatorer nås 12.',
  'Skolresultaten ökade med 5 %.',
  'Höjningen är \uFFFC, eller \uFFFC procent av resultatet.',
  'Efter 14 dagar och 10 timmar.',
])('%j holds none', text => {
  expect(read(text)).toEqual([])
})

test('each amount of a text has its place', () => {
  const text = 'Först 5 mnkr. Sedan 10 mnkr.'
  expect(amountsIn(text).map(({ from, to }) => text.slice(from, to))).toEqual(['5 mnkr', '10 mnkr'])
})

test('a freestanding amount is left alone, also when a part of it is bold', () => {
  const marked = { type: 'freestanding' } as const
  expect(
    freeAmounts([
      { type: 'text', text: 'Staten ger ' },
      { type: 'text', text: '5', marks: [marked, { type: 'bold' }] },
      { type: 'text', text: ' mnkr', marks: [marked] },
      { type: 'hardBreak' },
      { type: 'text', text: 'Vi ger 6 mnkr.' },
    ]),
  ).toEqual([{ from: 25, to: 31, text: '6 mnkr', kind: 'money' }])
})

test('an amount divided by a mark is still one', () => {
  const divided = [
    { type: 'text' as const, text: 'Vi ger 6' },
    { type: 'text' as const, text: ' mnkr', marks: [{ type: 'bold' as const }] },
  ]
  expect(freeAmounts(divided).map(amount => amount.text)).toEqual(['6 mnkr'])
})

test.each(['1 234', 'hundra', '1'])(
  'a hundred thousand letters of %s are no amount, and are read at once',
  letters => {
    expect(amountsIn(letters.repeat(100_000 / letters.length))).toEqual([])
  },
  2000,
)
