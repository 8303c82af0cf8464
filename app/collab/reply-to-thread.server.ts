import type { Actor } from '~/group/policy'
import { done, notFound, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { saveComment } from './save-comment.server'
import { saveReopened } from './thread-store.server'

/** Adds a comment to a thread. An answer to a resolved thread opens it again: somebody has more to say. */
export function replyToThread(
  actor: Actor,
  proposalId: string,
  { threadId, body, now }: { threadId: string; body: string; now: Date },
): Promise<Outcome<{ threadId: string }>> {
  return changeProposal(actor, proposalId, 'comment', async tx => {
    const thread = { proposalId, threadId }
    if (!(await saveReopened(tx, actor, thread, 'a comment'))) return notFound
    const said = await saveComment(tx, actor, { threadId, body, now })
    return said.ok ? done({ threadId }) : said
  })
}
