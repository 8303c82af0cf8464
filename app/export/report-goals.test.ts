import { expect, test } from 'vitest'
import { formatQuoted } from './report-goals'

test.each([
  ['81275', '81\u00A0275'],
  ['1234567.5', '1\u00A0234\u00A0567,5'],
  ['-32.80', '−32,80'],
  ['999', '999'],
  ['0.05', '0,05'],
])('%s is printed as %s', (quoted, printed) => {
  expect(formatQuoted(quoted)).toBe(printed)
})
