import { describe, expect, test } from 'vitest'
import { actions, can, type Action, type Status } from './policy'
import { Role } from './role'

const statuses: readonly Status[] = ['draft', 'review', 'locked', 'submitted']

/**
 * The whole table once more, written out: each action x role, with the statuses in which it is allowed. A new action,
 * role or status is added here by hand, so that nobody gets a right by accident. Letters are those of the statuses.
 */
const rights: Record<Action, Record<Role, string>> = {
  read: { drafter: 'drls', reviewer: 'drls', secretary: 'drls', leader: 'drls', admin: 'drls' },
  comment: { drafter: 'dr', reviewer: 'dr', secretary: 'dr', leader: 'dr', admin: 'dr' },
  amend: { drafter: 'dr', reviewer: '', secretary: 'dr', leader: 'dr', admin: '' },
  decide: { drafter: '', reviewer: '', secretary: '', leader: 'dr', admin: '' },
  override: { drafter: '', reviewer: '', secretary: '', leader: 'dr', admin: '' },
  'suggest-text': { drafter: 'dr', reviewer: 'dr', secretary: 'dr', leader: '', admin: '' },
  'keep-alternatives': { drafter: 'dr', reviewer: '', secretary: 'dr', leader: 'dr', admin: '' },
  'keep-rivals': { drafter: 'dr', reviewer: '', secretary: 'dr', leader: 'dr', admin: '' },
  'write-text': { drafter: 'dr', reviewer: '', secretary: 'dr', leader: '', admin: '' },
  'approve-text': { drafter: '', reviewer: 'dr', secretary: 'dr', leader: 'dr', admin: '' },
  'arrange-sections': { drafter: 'dr', reviewer: '', secretary: 'dr', leader: '', admin: '' },
  'edit-goals': { drafter: 'dr', reviewer: '', secretary: 'dr', leader: '', admin: '' },
  'set-dates': { drafter: '', reviewer: '', secretary: 'drl', leader: 'drl', admin: '' },
  'begin-review': { drafter: '', reviewer: '', secretary: 'd', leader: 'd', admin: '' },
  'end-review': { drafter: '', reviewer: '', secretary: 'r', leader: 'r', admin: '' },
  lock: { drafter: '', reviewer: '', secretary: 'r', leader: 'r', admin: '' },
  unlock: { drafter: '', reviewer: '', secretary: '', leader: 'l', admin: '' },
  submit: { drafter: '', reviewer: '', secretary: 'l', leader: 'l', admin: '' },
  'create-proposal': { drafter: '', reviewer: '', secretary: 'drls', leader: '', admin: '' },
  rebase: { drafter: '', reviewer: '', secretary: 'dr', leader: 'dr', admin: '' },
  'correct-framework': { drafter: '', reviewer: '', secretary: 'dr', leader: 'dr', admin: '' },
  'freeze-version': { drafter: '', reviewer: '', secretary: 'drl', leader: '', admin: '' },
  'restore-section': { drafter: 'dr', reviewer: '', secretary: 'dr', leader: '', admin: '' },
  'restore-all': { drafter: '', reviewer: '', secretary: 'dr', leader: 'dr', admin: '' },
  export: { drafter: '', reviewer: '', secretary: 'drls', leader: '', admin: '' },
  'manage-members': { drafter: '', reviewer: '', secretary: '', leader: '', admin: 'drls' },
}

const letter: Record<Status, string> = { draft: 'd', review: 'r', locked: 'l', submitted: 's' }

describe.each(actions)('%s', action => {
  test.each(Role.options)('as %s', role => {
    const allowed = statuses.filter(status => can({ roles: [role] }, action, status))
    expect(allowed.map(status => letter[status]).join('')).toBe(rights[action][role])
    expect(can({ roles: [role] }, action)).toBe(rights[action][role] !== '')
  })
})

test('several roles may what one of them may, and none may nothing', () => {
  for (const action of actions)
    for (const status of statuses) {
      expect(can({ roles: [] }, action, status)).toBe(false)
      for (const a of Role.options)
        for (const b of Role.options)
          expect(can({ roles: [a, b] }, action, status)).toBe(
            can({ roles: [a] }, action, status) || can({ roles: [b] }, action, status),
          )
    }
})
