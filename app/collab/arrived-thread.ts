import type { SentThread, Thread } from './thread'

/** The thread that was sent. */
export const arrived = (thread: SentThread): Thread => ({
  ...thread,
  createdAt: new Date(thread.createdAt),
  resolvedAt: thread.resolvedAt === null ? null : new Date(thread.resolvedAt),
  comments: thread.comments.map(one => ({ ...one, createdAt: new Date(one.createdAt) })),
})
