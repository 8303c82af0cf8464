import { loadMoreThreads } from '~/collab/more-threads.server'
import { openThread } from '~/collab/open-thread.server'
import { replyToThread } from '~/collab/reply-to-thread.server'
import { settleSuggestions, withdrawSuggestions } from '~/collab/settle-suggestions.server'
import { settleThread } from '~/collab/settle-thread.server'
import { needs, type Command } from './command'

const settled = { id: 'member.settledalready01', wording: '0123456789abcdef' }

/** What is done beside and to the text of a section. */
export const textCommands: Readonly<Record<string, Command>> = {
  openThread: needs('comment', (actor, { proposalId, sectionId }, now) =>
    openThread(actor, proposalId, { place: { kind: 'section', sectionId }, body: 'Fråga', now }),
  ),
  replyToThread: needs('comment', (actor, { proposalId, threadId }, now) =>
    replyToThread(actor, proposalId, { threadId, body: 'Svar', now }),
  ),
  'openThread naming a member': needs('comment', (actor, { proposalId, memberId }, now) =>
    openThread(actor, proposalId, {
      place: { kind: 'line', place: 'result' },
      body: `Fråga till @{${memberId}}`,
      now,
    }),
  ),
  'replyToThread naming a member': needs('comment', (actor, ids, now) =>
    replyToThread(actor, ids.proposalId, {
      threadId: ids.threadId,
      body: `@{${ids.memberId}}, vad säger du?`,
      now,
    }),
  ),
  loadMoreThreads: needs('read', (actor, { proposalId, threadId }) =>
    loadMoreThreads(actor, proposalId, { threadId }),
  ),
  'loadMoreThreads of a section': needs('read', (actor, { proposalId, sectionId }) =>
    loadMoreThreads(actor, proposalId, { sectionId, state: 'open', most: 50 }),
  ),
  settleThread: needs('comment', (actor, { proposalId, threadId }, now) =>
    settleThread(actor, proposalId, { threadId, resolved: true, now }),
  ),
  settleSuggestions: needs('write-text', (actor, { proposalId, sectionId }) =>
    settleSuggestions(actor, proposalId, { sectionId, seen: [settled], verdict: 'accept' }),
  ),
  withdrawSuggestions: needs('suggest-text', (actor, { proposalId, sectionId }) =>
    withdrawSuggestions(actor, proposalId, { sectionId, seen: [settled] }),
  ),
}
