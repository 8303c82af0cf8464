import { expect, test } from 'vitest'
import type { Role } from './policy'
import { Status } from './role'
import { stepsFrom, statusSteps, stepsOpenTo } from './status'

test('a proposal goes from draft over review and locked to submitted, and back only by unlocking', () => {
  const ways = Status.options.map(from => [from, stepsFrom(from).map(step => statusSteps[step].to)])
  expect(Object.fromEntries(ways)).toEqual({
    draft: ['review'],
    review: ['draft', 'locked'],
    locked: ['review', 'submitted'],
    submitted: [],
  })
})

test.each<[Role, string[]]>([
  ['secretary', ['submit']],
  ['leader', ['unlock', 'submit']],
  ['drafter', []],
  ['admin', []],
])('a %s may take these steps from a locked proposal', (role, steps) =>
  expect(stepsOpenTo({ roles: [role] }, 'locked')).toEqual(steps),
)
