import type { Actor } from '~/group/policy'
import type { Outcome } from '~/outcome'
import { insertInto } from './add-amendment.server'
import type { AmendmentInput } from './amendment-judgement'
import type { StoredAmendment } from './draft'
import { stateOnEdit } from './moves'
import {
  saveAmendment,
  writeOver,
  type SavedAmendment,
  type Saving,
  type Seen,
} from './save-amendment.server'

/** Changes an amendment as a whole, over the save that the member has seen. */
export const changeAmendment = (
  actor: Actor,
  proposalId: string,
  seen: Seen,
  input: AmendmentInput,
  now: Date,
): Promise<Outcome<SavedAmendment>> => editAmendment(actor, proposalId, seen, () => input, now)

/**
 * Saves what `edit` makes of the amendment. What is adopted is not touched by a member who only suggests: their change
 * becomes a suggestion of its own that replaces it once it is adopted, or goes into the one that they made before.
 */
export function editAmendment(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  edit: (saved: AmendmentInput) => AmendmentInput,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return saveAmendment(
    actor,
    proposalId,
    seen,
    (saved, rights) => ({ ...edit(saved), state: stateOnEdit(saved.state, rights) ?? 'suggested' }),
    (saving, saved) => saveEdited(saving, saved, edit),
    now,
  )
}

/** The step inside the transaction, once it is known that the member has seen the last save. */
export function saveEdited(
  saving: Saving,
  saved: StoredAmendment,
  edit: (saved: AmendmentInput) => AmendmentInput,
): Promise<Outcome<SavedAmendment>> {
  const state = stateOnEdit(saved.state, saving.rights)
  if (state !== null) return writeOver(saving, saved, { ...edit(saved), state })
  const own = ownSuggestion(saving, ({ replaces }) => replaces === saved.id)
  return own
    ? writeOver(saving, own, { ...edit(own), state: 'suggested' })
    : insertInto(saving, { ...edit(saved), replaces: saved.id })
}

/** What the member has suggested already, and nobody has touched since. */
export const ownSuggestion = (
  { draft, actor }: Pick<Saving, 'draft' | 'actor'>,
  fits: (amendment: StoredAmendment) => boolean,
): StoredAmendment | undefined =>
  draft.amendments.findLast(
    amendment =>
      amendment.state === 'suggested' &&
      amendment.updatedById === actor.memberId &&
      fits(amendment),
  )
