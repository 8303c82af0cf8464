import { expect, test } from 'vitest'
import { leavesNoAdmin } from './admin'
import type { Role } from './policy'

const lone = [
  { id: 'a', roles: ['admin', 'drafter'] },
  { id: 'b', roles: ['drafter'] },
] as const satisfies { id: string; roles: Role[] }[]
const pair = [...lone, { id: 'c', roles: ['admin'] as const }]

test.each([
  ['the only admin is removed', lone, 'a', [], true],
  ['the only admin becomes drafter', lone, 'a', ['drafter'], true],
  ['the only admin stays so', lone, 'a', ['admin'], false],
  ['another member is removed', lone, 'b', [], false],
  ['one of two admins is removed', pair, 'a', [], false],
] as const)('%s', (_, members, id, roles, expected) =>
  expect(leavesNoAdmin(members, id, roles)).toBe(expected),
)
