import type { Actor } from '~/group/policy'
import { statementOf, type Statement } from '~/budget/statement'
import { done, notFound, refused, type Fault, type Outcome } from '~/outcome'
import { amendmentFault, clashOf, type Clash } from './amendment-judgement'
import { updateAmendment } from './amendment-store.server'
import { changeProposal } from './change-store.server'
import type { Draft, StoredAmendment } from './draft'
import { loadDraft } from './store.server'

/** Which amendment, and which of its saves the member has seen. */
export type Seen = { readonly id: string; readonly revision: number }

/** What a command answers with: the amendment and the server's own figures after it. */
export type SavedAmendment = {
  readonly id: string
  readonly number: number
  readonly statement: Statement
}

/**
 * The one way to save an amendment again. `next` makes its new state from the saved one. Where the member has not seen
 * the last save, both values go back as a stale fault and nothing is written.
 */
export function saveAmendment(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  next: (saved: StoredAmendment) => Clash['ours'],
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return changeProposal(actor, proposalId, 'amend', async tx => {
    const draft = await loadDraft(actor, proposalId, tx)
    const saved = draft?.amendments.find(({ id }) => id === seen.id)
    if (!draft || !saved) return notFound
    const ours = next(saved)
    if (saved.revision !== seen.revision) return refused(staleFault(draft, saved, ours))
    const fault = ours.state === 'adopted' && amendmentFault(draft, { ...saved, ...ours })
    if (fault) return refused(fault)
    if (!(await updateAmendment(actor, proposalId, saved, ours, now, tx)))
      return refused(staleFault(draft, saved, ours))
    const others = draft.amendments.filter(({ id }) => id !== saved.id)
    const statement = statementOf(draft.framework, [...others, { ...saved, ...ours }])
    return done({ id: saved.id, number: saved.number, statement })
  })
}

/** Somebody else saved in between: the member chooses. */
export const staleFault = (draft: Draft, saved: StoredAmendment, ours: Clash['ours']): Fault => ({
  kind: 'stale',
  message: `Ä${saved.number} sparades av ${saved.updatedByName} medan du skrev. Inget är överskrivet.`,
  current: clashOf(draft, saved, ours),
})
