import type { Actor } from '~/group/policy'
import { done, notFound, type Outcome } from '~/outcome'
import { hasThreadOrSection, loadThreads } from './read-threads-store.server'
import type { Thread } from './thread'
import type { MoreThreads } from './thread-filter'

/**
 * What a page left out of its threads: one of them whole, or a section's, open or resolved, each folded. None of a
 * section that lies in the bin: a page that is open on it is not to fall for that.
 */
export async function loadMoreThreads(
  actor: Actor,
  proposalId: string,
  asked: MoreThreads,
): Promise<Outcome<readonly Thread[]>> {
  if (!(await hasThreadOrSection(actor, proposalId, asked))) return notFound
  if ('threadId' in asked) return done(await loadThreads(actor, proposalId, asked))
  const { sectionId, state, most } = asked
  return done(await loadThreads(actor, proposalId, { sectionId, state }, { most, folded: true }))
}
