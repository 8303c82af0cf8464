import { describe, expect, test } from 'vitest'
import { demoFramework } from '../../prisma/demo/framework'
import { checkCash } from './check-cash'
import { checkReserve } from './check-reserve'
import { checkPrintedSums, checkTies } from './check-tables'
import { Amendment } from './amendment'
import { Framework } from './framework'
import { statementOf } from './statement'

const withTable = (lines: unknown[], more: object = {}): Framework =>
  Framework.parse({
    ...demoFramework,
    tables: [
      {
        id: 't',
        name: 'Tabell',
        ...more,
        lines: lines.map((line, i) => ({ id: `l${i}`, name: `Rad ${i}`, ...Object(line) })),
      },
    ],
  })

const changed = (part: object, opening: object = {}): Framework => {
  const { position } = demoFramework
  return Framework.parse({
    ...demoFramework,
    position: { ...position, ...part, opening: { ...position?.opening, ...opening } },
  })
}

const ids = (found: readonly { id: string; severity: string }[]) =>
  found.map(({ id, severity }) => `${id} ${severity}`)

const sum = (total: number) => [
  { amounts: [100_000, 100_000, 100_000] },
  { amounts: [200_000, 200_000, 200_000] },
  { amounts: [300_000, 300_000, total], sumOf: ['l0', 'l1'] },
]

const mnkr = (framework: Framework): Framework => ({ ...framework, unit: 'mnkr' })

const loans = (amount: number, limit = 0) => ({
  type: 'borrowing-limit',
  amounts: [limit, 0, 0],
  loans: [0, 0, amount],
})

describe('C15', () => {
  test.each([
    ['an opening that balances', changed({}), []],
    ['one tkr too little in it', changed({}, { cash: 299_999 }), ['C15 error']],
    ['no position', Framework.parse({ ...demoFramework, position: undefined }), []],
    [
      'lines that are equal',
      withTable([{ amounts: [1, 2, 3], equals: 'l1' }, { amounts: [1, 2, 3] }]),
      [],
    ],
    [
      'one that is not',
      withTable([{ amounts: [1, 2, 4], equals: 'l1' }, { amounts: [1, 2, 3] }]),
      ['C15 error'],
    ],
    [
      'equity that rolls',
      withTable([{ amounts: [5, 7, 10], rollsWith: 'l1' }, { amounts: [1, 2, 3] }]),
      [],
    ],
    [
      'one that does not inside the plan',
      withTable([{ amounts: [5, 8, 11], rollsWith: 'l1' }, { amounts: [1, 2, 3] }]),
      ['C15 error'],
    ],
    [
      'a reference to no line',
      withTable([{ amounts: [1, 2, 3], equals: 'u.l1' }]),
      ['C15 error', 'C15 error', 'C15 error', 'C15 error'],
    ],
  ])('%s', (_, framework, expected) => {
    expect(ids(checkTies(framework))).toEqual(expected)
  })

  test('what is misprinted leads to the page Ramen, and a lost reference to a new edition', () => {
    const misprinted = withTable([{ amounts: [1, 2, 4], equals: 'l1' }, { amounts: [1, 2, 3] }])
    expect(checkTies(misprinted)).toMatchObject([{ place: 'framework' }])
    const lost = withTable([{ amounts: [0, 0, 0], equals: 'u.l1' }])
    expect(checkTies(lost)).toMatchObject([{ place: 'edition' }])
  })

  test('a step into the budget year leaves the base: it is named with its amount', () => {
    const framework = Framework.parse({
      ...withTable([{ amounts: [5, 9, 12], rollsWith: 'l1' }, { amounts: [1, 2, 3] }]),
      years: [
        { year: 2024, kind: 'account' },
        { year: 2025, kind: 'budget' },
        { year: 2026, kind: 'plan' },
      ],
    })
    const found = checkTies(framework)
    expect(ids(found)).toEqual(['C15 info'])
    expect(found[0]?.message).toContain('+2 tkr')
  })
})

describe('C17', () => {
  test.each([
    ['parts that add up', withTable(sum(300_000)), []],
    ['one tkr too much', withTable(sum(300_001)), ['C17 error']],
    ['one unit too much without a note', mnkr(withTable(sum(300_100))), ['C17 error']],
    [
      'one unit too much with a note on rounding',
      mnkr(withTable(sum(300_100), { rounded: true })),
      [],
    ],
    [
      'what rounding cannot explain',
      mnkr(withTable(sum(300_200), { rounded: true })),
      ['C17 error'],
    ],
  ])('%s', (_, framework, expected) => {
    const found = checkPrintedSums(framework)
    expect(ids(found)).toEqual(expected)
    expect(found.map(({ place }) => place)).toEqual(expected.map(() => 'framework'))
  })
})

const amended = (framework: Framework, change: unknown) =>
  statementOf(framework, [
    Amendment.parse({
      id: 'a1',
      number: 1,
      state: 'adopted',
      change,
      motivation: '',
      section: null,
      baseHash: '0'.repeat(64),
    }),
  ])
const reserve = (...amounts: number[]) => ({ type: 'result-reserve', amounts })

// The demo's result is 123 100 tkr of 3 066 936 in the budget year: 92 430 lie above one percent, 61 761 above two.
describe('C21', () => {
  test.each([
    ['all that there is', {}, {}, reserve(30_000, 0, 0), []],
    ['a tkr more than there is', {}, {}, reserve(30_001, 0, 0), ['C21 warning']],
    ['more than is left of it', {}, {}, reserve(20_000, 10_001, 0), ['C21 warning']],
    ['all above one percent', {}, {}, reserve(-92_430, 0, 0), []],
    ['a tkr below one percent', {}, {}, reserve(-92_431, 0, 0), ['C21 warning']],
    [
      'all above two percent where equity is negative',
      { pensionLiability: 2_800_000 },
      {},
      reserve(-61_761, 0, 0),
      [],
    ],
    [
      'a tkr below two percent',
      { pensionLiability: 2_800_000 },
      {},
      reserve(-61_762, 0, 0),
      ['C21 warning'],
    ],
    ['five percent afterwards', {}, { resultReserve: 60_916 }, reserve(-92_430, 0, 0), []],
    [
      'above five percent afterwards',
      {},
      { resultReserve: 60_917 },
      reserve(-92_430, 0, 0),
      ['C21 warning'],
    ],
  ])('%s', (_, part, opening, change, expected) => {
    const framework = changed(part, opening)
    const found = checkReserve(framework, amended(framework, change))
    expect(ids(found)).toEqual(expected)
    expect(found.map(({ place }) => place)).toEqual(expected.map(() => 'budget'))
  })
})

// Cash is 205 800 tkr at the end of the demo's base.
describe('C26', () => {
  test.each([
    ['cash down to nothing', {}, loans(-205_800), []],
    ['a tkr below nothing', {}, loans(-205_801), ['C26 warning']],
    ['loans up to the limit', { borrowingLimit: [60_000, 60_000, 70_000] }, loans(10_000), []],
    [
      'a tkr above the limit',
      { borrowingLimit: [60_000, 60_000, 70_000] },
      loans(10_001),
      ['C26 warning'],
    ],
    ['no limit to hold to', {}, loans(900_000), []],
  ])('%s', (_, part, change, expected) => {
    const found = checkCash(amended(changed(part), change))
    expect(ids(found)).toEqual(expected)
    expect(found.map(({ place }) => place)).toEqual(expected.map(() => 'budget'))
  })
})
