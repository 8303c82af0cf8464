import { markRead } from '~/collab/mark-read.server'
import { loadNewsPage } from '~/collab/news-page.server'
import { whoChanged } from '~/collab/who-changed.server'
import { needs, type Command } from './command'

/** The commands of what each member has read. */
export const readingCommands: Readonly<Record<string, Command>> = {
  markRead: needs('read', (actor, { proposalId, sectionId, amendmentId }, now) =>
    markRead(
      actor,
      proposalId,
      [
        {
          kind: 'section',
          id: sectionId,
          upto: 0,
          text: '',
          title: '',
          removed: false,
          threads: 0,
        },
        { kind: 'amendment', id: amendmentId, revision: 1, leaving: null, threads: 0 },
      ],
      now,
    ),
  ),
  'markRead of a place': needs('read', (actor, { proposalId, indicatorId }, now) =>
    markRead(
      actor,
      proposalId,
      [{ kind: 'place', key: `indicator.${indicatorId}`, threads: 0 }],
      now,
    ),
  ),
  whoChanged: needs('read', (actor, { proposalId }, now) =>
    whoChanged(actor, proposalId, { from: new Date(0), to: now }),
  ),
  loadNewsPage: needs('read', (actor, { proposalId }) => loadNewsPage(actor, proposalId)),
}
