import type { Framework } from '~/budget/framework'
import type { Database } from '~/db.server'
import { can, type Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, forbidden, refused, type Outcome } from '~/outcome'
import { longestProposalTitle } from './bounds'
import { canonicalJson } from './canonical'
import { sha256 } from './hash.server'
import { insertProposal } from './store.server'

/**
 * Creates a proposal on a framework. It starts empty, with the base's figures. Returns its id.
 * @param also what is written in the same transaction: all of it or nothing
 */
export async function createProposal(
  actor: Actor,
  { title, framework }: { title: string; framework: Framework },
  also: (tx: Database) => Promise<void> = async () => {},
): Promise<Outcome<{ proposalId: string }>> {
  if (!can(actor, 'create-proposal')) return forbidden
  const name = title.trim()
  if (name === '')
    return refused({ kind: 'invalid', field: 'title', message: 'Förslaget behöver ett namn.' })
  if (name.length > longestProposalTitle)
    return refused({
      kind: 'invalid',
      field: 'title',
      message: `Namnet får ha högst ${longestProposalTitle} tecken.`,
    })
  const proposalId = newId()
  await insertProposal(
    actor,
    { id: proposalId, title: name },
    { id: newId(), content: framework, hash: sha256(canonicalJson(framework)) },
    also,
  )
  return done({ proposalId })
}
