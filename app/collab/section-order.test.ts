import { expect, test } from 'vitest'
import { moved } from './section-order'

const list = ['a', 'b', 'c'].map(id => ({ id }))

test.each([
  ['a', 2, 'bca'],
  ['c', 0, 'cab'],
  ['b', 1, 'abc'],
  ['a', 9, 'bca'],
  ['c', -4, 'cab'],
  ['x', 0, 'abc'],
])('%s to place %i gives %s', (id, to, order) => {
  expect(
    moved(list, id, to)
      .map(one => one.id)
      .join(''),
  ).toBe(order)
})
