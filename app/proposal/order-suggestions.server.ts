import type { Actor } from '~/group/policy'
import { done, forbidden, notFound, type Outcome } from '~/outcome'
import { savePlace } from './amendment-store.server'
import { changeProposal } from './change-store.server'
import { rightsOf } from './moves'
import { loadDraft } from './store.server'

/** Sets the order that the suggested amendments are taken up in. Their content, and so their revision, stays. */
export function orderSuggestions(
  actor: Actor,
  proposalId: string,
  ids: readonly string[],
): Promise<Outcome<null>> {
  return changeProposal(actor, proposalId, 'amend', async (tx, { status }) => {
    const draft = await loadDraft(actor, proposalId, tx)
    if (!draft) return notFound
    if (!rightsOf(actor, draft.led, status).decide) return forbidden
    if (ids.some(id => !draft.amendments.some(amendment => amendment.id === id))) return notFound
    for (const [place, id] of ids.entries()) await savePlace(actor, proposalId, id, place, tx)
    return done(null)
  })
}
