import type { Actor } from '~/group/policy'
import { done, notFound, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { saveResolved } from './thread-store.server'

/** Marks a thread as resolved, or opens it again. */
export function settleThread(
  actor: Actor,
  proposalId: string,
  { threadId, resolved, now }: { threadId: string; resolved: boolean; now: Date },
): Promise<Outcome<{ threadId: string }>> {
  return changeProposal(actor, proposalId, 'comment', async tx =>
    (await saveResolved(tx, actor, { proposalId, threadId }, resolved ? now : null))
      ? done({ threadId })
      : notFound,
  )
}
