import { describe, expect, test } from 'vitest'
import { datesOutOfOrder, daysBetween, remindersOf, type Dates } from './deadline'

const dates: Dates = { review: '2026-10-01', locked: '2026-10-15', submitted: '2026-11-02' }

describe('dates', () => {
  test.each([
    ['eight days before', '2026-10-07', []],
    ['a week before', '2026-10-08', ['Förslaget ska låsas om 7 dagar, torsdag 15 oktober.']],
    ['the day before', '2026-10-14', ['Förslaget ska låsas i morgon, torsdag 15 oktober.']],
    ['on the day', '2026-10-15', ['Förslaget ska låsas i dag, torsdag 15 oktober.']],
    ['the day after', '2026-10-16', ['Förslaget skulle ha låsts i går, torsdag 15 oktober.']],
    [
      'past, with the next one near',
      '2026-10-27',
      [
        'Förslaget skulle ha låsts torsdag 15 oktober, för 12 dagar sedan.',
        'Förslaget ska lämnas in om 6 dagar, måndag 2 november.',
      ],
    ],
  ])('in review, %s', (_, today, texts) =>
    expect(remindersOf('review', dates, today).map(({ text }) => text)).toEqual(texts),
  )

  test('a status that is reached reminds of nothing, and neither does a date that is not set', () => {
    expect(remindersOf('submitted', dates, '2027-01-01')).toEqual([])
    const none = { review: null, locked: null, submitted: null }
    expect(remindersOf('draft', none, '2027-01-01')).toEqual([])
  })

  test('days are counted over the changes of the clock and the turn of the year', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1)
  })

  test.each([
    [dates, null],
    [{ ...dates, locked: '2026-10-01' }, null],
    [{ ...dates, locked: '2026-09-30' }, 'locked'],
    [{ ...dates, locked: null, submitted: '2026-09-30' }, 'submitted'],
  ])('of the dates %o the one out of order is %s', (given, expected) =>
    expect(datesOutOfOrder(given)).toBe(expected),
  )
})
