import { expect, test } from 'vitest'
import { statementOf } from '~/budget/statement'
import { demoSnapshot } from '../../prisma/demo/proposal'
import { countingSuggested, countSuggested, showsSuggested, switchedSearch } from './suggested'

test('the switch lies in the address beside what else is there', () => {
  expect(switchedSearch('?amendment=a1', true)).toBe('?amendment=a1&with=suggested')
  expect(switchedSearch('?amendment=a1&with=suggested', false)).toBe('?amendment=a1')
  expect(switchedSearch('?with=suggested', false)).toBe('')
  expect(showsSuggested('http://a.example/b?with=suggested')).toBe(true)
  expect(showsSuggested('/b?with=everything')).toBe(false)
})

test('turned on, the suggested count as if they were adopted, and what they replace does not', () => {
  const { framework, amendments } = demoSnapshot
  const second = amendments[1]
  if (!second) throw new Error('the demo has amendments')
  const suggested = {
    ...second,
    id: 'ny',
    number: 8,
    state: 'suggested' as const,
    replaces: second.id,
  }
  const all = [...amendments, suggested]
  const gaps = (on: boolean) => statementOf(framework, countingSuggested(all, on)).boards
  expect(gaps(false)).toEqual(statementOf(framework, amendments).boards)
  expect(gaps(true)).toEqual(statementOf(framework, amendments).boards)
  const added = [...amendments, { ...suggested, replaces: undefined }]
  expect(statementOf(framework, countingSuggested(added, true)).boards).not.toEqual(gaps(false))
  expect(countSuggested(all)).toBe(1)
})
