import { can, type Actor } from '~/group/policy'
import type { Draft } from '~/proposal/draft'
import { loadDraft } from '~/proposal/store.server'
import { threadsIn } from './section-doc'
import { amendmentTitle } from './section-page.server'
import { loadDocs } from './section-store.server'
import type { Thread } from './thread'
import type { PlacedThread } from './thread-list'
import { loadThreads } from './thread-store.server'

/** The proposal's threads with their places; null where the actor's group has no such proposal. */
export async function loadCommentsPage(actor: Actor, proposalId: string) {
  const draft = await loadDraft(actor, proposalId)
  if (!draft) return null
  const [threads, docs] = await Promise.all([
    loadThreads(actor, proposalId),
    loadDocs(actor, proposalId),
  ])
  const standing = new Set([...docs.values()].flatMap(doc => [...threadsIn(doc)]))
  return {
    threads: threads.map((thread): PlacedThread => ({
      ...thread,
      ...placeOf(draft, thread),
      gone: thread.kind === 'text' && !standing.has(thread.id),
    })),
    canComment: can(actor, 'comment', draft.status),
    amendments: draft.amendments.map(({ id, number, change }) => ({
      id,
      name: `Ä${number} ${amendmentTitle(draft, change)}`,
    })),
  }
}

function placeOf(draft: Draft, { id, sectionId, amendmentId }: Thread) {
  const base = `/proposals/${draft.id}`
  const amendment = draft.amendments.find(one => one.id === amendmentId)
  if (amendment)
    return {
      placeName: `Ä${amendment.number} ${amendmentTitle(draft, amendment.change)}`,
      placePath: `${base}/budget#a-${amendment.id}`,
    }
  const section = draft.sections.findIndex(one => one.id === sectionId)
  return {
    placeName: `${section + 1}. ${draft.sections[section]?.title ?? ''}`,
    placePath: `${base}/sections/${sectionId}#t-${id}`,
  }
}
