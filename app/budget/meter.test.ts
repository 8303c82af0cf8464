import { expect, test } from 'vitest'
import { meterOf, widthOf } from './meter'
import { tkr, zero } from './money'

type Year = {
  additions: number
  savings: number
  newTax: number
  lowerResult: number
  gap: number
  otherRevenue?: number
  financialNet?: number
}

const meter = ({ gap, ...financing }: Year) => {
  const year = {
    additions: tkr(financing.additions),
    savings: tkr(financing.savings),
    newTax: tkr(financing.newTax),
    lowerResult: tkr(financing.lowerResult),
    otherRevenue: tkr(financing.otherRevenue ?? 0),
    centralFinance: zero,
    financialNet: tkr(financing.financialNet ?? 0),
  }
  return meterOf({ financing: [year], gap: [tkr(gap)] }, 0)
}

const amounts = (parts: readonly { name: string; amount: number }[]) =>
  Object.fromEntries(parts.map(({ name, amount }) => [name, amount]))

test.each([
  [
    'closed',
    { additions: 87_000, savings: 0, newTax: 35_280, lowerResult: 51_720, gap: 0 },
    { additions: 87_000 },
    { tax: 35_280, result: 51_720 },
  ],
  [
    'without the tax',
    { additions: 87_000, savings: 0, newTax: 0, lowerResult: 87_000, gap: 34_440 },
    { additions: 87_000 },
    { result: 52_560, gap: 34_440 },
  ],
  [
    'a tax cut paid by savings',
    { additions: 0, savings: 500, newTax: -500, lowerResult: 0, gap: 0 },
    { 'tax cut': 500 },
    { savings: 500 },
  ],
  [
    'a higher target and nothing else',
    { additions: 0, savings: 0, newTax: 0, lowerResult: 0, gap: 900 },
    { 'higher result': 900 },
    { gap: 900 },
  ],
  [
    'paid by a grant, with a worse financial net',
    {
      additions: 700,
      savings: 0,
      newTax: 0,
      lowerResult: 0,
      gap: 0,
      otherRevenue: 1000,
      financialNet: -300,
    },
    { additions: 700 },
    { other: 700 },
  ],
  [
    'a grant that is lost',
    { additions: 0, savings: 0, newTax: 0, lowerResult: 400, gap: 0, otherRevenue: -400 },
    { 'less other': 400 },
    { result: 400 },
  ],
  ['no change', { additions: 0, savings: 0, newTax: 0, lowerResult: 0, gap: 0 }, {}, {}],
] as const)('%s', (_, year, needs, means) => {
  const { needs: left, means: right, total } = meter(year)
  expect(amounts(left)).toEqual(needs)
  expect(amounts(right)).toEqual(means)
  const sum = right.reduce((all, { amount }) => all + amount, 0)
  expect(sum).toBe(total)
})

test('each year has its own gap', () => {
  const year = {
    additions: tkr(900),
    savings: zero,
    newTax: zero,
    lowerResult: tkr(900),
    otherRevenue: zero,
    centralFinance: zero,
    financialNet: zero,
  }
  const both = { financing: [year, year], gap: [zero, tkr(300)] }
  expect([0, 1].map(i => amounts(meterOf(both, i).means))).toEqual([
    { result: 900 },
    { result: 600, gap: 300 },
  ])
})

test('a part is as wide as its share, and nothing has no width', () => {
  const part = { name: 'tax', amount: tkr(35_280) } as const
  expect(widthOf(part, { needs: [], means: [part], total: tkr(70_560) })).toBe(50)
  expect(widthOf({ name: 'tax', amount: zero }, { needs: [], means: [], total: zero })).toBe(0)
})
