/**
 * What a member may hold, several at once: drafter writes, reviewer comments and suggests, secretary freezes and exports, leader
 * adopts, overrides and unlocks, admin keeps the members.
 */
export const roles = ['drafter', 'reviewer', 'secretary', 'leader', 'admin'] as const
export type Role = (typeof roles)[number]

/** Who acts: a signed-in member of one group. Every store function takes one and reads its group's rows alone. */
export type Actor = {
  readonly memberId: string
  readonly groupId: string
  readonly name: string
  readonly roles: readonly Role[]
}

export const statuses = ['draft', 'review', 'locked', 'submitted'] as const
export type Status = (typeof statuses)[number]

type Rule = { readonly roles: readonly Role[]; readonly statuses?: readonly Status[] }

const everybody: readonly Role[] = roles
const writers: readonly Role[] = ['drafter', 'secretary']
const stewards: readonly Role[] = ['secretary', 'leader']
const open: readonly Status[] = ['draft', 'review']
const beforeSubmitted: readonly Status[] = ['draft', 'review', 'locked']

/** The one table: which roles may do what, and in which statuses of the proposal (all, where none is said). */
const table = {
  read: { roles: everybody },
  comment: { roles: everybody, statuses: open },
  amend: { roles: [...writers, 'leader'], statuses: open },
  /** Adopts, withdraws or defers an amendment. Where the group has no leader, whoever may amend does (deciding.ts). */
  decide: { roles: ['leader'], statuses: open },
  override: { roles: ['leader'], statuses: open },
  'keep-alternatives': { roles: [...writers, 'leader'], statuses: open },
  'keep-rivals': { roles: [...writers, 'leader'], statuses: open },
  /** Suggests changes of the text, and takes back one's own: what stands stays as it is. */
  'suggest-text': { roles: [...writers, 'reviewer'], statuses: open },
  /** Writes the text, and settles what is suggested of it. */
  'write-text': { roles: writers, statuses: open },
  /** Says that a section's words may go out. Whoever reads it for the group may, also where they do not write. */
  'approve-text': { roles: ['reviewer', 'secretary', 'leader'], statuses: open },
  'arrange-sections': { roles: writers, statuses: open },
  'edit-goals': { roles: writers, statuses: open },
  'set-dates': { roles: stewards, statuses: beforeSubmitted },
  'begin-review': { roles: stewards, statuses: ['draft'] },
  'end-review': { roles: stewards, statuses: ['review'] },
  lock: { roles: stewards, statuses: ['review'] },
  unlock: { roles: ['leader'], statuses: ['locked'] },
  submit: { roles: stewards, statuses: ['locked'] },
  'create-proposal': { roles: ['secretary'] },
  rebase: { roles: stewards, statuses: open },
  'correct-framework': { roles: stewards, statuses: open },
  'freeze-version': { roles: ['secretary'], statuses: beforeSubmitted },
  /** Takes a section back from a version; an amendment is taken back by `amend`. */
  'restore-section': { roles: writers, statuses: open },
  /** Takes the whole proposal back to a version. */
  'restore-all': { roles: stewards, statuses: open },
  export: { roles: ['secretary'] },
  'manage-members': { roles: ['admin'] },
} satisfies Record<string, Rule>

export type Action = keyof typeof table
export const actions = Object.keys(table) as Action[]

/** The one rule, for page, command and socket alike. `status` is the proposal's, where the action is on one. */
export function can(actor: Pick<Actor, 'roles'>, action: Action, status?: Status): boolean {
  const { roles } = table[action] as Rule
  if (status && !statusesFor(action).includes(status)) return false
  return actor.roles.some(role => roles.includes(role))
}

/** The statuses of a proposal in which the action is open to those whose role may do it. */
export const statusesFor = (action: Action): readonly Status[] =>
  (table[action] as Rule).statuses ?? statuses
