import { z } from 'zod'
import { CommentBody, SentId, ThreadPlace } from './thread'

const threadId = z.string().min(1).max(60)

/** What one may do with comments, as a form sends it. */
export const ThreadForm = z.union([
  ThreadPlace.and(z.object({ intent: z.literal('open'), body: CommentBody, sent: SentId })),
  z.discriminatedUnion('intent', [
    z.object({ intent: z.literal('reply'), threadId, body: CommentBody, sent: SentId }),
    z.object({ intent: z.literal('resolve'), threadId }),
    z.object({ intent: z.literal('reopen'), threadId }),
  ]),
])
