import { mayBeOverridden } from '~/budget/finding'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { checkSnapshot } from '~/proposal/check'
import { deleteOverride, saveOverride } from '~/proposal/override-store.server'
import type { DeficitGround } from '~/proposal/snapshot'
import { loadDraft } from '~/proposal/store.server'
import { snapshotOf } from './load-snapshot.server'
import { loadSectionContents } from './section-store.server'

export type OverrideInput = {
  readonly check: string
  readonly place: string
  readonly reason: string
  readonly ground: DeficitGround | null
}

/**
 * The leader's written reason against what a check finds now: C08 as a whole and on a ground of KL 11:5, a warning in
 * its one place. No other finding can be overridden.
 */
export function overrideCheck(
  actor: Actor,
  proposalId: string,
  input: OverrideInput,
  now: Date,
): Promise<Outcome<null>> {
  return changeProposal(actor, proposalId, 'override', async tx => {
    const { check, place, ground } = input
    const deficit = check === 'C08'
    const reason = input.reason.trim()
    if (reason === '') return invalid('reason', 'Skriv varför avsteget görs.')
    if (deficit && ground === null)
      return invalid('ground', 'Välj vilken av lagens grunder som gäller (KL 11:5).')
    const draft = await loadDraft(actor, proposalId, tx)
    if (!draft) return notFound
    const snapshot = snapshotOf(draft, await loadSectionContents(actor, proposalId))
    const found = checkSnapshot({ ...snapshot, overrides: [] }).some(
      finding => finding.id === check && finding.place === place && mayBeOverridden(finding),
    )
    if (!found) return gone
    await saveOverride(
      actor,
      proposalId,
      {
        id: newId(),
        check,
        reason,
        ...(deficit ? { ground } : { place }),
      },
      now,
      tx,
    )
    return done(null)
  })
}

const invalid = (field: string, message: string) => refused({ kind: 'invalid', field, message })

const gone = refused({
  kind: 'conflict',
  message: 'Kontrollen finner inte längre något här som går att motivera. Ladda om sidan.',
})

/** Takes a reason back: what the check finds counts again. */
export function removeOverride(
  actor: Actor,
  proposalId: string,
  id: string,
): Promise<Outcome<null>> {
  return changeProposal(actor, proposalId, 'override', async tx =>
    (await deleteOverride(actor, proposalId, id, tx)) ? done(null) : notFound,
  )
}
