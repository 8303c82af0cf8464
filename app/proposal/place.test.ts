import { expect, test } from 'vitest'
import { placePath } from './place'

test.each([
  ['amendment:a2', 'budget#a-a2'],
  ['board:BUN', 'budget#b-BUN'],
  ['section:skola', 'sections/skola'],
  ['goal:g1', 'goals#g-g1'],
  ['clause:tax', 'clauses#c-tax'],
  ['clauses', 'clauses'],
  ['goals', 'goals'],
  ['framework', 'framework'],
  ['edition', 'rebase'],
  ['dates', 'status'],
  ['result', 'budget'],
  ['section:../../admin', 'sections/..%2F..%2Fadmin'],
  ['constructor:x', 'budget'],
])('%s is at %s', (place, path) => {
  expect(placePath(place)).toBe(path)
})
