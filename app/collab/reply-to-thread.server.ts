import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { insertComment, saveResolved } from './thread-store.server'

/** Adds a comment to a thread. An answer to a resolved thread opens it again: somebody has more to say. */
export function replyToThread(
  actor: Actor,
  proposalId: string,
  { threadId, body, now }: { threadId: string; body: string; now: Date },
): Promise<Outcome<{ threadId: string }>> {
  return changeProposal(actor, proposalId, 'comment', async tx => {
    if (!(await saveResolved(tx, actor, { proposalId, threadId }, null))) return notFound
    await insertComment(tx, actor, { id: newId(), threadId, body, createdAt: now })
    return done({ threadId })
  })
}
