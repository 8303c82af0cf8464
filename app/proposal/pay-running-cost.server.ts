import { runningCostOf, runningCostSource } from '~/budget/running-cost'
import type { Actor } from '~/group/policy'
import { notFound, refused, type Outcome } from '~/outcome'
import { insertInto } from './add-amendment.server'
import { changeProposal } from './change-store.server'
import { rightsOf, stateOnEdit } from './moves'
import { contentOf, writeOver, type SavedAmendment } from './save-amendment.server'
import { loadDraft } from './store.server'

/**
 * Makes the frame amendment that pays for an investment's depreciation and interest (F15), or brings the one that was
 * made before up to the project's present figures.
 */
export function payRunningCost(
  actor: Actor,
  proposalId: string,
  investmentId: string,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return changeProposal(actor, proposalId, 'amend', async (tx, { status }) => {
    const draft = await loadDraft(actor, proposalId, tx)
    const investment = draft?.amendments.find(({ id }) => id === investmentId)
    if (!draft || investment?.change.type !== 'investment') return notFound
    const offered = runningCostOf(draft.framework, investment.change)
    if (!offered)
      return refused({
        kind: 'invalid',
        message: `Ä${investment.number} ger ingen avskrivning eller ränta inom förslagets år.`,
      })
    const rights = rightsOf(actor, draft.led, status)
    const saving = { actor, draft, rights, now, tx }
    const sourceId = runningCostSource(investmentId)
    const before = draft.amendments.find(
      amendment =>
        amendment.sourceId === sourceId &&
        amendment.change.type === 'frame' &&
        stateOnEdit(amendment.state, rights) !== null,
    )
    const { change } = offered
    if (before)
      return writeOver(saving, before, {
        ...contentOf(before),
        change,
        state: stateOnEdit(before.state, rights) ?? 'suggested',
      })
    return insertInto(saving, {
      change,
      motivation: `Avskrivning och ränta för ${investment.change.name} (Ä${investment.number}).`,
      section: investment.section,
      sourceId,
    })
  })
}
