import type { Actor } from '~/group/policy'
import { can } from '~/group/policy'
import { stepsFrom, stepsOpenTo } from '~/group/status'
import { checkSnapshot } from '~/proposal/check'
import { checkPage } from '~/proposal/check-page'
import { listDecisions } from '~/proposal/decision-store.server'
import { remindersOf } from '~/proposal/deadline'
import { rivalChoices } from '~/proposal/rival-store.server'
import type { StatusPage } from '~/proposal/status-view'
import { listStatusChanges } from '~/proposal/status-store.server'
import { loadDraft } from '~/proposal/store.server'
import { dateInSweden } from '~/ui/date'
import { snapshotOf } from './load-snapshot.server'
import { loadSectionContents } from './section-store.server'

/** What the page of the proposal's status shows; null where the actor's group has no such proposal. */
export async function statusPage(
  actor: Actor,
  proposalId: string,
  now: Date,
): Promise<StatusPage | null> {
  const [draft, contents, log, decisions] = await Promise.all([
    loadDraft(actor, proposalId),
    loadSectionContents(actor, proposalId),
    listStatusChanges(actor, proposalId),
    listDecisions(actor, proposalId),
  ])
  if (!draft) return null
  const { status, dates, led } = draft
  const snapshot = snapshotOf(draft, contents)
  const open = stepsOpenTo(actor, status)
  const { findings } = checkPage(snapshot, checkSnapshot(snapshot))
  return {
    now,
    status,
    dates,
    led,
    reminders: remindersOf(status, dates, dateInSweden(now)),
    log,
    decisions,
    proposalId,
    errors: stepsFrom(status).includes('lock')
      ? findings.filter(({ severity }) => severity === 'error')
      : [],
    open,
    rivals: open.includes('submit') ? await rivalChoices(actor, proposalId) : [],
    mayDate: can(actor, 'set-dates', status),
  }
}
