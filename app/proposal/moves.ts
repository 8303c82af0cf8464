import type { AmendmentState } from '~/budget/amendment'
import { can, type Actor, type Status } from '~/group/policy'

/** What a member may do with amendments: write and suggest them, and decide which count. */
export type Rights = { readonly amend: boolean; readonly decide: boolean }

/** In a group without a leader whoever may amend also decides: what they save is adopted. */
export function rightsOf(actor: Pick<Actor, 'roles'>, led: boolean, status: Status): Rights {
  const amend = can(actor, 'amend', status)
  return { amend, decide: can(actor, 'decide', status) || (!led && amend) }
}

type Move = {
  readonly to: AmendmentState
  /** From where, and the right that it takes from there. */
  readonly from: Partial<Record<AmendmentState, keyof Rights>>
}

/** Every way from state to state. What counts, or would count, is touched by a decision only. */
export const moves = {
  adopt: { to: 'adopted', from: { suggested: 'decide', deferred: 'decide', withdrawn: 'decide' } },
  suggest: { to: 'suggested', from: { withdrawn: 'amend', deferred: 'amend' } },
  defer: { to: 'deferred', from: { suggested: 'decide', adopted: 'decide' } },
  withdraw: { to: 'withdrawn', from: { suggested: 'amend', deferred: 'amend', adopted: 'decide' } },
} as const satisfies Record<string, Move>

export type MoveName = keyof typeof moves

export const moveNames = Object.keys(moves) as MoveName[]

/** Whether the move leads on from the state, whoever makes it. */
export const leadsFrom = (move: MoveName, state: AmendmentState): boolean => state in fromOf(move)

/** Whether a member with these rights may make the move. */
export function mayMove(move: MoveName, state: AmendmentState, rights: Rights): boolean {
  const right = fromOf(move)[state]
  return right !== undefined && rights[right]
}

/** The moves that the member may make from the state. */
export const movesFrom = (state: AmendmentState, rights: Rights): MoveName[] =>
  moveNames.filter(move => mayMove(move, state, rights))

/** Whether a save by the member may leave an amendment in the state, whatever they change of its content. */
export const mayBecome = (from: AmendmentState, to: AmendmentState, rights: Rights): boolean =>
  stateOnEdit(from, rights) === to ||
  (from === 'withdrawn' && to === 'withdrawn' && rights.amend) ||
  moveNames.some(move => moves[move].to === to && mayMove(move, from, rights))

const fromOf = (move: MoveName): Move['from'] => moves[move].from

/** What state a new amendment gets when it is saved. */
export const stateOfNew = ({ decide }: Rights): AmendmentState => (decide ? 'adopted' : 'suggested')

/**
 * What state an amendment has once its content is saved anew; null where the save may not touch it and becomes a
 * suggestion of its own, to replace it.
 */
export function stateOnEdit(state: AmendmentState, { decide }: Rights): AmendmentState | null {
  switch (state) {
    case 'adopted':
      return decide ? 'adopted' : null
    case 'withdrawn':
      return decide ? 'adopted' : 'suggested'
    case 'suggested':
    case 'deferred':
      return 'suggested'
  }
}

/** Whether it neither counts nor would: new words in it decide nothing, and leave it there. */
export const isSetAside = (state: AmendmentState): boolean =>
  state === 'deferred' || state === 'withdrawn'

/** The states in the words of the screen. */
export const stateNames: Record<AmendmentState, string> = {
  suggested: 'Föreslagen',
  adopted: 'Antagen',
  deferred: 'Uppskjuten',
  withdrawn: 'Tillbakadragen',
}
