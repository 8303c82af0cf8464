import { z } from 'zod'

/**
 * What a member may hold, several at once: drafter writes, reviewer comments, secretary freezes and exports, leader
 * adopts, overrides and unlocks, admin keeps the members.
 */
export const Role = z.enum(['drafter', 'reviewer', 'secretary', 'leader', 'admin'])
export type Role = z.infer<typeof Role>

/** Who acts: a signed-in member of one group. Every store function takes one and reads its group's rows alone. */
export type Actor = {
  readonly memberId: string
  readonly groupId: string
  readonly name: string
  readonly roles: readonly Role[]
}

export type Status = 'draft' | 'review' | 'locked' | 'submitted'

const everybody: readonly Role[] = Role.options
const writers: readonly Role[] = ['drafter', 'secretary']

/** The one table: which roles may do what, and in which statuses of the proposal (all, where none is said). */
const table = {
  read: { roles: everybody },
  comment: { roles: everybody, statuses: ['draft', 'review'] },
  amend: { roles: writers, statuses: ['draft', 'review'] },
  'write-text': { roles: writers, statuses: ['draft', 'review'] },
  'arrange-sections': { roles: writers, statuses: ['draft', 'review'] },
  'edit-goals': { roles: writers, statuses: ['draft', 'review'] },
  'create-proposal': { roles: ['secretary'] },
  'freeze-version': { roles: ['secretary'] },
  export: { roles: ['secretary'] },
  'manage-members': { roles: ['admin'] },
} satisfies Record<string, { roles: readonly Role[]; statuses?: readonly Status[] }>

export type Action = keyof typeof table
export const actions = Object.keys(table) as Action[]

/** The one rule, for page, command and socket alike. `status` is the proposal's, where the action is on one. */
export function can(actor: Pick<Actor, 'roles'>, action: Action, status?: Status): boolean {
  const rule: { roles: readonly Role[]; statuses?: readonly Status[] } = table[action]
  if (status && rule.statuses && !rule.statuses.includes(status)) return false
  return actor.roles.some(role => rule.roles.includes(role))
}
