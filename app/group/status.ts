import { can, statusesFor, type Action, type Actor, type Status } from './policy'

/** The statuses in the words of the screen. */
export const statusName: Record<Status, string> = {
  draft: 'Utkast',
  review: 'Granskning',
  locked: 'Låst',
  submitted: 'Inlämnad',
}

/** The steps between statuses; each is an action of the policy, which says from where and by whom. */
export const statusSteps = {
  'begin-review': { to: 'review', needsReason: false, needsNoError: false },
  'end-review': { to: 'draft', needsReason: false, needsNoError: false },
  lock: { to: 'locked', needsReason: false, needsNoError: true },
  unlock: { to: 'review', needsReason: true, needsNoError: false },
  submit: { to: 'submitted', needsReason: false, needsNoError: false },
} as const satisfies Partial<
  Record<Action, { to: Status; needsReason: boolean; needsNoError: boolean }>
>

export type StatusStep = keyof typeof statusSteps

export const allSteps = Object.keys(statusSteps) as StatusStep[]

/** The steps that lead on from a status, whoever may take them. */
export const stepsFrom = (status: Status): StatusStep[] =>
  allSteps.filter(step => statusesFor(step).includes(status))

/** The steps that the member may take now. */
export const stepsOpenTo = (actor: Pick<Actor, 'roles'>, status: Status): StatusStep[] =>
  allSteps.filter(step => can(actor, step, status))
