import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statementOf } from '~/budget/statement'
import { rivalFramework, rivalSnapshot } from '../../prisma/demo/rival'
import { inMeetingOrder, moved, withChosen } from './meeting'
import { countingSuggested } from './suggested'

const suggested = (number: number, place: number | null) => ({
  number,
  place,
  state: 'suggested' as const,
})

test('the leader’s order comes first, the rest by number, and only suggested ones are taken up', () => {
  const order = inMeetingOrder([
    suggested(3, null),
    suggested(7, 0),
    { ...suggested(1, 0), state: 'adopted' as const },
    suggested(2, null),
    suggested(5, 1),
  ])
  expect(order.map(({ number }) => number)).toEqual([7, 5, 2, 3])
})

test('a move loses nothing, and outside the list nothing moves', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer(), fc.integer(), (list, from, to) => {
      expect(moved(list, from, to).toSorted()).toEqual(list.toSorted())
    }),
  )
  expect(moved(['a', 'b'], 0, 2)).toEqual(['a', 'b'])
})

test('with none on the figures are the adopted ones’, with all on those of the switch', () => {
  const { amendments } = rivalSnapshot
  const all = new Set(amendments.map(({ id }) => id))
  const gap = (on: ReadonlySet<string>) =>
    statementOf(rivalFramework, withChosen(amendments, on)).gap
  expect(gap(new Set())).toEqual(statementOf(rivalFramework, amendments).gap)
  expect(gap(all)).toEqual(statementOf(rivalFramework, countingSuggested(amendments, true)).gap)
  expect(gap(all)).not.toEqual(gap(new Set()))
})
