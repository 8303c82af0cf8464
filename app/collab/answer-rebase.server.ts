import { readForm } from '~/form.server'
import type { Actor } from '~/group/policy'
import { done, refused, type Outcome } from '~/outcome'
import { newId } from '~/identifier.server'
import { dropEdition } from '~/proposal/propose-edition.server'
import { decisionsOf, RebaseForm } from '~/proposal/rebase-form'
import { rebaseProposal } from './rebase-proposal.server'

/** One press of a button on the page of a new edition; answers with where to go on. */
export async function answerRebase(
  actor: Actor,
  proposalId: string,
  request: Request,
): Promise<Outcome<string>> {
  const form = await readForm(request, RebaseForm)
  if (!form.ok) return form
  if (form.value.intent === 'drop') {
    const dropped = await dropEdition(actor, proposalId)
    return dropped.ok ? done('.') : dropped
  }
  const { edition, seen, unit } = form.value
  const { decisions, fault } = decisionsOf(form.value, unit, newId)
  if (fault) return refused({ kind: 'invalid', message: `${fault} Inget är flyttat än.` })
  const moved = await rebaseProposal(actor, {
    proposalId,
    edition,
    seen,
    decisions,
    now: new Date(),
  })
  return moved.ok ? done('../budget') : moved
}
