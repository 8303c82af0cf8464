import { can, type Actor } from '~/group/policy'
import { loadDraft } from '~/proposal/store.server'
import { wordsIn } from '~/proposal/word-count'
import type { ListedSection } from './section-list'
import { wordsHash } from './readiness'
import { loadStandings } from './readiness-store.server'
import { loadBin } from './section-bin-store.server'
import { loadSectionContents } from './section-store.server'

/** All that the list of a proposal's sections shows; null where the actor's group has no such proposal. */
export async function loadSectionsPage(actor: Actor, proposalId: string) {
  const draft = await loadDraft(actor, proposalId)
  if (!draft) return null
  const [contents, standings, bin] = await Promise.all([
    loadSectionContents(actor, proposalId),
    loadStandings(actor, proposalId),
    loadBin(actor, proposalId),
  ])
  const sections = draft.sections.flatMap((section): ListedSection[] => {
    const stands = standings.get(section.id)
    const content = contents.get(section.id)?.content
    if (!stands || !content) return []
    return [{ ...section, ...stands, words: wordsIn(content), hash: wordsHash(content) }]
  })
  return {
    memberId: actor.memberId,
    sections,
    bin,
    editable: can(actor, 'arrange-sections', draft.status),
  }
}
