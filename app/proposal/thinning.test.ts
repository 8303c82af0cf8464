import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateInSweden } from '~/ui/date'
import { thinnedOut } from './thinning'

const now = new Date('2026-11-29T20:00:00Z')
const day = 86_400_000
const at = (text: string) => ({ id: text, frozenAt: new Date(text) })

test.each([
  ['all of the last day', ['2026-11-28T20:01Z', '2026-11-29T08:00Z', '2026-11-29T08:10Z'], []],
  [
    'one of each day before',
    ['2026-11-27T08:00Z', '2026-11-27T12:00Z', '2026-11-26T12:00Z'],
    ['2026-11-27T08:00Z'],
  ],
  [
    'by the days of Sweden, where half past eleven in the evening of UTC is tomorrow',
    ['2026-11-20T12:00Z', '2026-11-20T23:30Z', '2026-11-21T12:00Z'],
    ['2026-11-20T23:30Z'],
  ],
  [
    'one of each week after a month, Sunday its last day',
    ['2026-10-19T12:00Z', '2026-10-25T12:00Z', '2026-10-26T12:00Z'],
    ['2026-10-19T12:00Z'],
  ],
])('keeps %s', (_, times, gone) => {
  expect(thinnedOut(times.map(at), now)).toEqual(gone)
})

const versions = fc
  .uniqueArray(fc.integer({ min: 0, max: 400 * day }), { maxLength: 80 })
  .map(ages => ages.map(age => ({ id: String(age), frozenAt: new Date(now.getTime() - age), age })))

test('what is left is left again, and every day or week keeps its last', () => {
  fc.assert(
    fc.property(versions, all => {
      const gone = new Set(thinnedOut(all, now))
      const left = all.filter(({ id }) => !gone.has(id))
      expect(thinnedOut(left, now)).toEqual([])
      for (const { id, frozenAt, age } of all) {
        if (!gone.has(id)) continue
        expect(age).toBeGreaterThan(day)
        const later = left.filter(one => one.frozenAt > frozenAt && one.age > day)
        const near = later.filter(one => Number(one.frozenAt) - Number(frozenAt) < 7 * day + day)
        expect(near.length).toBeGreaterThan(0)
        if (age < 31 * day)
          expect(later.map(one => dateInSweden(one.frozenAt))).toContain(dateInSweden(frozenAt))
      }
    }),
  )
})

test('it does not matter how often it was thinned on the way', () => {
  fc.assert(
    fc.property(versions, fc.integer({ min: 0, max: 200 * day }), (all, before) => {
      const then = new Date(now.getTime() - before)
      const early = new Set(
        thinnedOut(
          all.filter(({ frozenAt }) => frozenAt <= then),
          then,
        ),
      )
      const left = (list: typeof all) => {
        const gone = new Set(thinnedOut(list, now))
        return list.filter(({ id }) => !gone.has(id)).map(({ id }) => id)
      }
      expect(left(all.filter(({ id }) => !early.has(id)))).toEqual(left(all))
    }),
  )
})
