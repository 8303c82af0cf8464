import { expect, test } from 'vitest'
import { dayAndTime, isDay } from './date'

test.each([
  ['2024-10-24T18:14:00Z', '24 oktober 20:14'],
  ['2024-12-31T23:30:00Z', '1 januari 00:30'],
])('%s is %s in Sweden', (at, text) => expect(dayAndTime(new Date(at))).toBe(text))

test.each(['2026-11-30', '2028-02-29', '2000-02-29'])('%s is a day', text =>
  expect(isDay(text)).toBe(true),
)

test.each([
  '',
  '2026-02-29',
  '2026-11-31',
  '2026-13-01',
  '2026-1-1',
  '26-11-30',
  '2026-11-30T00:00',
])('%s is no day', text => expect(isDay(text)).toBe(false))
