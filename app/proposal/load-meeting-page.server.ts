import type { Actor } from '~/group/policy'
import { listDecisions } from './decision-store.server'
import { meetingEffect } from './meeting'
import { rightsOf } from './moves'
import type { MeetingPage } from './meeting-view'
import { loadDraft } from './store.server'

/** What the meeting page shows, its figures' sources sent once; null where the group has no such proposal. */
export async function loadMeetingPage(
  actor: Actor,
  proposalId: string,
  now: Date,
): Promise<MeetingPage | null> {
  const [draft, decisions] = await Promise.all([
    loadDraft(actor, proposalId),
    listDecisions(actor, proposalId),
  ])
  if (!draft) return null
  const { id, title, framework, led, status } = draft
  return {
    now,
    proposalId: id,
    title,
    framework,
    amendments: draft.amendments.map(amendment => ({
      ...amendment,
      effect: meetingEffect(framework, amendment),
    })),
    led,
    mayDecide: rightsOf(actor, led, status).decide,
    decisions,
  }
}
