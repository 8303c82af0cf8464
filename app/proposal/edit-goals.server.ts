import type { Actor } from '~/group/policy'
import type { Outcome } from '~/outcome'
import { changeProposal } from './change-store.server'
import type { GoalEdit } from './goal-edit'
import { writeGoalEdit } from './goal-store.server'

/** Adds, changes or removes one priority goal or indicator. */
export function editGoals(
  actor: Actor,
  proposalId: string,
  edit: GoalEdit,
  now = new Date(),
): Promise<Outcome<{ id: string }>> {
  return changeProposal(actor, proposalId, 'edit-goals', tx =>
    writeGoalEdit(tx, actor, proposalId, edit, now),
  )
}
