import { statementOf } from '~/budget/statement'
import { sumFiguresOf } from '~/budget/sum-figures'
import type { Actor } from '~/group/policy'
import { checkSnapshot } from '~/proposal/check'
import { remindersOf } from '~/proposal/deadline'
import { findingCounts } from '~/proposal/finding-counts'
import type { FramedProposal } from '~/proposal/frame'
import type { LoadDraft } from '~/proposal/request-draft.server'
import { loadDraft } from '~/proposal/store.server'
import { countSuggested, shownDraft } from '~/proposal/suggested'
import { countVersions } from '~/proposal/version-store.server'
import { dateInSweden } from '~/ui/date'
import { findNews } from './find-news.server'
import { snapshotOf } from './load-snapshot.server'
import { loadSectionContents } from './section-store.server'
import { countThreads } from './read-threads-store.server'

/** What the frame shows of a proposal; null where the actor's group has none with that id. */
export async function framedProposal(
  actor: Actor,
  proposalId: string,
  now: Date,
  withSuggested: boolean,
  load: LoadDraft = loadDraft,
): Promise<FramedProposal | null> {
  const [loaded, contents, comments, versions] = await Promise.all([
    load(actor, proposalId),
    loadSectionContents(actor, proposalId),
    countThreads(actor, proposalId, { state: 'open' }),
    countVersions(actor, proposalId),
  ])
  if (!loaded) return null
  const news = await findNews(actor, loaded)
  const draft = shownDraft(loaded, withSuggested)
  const { id, title, status, revision, framework, sections, goals } = draft
  const snapshot = snapshotOf(draft, contents)
  return {
    id,
    title,
    status,
    reminders: remindersOf(status, draft.dates, dateInSweden(now)),
    revision,
    withSuggested,
    suggested: countSuggested(loaded.amendments),
    basis: `${framework.municipality.name}, ${framework.name}`,
    statement: sumFiguresOf(statementOf(framework, draft.amendments)),
    ...findingCounts(checkSnapshot(snapshot, dateInSweden(now))),
    sections: sections.map(section => ({ id: section.id, title: section.title })),
    counts: {
      news: news.sections.length + news.amendments.length + news.places.length,
      comments,
      versions,
      indicators: goals.flatMap(({ indicators }) => indicators).length,
      clauses: snapshot.clauses.length,
    },
  }
}
