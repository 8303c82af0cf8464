import type { Actor } from '~/group/policy'
import type { Outcome } from '~/outcome'
import { saveAmendment, type SavedAmendment, type Seen } from './save-amendment.server'

/** Adopts a withdrawn amendment again, where it can still stand beside the others. */
export function readoptAmendment(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return saveAmendment(
    actor,
    proposalId,
    seen,
    ({ change, motivation, section }) => ({ change, motivation, section, state: 'adopted' }),
    now,
  )
}
