import { statementOf } from '~/budget/statement'
import type { Actor } from '~/group/policy'
import type { FramedProposal } from './frame'
import { loadDraft } from './store.server'

/** What the frame shows of a proposal; null where the actor's group has none with that id. */
export async function framedProposal(
  actor: Actor,
  proposalId: string,
): Promise<FramedProposal | null> {
  const draft = await loadDraft(actor, proposalId)
  if (!draft) return null
  const { framework } = draft
  return {
    id: draft.id,
    title: draft.title,
    status: draft.status,
    basis: `${framework.municipality.name}, ${framework.name}`,
    statement: statementOf(framework, draft.amendments),
    errors: 0,
    warnings: 0,
    sections: draft.sections.map(({ id, title }) => ({ id, title })),
    counts: {
      comments: null,
      versions: null,
      indicators: draft.goals.flatMap(({ indicators }) => indicators).length,
      clauses: null,
    },
  }
}
