import { replacesItself } from '~/budget/check-amendments'
import { lineKey } from '~/budget/change-algebra'
import type { Actor } from '~/group/policy'
import { refused, type Fault, type Outcome } from '~/outcome'
import type { Draft, StoredAmendment } from './draft'
import {
  leadersOnly,
  saveAmendment,
  unchanged,
  writeOver,
  type SavedAmendment,
  type Seen,
} from './save-amendment.server'

/**
 * Says that an amendment replaces another one on its line, which then does not count while this one is adopted; with
 * null, that both count. Figures of what is adopted are a decision.
 */
export function replaceAmendment(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  replaces: string | null,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return saveAmendment(
    actor,
    proposalId,
    seen,
    unchanged,
    async (saving, saved) => {
      const { draft, rights } = saving
      if (saved.state === 'adopted' && !rights.decide) return leadersOnly
      const fault = replaces === null ? null : replacementFault(draft, saved, replaces)
      if (fault) return refused(fault)
      return writeOver(saving, saved, { ...unchanged(saved), replaces })
    },
    now,
  )
}

/** Why an amendment cannot replace the other one, or null. */
export function replacementFault(
  draft: Draft,
  saved: StoredAmendment,
  replaces: string,
): Fault | null {
  const replaced = draft.amendments.find(({ id }) => id === replaces)
  if (!replaced) return { kind: 'not-found', message: 'Ändringen som skulle ersättas finns inte.' }
  if (lineKey(replaced.change) !== lineKey(saved.change))
    return invalid(`Ä${saved.number} och Ä${replaced.number} står inte på samma rad.`)
  const byId = new Map(draft.amendments.map(amendment => [amendment.id, amendment]))
  if (replacesItself({ id: saved.id, replaces }, byId))
    return invalid(`Ä${replaced.number} ersätter redan Ä${saved.number}.`)
  const other = draft.amendments.find(
    ({ id, state, replaces: of }) => id !== saved.id && state === 'adopted' && of === replaces,
  )
  return other ? invalid(`Ä${other.number} ersätter redan Ä${replaced.number}.`) : null
}

const invalid = (message: string): Fault => ({ kind: 'invalid', message })
