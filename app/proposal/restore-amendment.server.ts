import type { Amendment } from '~/budget/amendment'
import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { amendmentFault } from './amendment-judgement'
import { updateAmendment } from './amendment-store.server'
import { canonicalJson } from './canonical'
import { saveEdited } from './change-amendment.server'
import type { Draft, StoredAmendment } from './draft'
import { logFigures } from './figure-step-store.server'
import { mayBecome } from './moves'
import {
  contentOf,
  staleFault,
  writeOver,
  type SavedAmendment,
  type Saving,
  type Seen,
} from './save-amendment.server'
import type { Snapshot } from './snapshot'

/** Saves one amendment as `after` has it, inside a change and within the member's own rights. */
export async function restoreOneAmendment(
  saving: Saving,
  seen: Seen,
  after: Snapshot,
): Promise<Outcome<SavedAmendment>> {
  const { draft, rights } = saving
  const saved = draft.amendments.find(({ id }) => id === seen.id)
  const wanted = after.amendments.find(({ id }) => id === seen.id)
  if (!saved || !wanted) return notFound
  const ours = { ...fullContent(wanted), state: wanted.state }
  if (saved.revision !== seen.revision) return refused(staleFault(draft, saved, ours))
  const replaces = wanted.replaces ?? null
  if (mayBecome(saved.state, wanted.state, rights))
    return writeOver(saving, saved, { ...ours, replaces })
  if (wanted.state === 'withdrawn' || wanted.state === 'deferred') return leaderDecides(saved)
  return saveEdited(saving, saved, () => fullContent(wanted))
}

/**
 * Saves every amendment that differs as `after` has it, inside a change. It is one step for undo. Where one of them can
 * not stand on the framework of today, nothing is written.
 */
export async function restoreAllAmendments(
  actor: Actor,
  draft: Draft,
  after: Snapshot,
  now: Date,
  tx: Database,
): Promise<Outcome<null>> {
  const step = newId()
  const wanted = new Map(after.amendments.map(amendment => [amendment.id, amendment]))
  const changed = draft.amendments.flatMap(saved => {
    const amendment = wanted.get(saved.id)
    return amendment && differ(saved, amendment) ? [{ saved, amendment }] : []
  })
  const judged = {
    ...draft,
    sections: after.sections.map(({ id, title }, position) => ({
      id,
      title,
      position,
      revision: 1,
    })),
    amendments: draft.amendments.map(saved => ({ ...saved, ...wanted.get(saved.id) })),
  }
  for (const { saved, amendment } of changed) {
    const counts = amendment.state === 'adopted' || amendment.state === 'suggested'
    const fault = counts && amendmentFault(judged, amendment)
    if (fault)
      return refused({
        kind: 'conflict',
        message: `Ä${saved.number} går inte att återställa: ${fault.message} Inget är återställt.`,
      })
    const ours = { ...fullContent(amendment), state: amendment.state }
    const replaces = amendment.replaces ?? null
    if (!(await updateAmendment(actor, draft.id, saved, { ...ours, replaces }, now, tx)))
      return refused(staleFault(draft, saved, ours))
    const change = { amendmentId: saved.id, step, before: saved, after: amendment }
    await logFigures(actor, draft.id, change, now, tx)
  }
  return done(null)
}

/** What a member writes of it, with null for what it has not: that is taken away. */
const fullContent = (amendment: Amendment) => ({
  ...contentOf(amendment),
  sourceId: amendment.sourceId ?? null,
  question: amendment.question ?? null,
})

const differ = (saved: StoredAmendment, wanted: Amendment): boolean =>
  canonicalJson(comparable(saved)) !== canonicalJson(comparable(wanted))

const comparable = (amendment: Amendment) => ({
  ...fullContent(amendment),
  state: amendment.state,
  replaces: amendment.replaces ?? null,
})

const leaderDecides = ({ number }: StoredAmendment) =>
  refused({
    kind: 'forbidden',
    message: `Gruppledaren avgör om Ä${number} gäller. Inget är ändrat.`,
  })
