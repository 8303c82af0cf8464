import { expect, test } from 'vitest'
import { dayAndTime } from './date'

test.each([
  ['2024-10-24T18:14:00Z', '24 oktober 20:14'],
  ['2024-12-31T23:30:00Z', '1 januari 00:30'],
])('%s is %s in Sweden', (at, text) => expect(dayAndTime(new Date(at))).toBe(text))
