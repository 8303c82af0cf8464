import { lineKey } from '~/budget/change-algebra'
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
  own = ownInsteadOf,
): Promise<Outcome<SavedAmendment>> {
  return saveAmendment(
    actor,
    proposalId,
    seen,
    (saved, rights) => ({ ...edit(saved), state: stateOnEdit(saved.state, rights) ?? 'suggested' }),
    (saving, saved) => saveEdited(saving, saved, edit, own),
    now,
  )
}

/** The step inside the transaction, once it is known that the member has seen the last save. */
export function saveEdited(
  saving: Saving,
  saved: StoredAmendment,
  edit: (saved: AmendmentInput) => AmendmentInput,
  own = ownInsteadOf,
): Promise<Outcome<SavedAmendment>> {
  const state = stateOnEdit(saved.state, saving.rights)
  if (state !== null) return writeOver(saving, saved, { ...edit(saved), state })
  const before = own(saving, saved)
  return before
    ? writeOver(saving, before, { ...edit(before), state: 'suggested' })
    : insertInto(saving, { ...edit(saved), replaces: saved.id })
}

/** What the member has suggested already to replace the amendment. */
const ownInsteadOf = (saving: Suggesting, saved: StoredAmendment) =>
  ownSuggestion(saving, ({ replaces }) => replaces === saved.id)

/** The same, where it is still on the amendment's line: an amount is never written into another line's. */
export const ownOnItsLine = (saving: Suggesting, saved: StoredAmendment) =>
  ownSuggestion(
    saving,
    ({ replaces, change }) => replaces === saved.id && lineKey(change) === lineKey(saved.change),
  )

type Suggesting = Pick<Saving, 'draft' | 'actor'>

/** What the member has suggested already, and nobody has touched since. */
export const ownSuggestion = (
  { draft, actor }: Suggesting,
  fits: (amendment: StoredAmendment) => boolean,
): StoredAmendment | undefined =>
  draft.amendments.findLast(
    amendment =>
      amendment.state === 'suggested' &&
      amendment.updatedById === actor.memberId &&
      fits(amendment),
  )
