import { can, type Actor } from '~/group/policy'
import { checkSnapshot } from '~/proposal/check'
import { checkPage, placeName } from '~/proposal/check-page'
import { loadDraft } from '~/proposal/store.server'
import { shownDraft } from '~/proposal/suggested'
import { dateInSweden } from '~/ui/date'
import { snapshotOf } from './load-snapshot.server'
import { loadSectionContents } from './section-store.server'

/** What the page of checks shows; null where the actor's group has no such proposal. */
export async function loadChecksPage(
  actor: Actor,
  proposalId: string,
  now: Date,
  withSuggested: boolean,
) {
  const [draft, contents] = await Promise.all([
    loadDraft(actor, proposalId),
    loadSectionContents(actor, proposalId),
  ])
  if (!draft) return null
  const snapshot = snapshotOf(shownDraft(draft, withSuggested), contents)
  const findings = checkSnapshot(snapshot, dateInSweden(now))
  return {
    ...checkPage(snapshot, findings),
    overrides: draft.overrides.map(override => ({
      ...override,
      where: override.place === undefined ? '' : placeName(snapshot, override.place),
    })),
    mayOverride: !withSuggested && can(actor, 'override', draft.status),
    now,
  }
}
