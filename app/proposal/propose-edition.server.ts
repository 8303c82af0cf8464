import type { Framework } from '~/budget/framework'
import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { changeProposal } from './change-store.server'
import { frameworkHash } from './check-base'
import { dropNextEdition, saveNextEdition } from './edition-store.server'
import { loadDraft } from './store.server'

/**
 * Lays a newer edition of the framework beside the proposal's base. Nothing moves until it is decided.
 * @param also what is written in the same transaction: all of it or nothing
 */
export function proposeEdition(
  actor: Actor,
  proposalId: string,
  framework: Framework,
  also: (tx: Database) => Promise<void> = async () => {},
): Promise<Outcome<null>> {
  return changeProposal(actor, proposalId, 'rebase', async tx => {
    const draft = await loadDraft(actor, proposalId, tx)
    if (!draft) return notFound
    const hash = frameworkHash(framework)
    const fault = faultOf(draft.framework, draft.frameworkHash, framework, hash)
    if (fault) return refused({ kind: 'invalid', field: 'file', message: fault })
    await saveNextEdition(actor, proposalId, { frameworkId: newId(), framework, hash }, tx)
    await also(tx)
    return done(null)
  })
}

/** Forgets the edition that was laid beside the base. */
export function dropEdition(actor: Actor, proposalId: string): Promise<Outcome<null>> {
  return changeProposal(actor, proposalId, 'rebase', async tx => {
    await dropNextEdition(actor, proposalId, tx)
    return done(null)
  })
}

function faultOf(base: Framework, baseHash: string, next: Framework, hash: string): string | null {
  if (hash === baseHash)
    return 'Filen är samma ram som förslaget redan bygger på. Välj den nya utgåvan.'
  if (next.municipality.id !== base.municipality.id)
    return `Filen är ramen för ${next.municipality.name}, men förslaget gäller ${base.municipality.name}. Välj en ram för samma kommun.`
  return null
}
