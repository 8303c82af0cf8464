import type { Actor } from '~/group/policy'
import { done, notFound, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { saveReopened, saveResolved } from './thread-store.server'

/** Marks a thread as resolved, or opens it again. */
export function settleThread(
  actor: Actor,
  proposalId: string,
  { threadId, resolved, now }: { threadId: string; resolved: boolean; now: Date },
): Promise<Outcome<{ threadId: string }>> {
  return changeProposal(actor, proposalId, 'comment', async tx => {
    const thread = { proposalId, threadId }
    const known = resolved
      ? await saveResolved(tx, actor, thread, now)
      : await saveReopened(tx, actor, thread, 'itself')
    return known ? done({ threadId }) : notFound
  })
}
