import { expect, test } from 'vitest'
import { filterOf, moreOf, morePath, nothingFor, searchOf } from './thread-filter'

const open = { state: 'open' as const, mine: false, named: false, most: 50 }

test.each([
  ['?', open],
  ['?show=resolved', { ...open, state: 'resolved' as const }],
  ['?mine=1&named=1', { ...open, mine: true, named: true }],
  [
    '?show=resolved&mine=1&named=1&most=100',
    { state: 'resolved' as const, mine: true, named: true, most: 100 },
  ],
])('%s is a filter’s address', (search, filter) => {
  expect(filterOf(new URLSearchParams(search))).toEqual(filter)
  expect(searchOf(filter)).toBe(search)
})

test.each(['?show=allt', '?most=-1', '?most=12.5', '?most=x', '?most=50', '?annat=1'])(
  '%s is understood as the open ones',
  search => {
    expect(filterOf(new URLSearchParams(search))).toEqual(open)
  },
)

test('an address asks for no more than the page bears', () => {
  expect(filterOf(new URLSearchParams('?most=99999999')).most).toBe(10_000)
})

test.each([
  [open, 'Inga öppna trådar'],
  [{ ...open, state: 'resolved' as const }, 'Inga lösta trådar'],
  [{ ...open, mine: true }, 'Inga öppna trådar som du är med i'],
  [{ ...open, named: true }, 'Ingen öppen tråd nämner dig'],
  [{ ...open, mine: true, named: true }, 'Ingen öppen tråd som du är med i nämner dig'],
])('an empty list says of what it is empty', (filter, said) => {
  expect(nothingFor(filter)).toBe(said)
})

test.each([
  { threadId: 'a-b_1' },
  { sectionId: 's', state: 'resolved' as const, most: 50 },
  { sectionId: 's', state: 'open' as const, most: 100 },
])('an address asks for more of %j', asked => {
  const [, search] = morePath(asked).split('?')
  expect(moreOf(new URLSearchParams(search))).toEqual(asked)
})
