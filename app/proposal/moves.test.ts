import { expect, test } from 'vitest'
import { AmendmentState } from '~/budget/amendment'
import { Role } from '~/group/role'
import { moveNames, moves, movesFrom, rightsOf, stateOfNew, stateOnEdit } from './moves'

const leader = { amend: true, decide: true }
const drafter = { amend: true, decide: false }
const reader = { amend: false, decide: false }

/** State -> what whoever decides may do, and what whoever suggests may. */
const expected: Record<AmendmentState, [string, string]> = {
  suggested: ['adopt defer withdraw', 'withdraw'],
  adopted: ['defer withdraw', ''],
  deferred: ['adopt suggest withdraw', 'suggest withdraw'],
  withdrawn: ['adopt suggest', 'suggest'],
}

test.each(AmendmentState.options)('from %s', state => {
  const [decides, suggests] = expected[state]
  expect(movesFrom(state, leader).join(' ')).toBe(decides)
  expect(movesFrom(state, drafter).join(' ')).toBe(suggests)
  expect(movesFrom(state, reader)).toEqual([])
})

test('no move stays where it was, and whoever only suggests never reaches or leaves adopted', () => {
  for (const state of AmendmentState.options)
    for (const move of moveNames) {
      if (movesFrom(state, leader).includes(move)) expect(moves[move].to).not.toBe(state)
      if (movesFrom(state, drafter).includes(move))
        expect([state, moves[move].to]).not.toContain('adopted')
    }
})

test.each<[AmendmentState, AmendmentState, AmendmentState | null]>([
  ['adopted', 'adopted', null],
  ['suggested', 'suggested', 'suggested'],
  ['deferred', 'suggested', 'suggested'],
  ['withdrawn', 'adopted', 'suggested'],
])('saved anew, %s becomes %s by whoever decides and %s by others', (state, decides, suggests) => {
  expect(stateOnEdit(state, leader)).toBe(decides)
  expect(stateOnEdit(state, drafter)).toBe(suggests)
})

const decides = (role: Role, led: boolean) => rightsOf({ roles: [role] }, led, 'draft').decide

test('a new one is adopted where the member decides, which in a group without leader every writer does', () => {
  expect(Role.options.filter(role => decides(role, true))).toEqual(['leader'])
  expect(Role.options.filter(role => decides(role, false))).toEqual([
    'drafter',
    'secretary',
    'leader',
  ])
  expect(rightsOf({ roles: ['leader'] }, true, 'locked')).toEqual(reader)
  expect([stateOfNew(leader), stateOfNew(drafter)]).toEqual(['adopted', 'suggested'])
})
