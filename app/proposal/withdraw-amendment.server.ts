import type { Actor } from '~/group/policy'
import type { Outcome } from '~/outcome'
import { saveAmendment, type SavedAmendment, type Seen } from './save-amendment.server'

/** Withdraws an amendment: it counts nowhere, and keeps its number, its reason and its comments. */
export function withdrawAmendment(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return saveAmendment(
    actor,
    proposalId,
    seen,
    ({ change, motivation, section }) => ({ change, motivation, section, state: 'withdrawn' }),
    now,
  )
}
