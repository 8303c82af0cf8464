import type { Actor } from '~/group/policy'
import { notFound, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { saveComment, sayOnce } from './save-comment.server'
import type { Saying } from './thread'
import { saveReopened } from './thread-store.server'

/** Adds a comment to a thread. An answer to a resolved thread opens it again: somebody has more to say. */
export function replyToThread(
  actor: Actor,
  proposalId: string,
  { threadId, ...saying }: Saying & { threadId: string },
): Promise<Outcome<{ threadId: string }>> {
  const said = { ...saying, proposalId, threadId }
  return changeProposal(actor, proposalId, 'comment', tx =>
    sayOnce(tx, actor, said, async () => {
      const isThere = await saveReopened(tx, actor, { proposalId, threadId }, 'a comment')
      return isThere ? saveComment(tx, actor, said) : notFound
    }),
  )
}
