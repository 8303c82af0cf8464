import { can, type Actor } from '~/group/policy'
import { loadDraft } from '~/proposal/store.server'
import { wordsFound, type Found, type WordsSought } from './find-words'
import { mostFound } from './replace-form'
import { loadDocs } from './section-store.server'

export type SectionFound = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly found: readonly Found[]
}

/** Where the words stand in the proposal's sections; null where the actor's group has no such proposal. */
export async function loadFindPage(actor: Actor, proposalId: string, sought: WordsSought) {
  const draft = await loadDraft(actor, proposalId)
  if (!draft) return null
  const docs = sought.q.trim() === '' ? new Map() : await loadDocs(actor, proposalId)
  let left = mostFound
  const sections = draft.sections.flatMap(({ id, title }, i): SectionFound[] => {
    const doc = docs.get(id)
    const found = doc ? wordsFound(doc, sought, left) : []
    left -= found.length
    return found.length > 0 ? [{ id, number: i + 1, title, found }] : []
  })
  return {
    sought,
    sections,
    total: mostFound - left,
    isFull: left === 0,
    canWrite: can(actor, 'write-text', draft.status),
    canSuggest: can(actor, 'suggest-text', draft.status),
  }
}
