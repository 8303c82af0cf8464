import { describe, expect, test } from 'vitest'
import { demoFramework } from '../../prisma/demo/framework'
import type { Amendment, Change } from './amendment'
import { checkPlausible } from './check-plausible'
import { additionsPerInhabitant, checkReasonable } from './check-reasonable'
import { checkSources } from './check-sources'
import { tkr } from './money'
import { statementOf } from './statement'

const amendment = (number: number, change: Change, more: Partial<Amendment> = {}): Amendment => ({
  id: `a${number}`,
  number,
  state: 'adopted',
  change,
  motivation: 'Färre resor.',
  section: null,
  baseHash: 'a'.repeat(64),
  ...more,
})

const frame = (amounts: readonly number[], more: object = {}): Change => ({
  type: 'frame',
  board: 'OFN',
  recurrence: 'indexed',
  amounts: amounts.map(tkr),
  ...more,
})
const revenue = (amounts: readonly number[], more: object = {}): Change => ({
  type: 'revenue',
  line: 'settlement',
  amounts: amounts.map(tkr),
  ...more,
})

const ids = (amendments: readonly Amendment[], framework = demoFramework) =>
  checkPlausible(framework, amendments, statementOf(framework, amendments)).map(({ id }) => id)

describe('C19: the unit', () => {
  // the frame is 5 762 tkr, of which 15 percent are 864,3
  test.each([
    [864, []],
    [865, ['C19']],
    [-865, ['C19']],
    [10, []],
    [9, ['C19']],
    [0, []],
  ])('%i tkr to a board of 5 762', (amount, found) => {
    expect(ids([amendment(1, frame([amount, 0, 0]))])).toEqual(found)
  })
})

test('C20: a deficit of a plan year is named where no target holds, and not in the budget year', () => {
  const framework = { ...demoFramework, resultTarget: null }
  const poor = amendment(1, { type: 'central-finance', amounts: [0, 126_601, 0].map(tkr) })
  expect(ids([poor], framework)).toEqual(['C20'])
  const even = amendment(1, { type: 'central-finance', amounts: [0, 126_600, 0].map(tkr) })
  expect(ids([even], framework)).toEqual([])
  const target = amendment(2, { type: 'result-target', target: 2300 } as Change)
  expect(ids([poor, target], framework)).toEqual([])
})

const measure = (amount: number) => ({
  measures: [{ id: 'm', name: 'Resor', amounts: [amount, 0, 0].map(tkr) }],
})

describe('C24: a saving says where it is made', () => {
  test.each<[string, Change, string, string[]]>([
    ['told', frame([-500, 0, 0]), 'Färre resor.', []],
    ['untold', frame([-500, 0, 0]), ' ', ['C24']],
    ['in general words', frame([-500, 0, 0]), 'Generell effektivisering.', ['C24']],
    ['in measures', frame([-500, 0, 0], measure(-500)), '', []],
    ['in measures that leave a rest', frame([-500, 0, 0], measure(-400)), '', ['C24']],
    ['an addition', frame([500, 0, 0]), '', []],
  ])('%s', (_, change, motivation, found) => {
    expect(ids([amendment(1, change, { motivation })])).toEqual(found)
  })
})

test('C25: an income that hangs on something says so', () => {
  expect(
    ids([amendment(1, revenue([500, 500, 500], { conditional: 'riksdagen säger ja' }))]),
  ).toEqual(['C25'])
  expect(ids([amendment(1, revenue([500, 500, 500]))])).toEqual([])
})

describe('C27: money of one year', () => {
  const lasting = amendment(1, frame([500, 0, 0]))
  const once = amendment(1, frame([500, 0, 0], { recurrence: 'one-off' }))
  test.each<[string, Amendment[], string[]]>([
    ['for what stays', [lasting, amendment(2, revenue([500, 0, 0]))], ['C27']],
    ['for what is done once', [once, amendment(2, revenue([500, 0, 0]))], []],
    ['that comes again', [lasting, amendment(2, revenue([500, 1, 0]))], []],
    ['that is a cost', [lasting, amendment(2, revenue([-500, 0, 0]))], []],
  ])('%s', (_, amendments, found) => {
    expect(ids(amendments)).toEqual(found)
  })
})

describe('C13: a source pays once', () => {
  const with1 = amendment(1, frame([500, 0, 0]), { sourceId: 'bidrag-1' })
  const [grant] = demoFramework.grants
  test.each<[string, Amendment[], number]>([
    ['two sources', [with1, amendment(2, frame([1, 0, 0]), { sourceId: 'bidrag-2' })], 0],
    ['one twice', [with1, amendment(2, frame([1, 0, 0]), { sourceId: 'bidrag-1' })], 1],
    ['one in the base already', [amendment(1, frame([1, 0, 0]), { sourceId: grant?.id ?? '' })], 1],
    [
      'one on an amendment and its measure',
      [
        amendment(
          1,
          frame([500, 0, 0], {
            measures: [
              { id: 'm', name: 'Resor', amounts: [500, 0, 0].map(tkr), sourceId: 'bidrag-1' },
            ],
          }),
          { sourceId: 'bidrag-1' },
        ),
      ],
      1,
    ],
  ])('%s', (_, amendments, count) => {
    const found = checkSources(demoFramework, amendments)
    expect(found.map(({ id, severity }) => `${id} ${severity}`)).toEqual(
      Array.from({ length: count }, () => 'C13 error'),
    )
  })
})

test('C34: what each inhabitant gets is said, and pointed out beyond 10 000 kronor', () => {
  const with87 = statementOf(demoFramework, [amendment(1, frame([87_000, 0, 0]))])
  expect(additionsPerInhabitant(demoFramework, with87)).toBe(2052)
  expect(checkReasonable(demoFramework, with87)).toEqual([])
  const limit = statementOf(demoFramework, [amendment(1, frame([424_000, 0, 0]))])
  expect(checkReasonable(demoFramework, limit)).toEqual([])
  const over = statementOf(demoFramework, [amendment(1, frame([424_022, 0, 0]))])
  expect(checkReasonable(demoFramework, over)).toMatchObject([{ id: 'C34', severity: 'info' }])
  const { inhabitants: _inhabitants, ...unknown } = demoFramework
  expect(additionsPerInhabitant(unknown, with87)).toBeNull()
})
