import { can, type Actor } from '~/group/policy'
import type { Draft } from '~/proposal/draft'
import { loadDraft } from '~/proposal/store.server'
import { placesIn } from './placed-threads.server'
import { countThreads, loadThreads } from './read-threads-store.server'
import { threadsIn } from './section-doc'
import { loadDocs } from './section-store.server'
import type { Thread } from './thread'
import { filterOf, type ThreadFilter } from './thread-filter'
import type { PlacedThread } from './thread-list'
import { placeKey, placeOfThread, placePath, sectionThreadPath, type Place } from './thread-place'

/**
 * The proposal's threads that the filter leaves, with their places, and how many it leaves of those that are open and of
 * those that are resolved; null where the actor's group has no such proposal.
 */
export async function loadCommentsPage(
  actor: Actor,
  proposalId: string,
  filter: ThreadFilter = filterOf(new URLSearchParams()),
) {
  const draft = await loadDraft(actor, proposalId)
  if (!draft) return null
  const { state, mine, named, most } = filter
  const [threads, open, resolved, docs] = await Promise.all([
    loadThreads(actor, proposalId, { state, mine, named }, { most }),
    countThreads(actor, proposalId, { state: 'open', mine, named }),
    countThreads(actor, proposalId, { state: 'resolved', mine, named }),
    loadDocs(actor, proposalId),
  ])
  const standing = new Set([...docs.values()].flatMap(doc => [...threadsIn(doc)]))
  const places = placesIn(draft)
  return {
    filter,
    counts: { open, resolved },
    threads: threads.map(thread => placed(draft, places, standing, thread)),
    canComment: can(actor, 'comment', draft.status),
  }
}

function placed(
  { id: proposalId, sections }: Draft,
  places: ReadonlyMap<string, Place>,
  standing: ReadonlySet<string>,
  thread: Thread,
): PlacedThread {
  const base = `/proposals/${proposalId}`
  const { id, kind, sectionId, quote } = thread
  const ref = placeOfThread(thread)
  if (ref) {
    const place = places.get(placeKey(ref))
    const placeName = place?.name ?? quote ?? ''
    return { ...thread, placeName, placePath: `${base}/${placePath(ref)}#t-${id}`, gone: !place }
  }
  const at = sections.findIndex(one => one.id === sectionId)
  return {
    ...thread,
    placeName: `${at + 1}. ${sections[at]?.title ?? ''}`,
    placePath: `${base}/${sectionThreadPath(sectionId, id)}`,
    gone: kind === 'text' && !standing.has(id),
  }
}
