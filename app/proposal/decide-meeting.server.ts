import type { Amendment } from '~/budget/amendment'
import { statementOf } from '~/budget/statement'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, forbidden, notFound, refused, type Fault, type Outcome } from '~/outcome'
import { amendmentFault } from './amendment-judgement'
import { amendmentName, amendmentTerms } from './amendment-name'
import { saveWithdrawal, updateAmendment } from './amendment-store.server'
import { changeProposal } from './change-store.server'
import { insertDecision } from './decision-store.server'
import type { Draft, StoredAmendment } from './draft'
import {
  inMeetingOrder,
  meetingEffect,
  standingOf,
  type DecisionContent,
  type Rest,
} from './meeting'
import { rightsOf } from './moves'
import { contentOf, type Seen } from './save-amendment.server'
import { loadDraft } from './store.server'
import { awaitsDecision, isLeaving } from './suggested'

export type MeetingDecision = {
  /** The amendments that are adopted, and those that are not, each as it was seen. */
  readonly on: readonly Seen[]
  readonly off: readonly Seen[]
  readonly rest: Rest
  /** Kvar att finansiera as the meeting saw it, year by year; what the server computes has to agree. */
  readonly gap: readonly number[] | null
}

const restStates = { leave: 'suggested', defer: 'deferred', withdraw: 'withdrawn' } as const

/** What a suggested withdrawal comes to: taken up, left as it is, or fallen. */
const leavingStates = {
  on: 'withdrawn',
  leave: 'suggested',
  defer: 'adopted',
  withdraw: 'adopted',
} as const

/**
 * Decides on what is suggested in one act: amendments that are on are adopted, the others left, deferred or withdrawn;
 * a withdrawal that is on takes its amendment out, and falls where the others are deferred or withdrawn.
 * Whatever changed since the meeting saw it refuses the whole decision. What is decided is kept as a dated list.
 */
export function decideMeeting(
  actor: Actor,
  proposalId: string,
  { on, off, rest, gap }: MeetingDecision,
  now: Date,
): Promise<Outcome<{ decisionId: string }>> {
  return changeProposal(actor, proposalId, 'amend', async (tx, { status }) => {
    const draft = await loadDraft(actor, proposalId, tx)
    if (!draft) return notFound
    if (!rightsOf(actor, draft.led, status).decide) return forbidden
    if (on.length === 0 && (rest === 'leave' || off.length === 0)) return nothing
    const chosen = [
      ...on.map(seen => ({ seen, isOn: true })),
      ...off.map(seen => ({ seen, isOn: false })),
    ]
    const decided = new Map<string, Amendment['state']>()
    let after = draft
    for (const { seen, isOn } of chosen) {
      const saved = draft.amendments.find(({ id }) => id === seen.id)
      if (!saved) return notFound
      if (!awaitsDecision(saved) || saved.revision !== seen.revision)
        return refused(changedFault(saved))
      if (isLeaving(saved)) {
        const to = leavingStates[isOn ? 'on' : rest]
        decided.set(saved.id, to)
        if (to === 'suggested') continue
        after = withState(after, saved.id, to)
        if (to === 'adopted')
          await saveWithdrawal(actor, proposalId, { id: saved.id, by: null }, now, tx)
        else
          await updateAmendment(
            actor,
            proposalId,
            saved,
            { ...contentOf(saved), state: to },
            now,
            tx,
          )
        continue
      }
      const to = isOn ? ('adopted' as const) : restStates[rest]
      decided.set(saved.id, to)
      const ours = { ...contentOf(saved), state: to }
      const fault = to === 'adopted' && amendmentFault(after, { ...saved, ...ours })
      if (fault) return refused({ kind: 'conflict', message: `Ä${saved.number}: ${fault.message}` })
      after = withState(after, saved.id, to)
      if (to !== 'suggested') await updateAmendment(actor, proposalId, saved, ours, now, tx)
    }
    const content = contentOfDecision(draft, after, decided)
    if (gap && gap.join() !== content.after.gap.join()) return figuresChanged
    const decisionId = newId()
    await insertDecision(actor, proposalId, { id: decisionId, content }, now, tx)
    return done({ decisionId })
  })
}

const withState = (draft: Draft, id: string, state: Amendment['state']): Draft => ({
  ...draft,
  amendments: draft.amendments.map(amendment =>
    amendment.id === id ? { ...amendment, state } : amendment,
  ),
})

function contentOfDecision(
  before: Draft,
  after: Draft,
  decided: ReadonlyMap<string, Amendment['state']>,
): DecisionContent {
  const was = statementOf(before.framework, before.amendments)
  const is = statementOf(after.framework, after.amendments)
  const numbers = new Map(before.amendments.map(({ id, number }) => [id, number]))
  return {
    unit: is.unit,
    years: [...is.years],
    rows: inMeetingOrder(before.amendments)
      .filter(({ id }) => decided.has(id))
      .map(amendment => ({
        id: amendment.id,
        number: amendment.number,
        name: amendmentName(amendment, is),
        terms: amendmentTerms(amendment, is),
        motivation: amendment.motivation,
        decided: decided.get(amendment.id) ?? 'suggested',
        effect: meetingEffect(after.framework, amendment),
        replaces: numbers.get(amendment.replaces ?? ''),
        ...(isLeaving(amendment) && { withdrawal: true as const }),
      })),
    before: standingOf(was),
    after: standingOf(is),
  }
}

const nothing = refused({
  kind: 'conflict',
  message: 'Inget är påslaget och resten ska stå kvar: det finns inget att besluta.',
})

const changedFault = ({ number, updatedByName }: StoredAmendment): Fault => ({
  kind: 'stale',
  message: `Ä${number} ändrades av ${updatedByName} medan mötet pågick. Inget är beslutat. Se över listan och besluta igen.`,
  current: null,
})

const figuresChanged = refused({
  kind: 'stale',
  message:
    'Budgeten ändrades av någon medan mötet pågick, så att kvar att finansiera blev ett annat. Inget är beslutat. Se över siffrorna och besluta igen.',
  current: null,
})
