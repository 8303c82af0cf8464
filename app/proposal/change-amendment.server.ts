import type { Actor } from '~/group/policy'
import type { Outcome } from '~/outcome'
import type { AmendmentInput } from './amendment-judgement'
import { saveAmendment, type SavedAmendment, type Seen } from './save-amendment.server'

/** Changes an amendment as a whole, over the save that the member has seen. A withdrawn one is adopted again by it. */
export function changeAmendment(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  input: AmendmentInput,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return saveAmendment(actor, proposalId, seen, () => ({ ...input, state: 'adopted' }), now)
}
