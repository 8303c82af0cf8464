import { longestMotivation } from '~/budget/bounds'
import { joinable, merge } from '~/budget/change-algebra'
import { formatCount } from '~/budget/format'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { notFound, refused, type Outcome } from '~/outcome'
import { updateAmendment } from './amendment-store.server'
import type { StoredAmendment } from './draft'
import {
  contentOf,
  leadersOnly,
  logStep,
  saveAmendment,
  staleFault,
  unchanged,
  writeOver,
  type SavedAmendment,
  type Seen,
} from './save-amendment.server'

/**
 * Joins two adopted amendments of one line and on the same terms: the first gets the sum and both reasons, the other is
 * withdrawn, and no figure of the proposal changes.
 */
export function joinAmendments(
  actor: Actor,
  proposalId: string,
  first: Seen,
  second: Seen,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return saveAmendment(
    actor,
    proposalId,
    first,
    unchanged,
    async (saving, saved) => {
      const { draft, rights, tx } = saving
      // both are undone in one go: either one alone would change the figures
      const step = newId()
      const other = draft.amendments.find(({ id }) => id === second.id && id !== saved.id)
      if (!other) return notFound
      const withdrawn = { ...contentOf(other), state: 'withdrawn' as const }
      if (other.revision !== second.revision) return refused(staleFault(draft, other, withdrawn))
      if (!rights.decide) return leadersOnly
      const change = merge(saved.change, other.change)
      if (
        !change ||
        !joinable(saved.change, other.change) ||
        saved.state !== 'adopted' ||
        other.state !== 'adopted'
      )
        return refused({
          kind: 'invalid',
          message: `Ä${saved.number} och Ä${other.number} kan inte slås ihop: de ska vara antagna, på samma rad och ligga kvar lika länge.`,
        })
      const motivation = joined(saved, other)
      if (motivation.length > longestMotivation)
        return refused({
          kind: 'invalid',
          message: `Skälen till Ä${saved.number} och Ä${other.number} är tillsammans längre än ${formatCount(longestMotivation)} tecken. Korta det ena först.`,
        })
      if (!(await updateAmendment(actor, draft.id, other, withdrawn, now, tx)))
        return refused(staleFault(draft, other, withdrawn))
      await logStep({ ...saving, step }, other.id, {
        before: { change: other.change, state: other.state },
        after: withdrawn,
      })
      const rest = {
        ...draft,
        amendments: draft.amendments.map(each =>
          each === other ? { ...other, state: 'withdrawn' as const } : each,
        ),
      }
      return writeOver({ ...saving, step, draft: rest }, saved, {
        ...contentOf(saved),
        change,
        motivation,
        section: saved.section ?? other.section,
        state: 'adopted',
      })
    },
    now,
  )
}

/** Both reasons, where they differ. */
function joined({ motivation: a }: StoredAmendment, { motivation: b }: StoredAmendment): string {
  if (b === '' || b === a) return a
  return a === '' ? b : `${a}\n\n${b}`
}
