import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical'
import { diff } from './diff'

test.each([
  ['a changed value', { a: 1 }, { a: 2 }, [{ path: 'a', before: 1, after: 2 }]],
  [
    'an added field',
    {},
    { a: null, b: 1 },
    [
      { path: 'a', before: null, after: null },
      { path: 'b', before: null, after: 1 },
    ],
  ],
  ['a shorter list', { a: [1, 2] }, { a: [1] }, [{ path: 'a.1', before: 2, after: null }]],
  [
    'an entry in front',
    { a: [{ id: 'x' }] },
    { a: [{ id: 'y' }, { id: 'x' }] },
    [{ path: 'a.y', before: null, after: { id: 'y' } }],
  ],
  [
    'an entry in an empty list',
    { a: [] },
    { a: [{ id: 'y' }] },
    [{ path: 'a.y', before: null, after: { id: 'y' } }],
  ],
  [
    'an entry changed',
    [{ id: 'x', n: [1] }],
    [{ id: 'x', n: [2] }],
    [{ path: 'x.n.0', before: 1, after: 2 }],
  ],
  [
    'another order',
    [{ id: 'x' }, { id: 'y' }],
    [{ id: 'y' }, { id: 'x' }],
    [{ path: 'order', before: ['x', 'y'], after: ['y', 'x'] }],
  ],
  ['another kind', { a: [1] }, { a: { b: 1 } }, [{ path: 'a', before: [1], after: { b: 1 } }]],
])('%s is one change', (_, before, after, changes) => {
  expect(diff(before, after)).toEqual(changes)
})

test('a document equals itself, and nothing else: no change means the same canonical bytes', () => {
  const values = fc.jsonValue({ maxDepth: 3 })
  fc.assert(
    fc.property(values, values, (a, b) => {
      expect(diff(a, a)).toEqual([])
      expect(diff(a, b).length === 0).toBe(canonicalJson(a) === canonicalJson(b))
    }),
  )
})
