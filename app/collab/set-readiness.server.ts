import type { Actor } from '~/group/policy'
import { listMembers } from '~/group/store.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { changeProposal } from '~/proposal/change-store.server'
import { readinessSteps, wordsHash, type ReadinessForm } from './readiness'
import { saveReadiness, saveResponsible } from './readiness-store.server'
import { loadOneContent } from './section-store.server'
import { sectionExists } from './thread-store.server'

type Said = Pick<ReadinessForm, 'intent' | 'id' | 'from' | 'seen'>

/**
 * Says how far a section has come. It is said of the words that the member has read: where others stand there now, or
 * somebody else has said something meanwhile, nothing is said.
 */
export function setReadiness(
  actor: Actor,
  proposalId: string,
  { intent, id, from, seen }: Said,
  now: Date,
): Promise<Outcome<{ sectionId: string }>> {
  const { to, action } = readinessSteps[intent]
  return changeProposal(actor, proposalId, action, async tx => {
    if (!(await sectionExists(tx, actor, proposalId, id))) return notFound
    const of = wordsHash(await loadOneContent(actor, id))
    if (to !== 'draft' && of !== seen) return otherWords
    const said = { readiness: to, of, now }
    return (await saveReadiness(tx, actor, { proposalId, id, from }, said))
      ? done({ sectionId: id })
      : alreadySaid
  })
}

const otherWords = refused({
  kind: 'conflict',
  message:
    'Texten har ändrats sedan du läste den. Inget är godkänt eller klarmarkerat. Läs den som den är nu och välj igen.',
})

const alreadySaid = refused({
  kind: 'conflict',
  message: 'Någon annan hann före och ändrade läget. Se hur det står nu och välj igen.',
})

/** Sets who answers for a section; null for nobody. */
export function setResponsible(
  actor: Actor,
  proposalId: string,
  { id, memberId }: { readonly id: string; readonly memberId: string | null },
): Promise<Outcome<{ sectionId: string }>> {
  return changeProposal(actor, proposalId, 'arrange-sections', async tx => {
    const members = memberId === null ? [] : await listMembers(actor)
    if (memberId !== null && !members.some(member => member.id === memberId)) return notFound
    return (await saveResponsible(tx, actor, { proposalId, id }, memberId))
      ? done({ sectionId: id })
      : notFound
  })
}
