import type { Framework } from '~/budget/framework'
import { can, type Actor } from '~/group/policy'
import { listAlternatives, type StoredAlternative } from './alternative-store.server'
import type { StoredAmendment } from './draft'
import { loadDraft } from './store.server'

export type AlternativesPage = {
  readonly proposalId: string
  readonly title: string
  readonly framework: Framework
  readonly amendments: readonly StoredAmendment[]
  readonly alternatives: readonly StoredAlternative[]
  readonly withSuggested: boolean
  readonly editable: boolean
}

/** The alternatives and what they are computed from; null where the group has no such proposal. */
export async function loadAlternativesPage(
  actor: Actor,
  proposalId: string,
  withSuggested: boolean,
): Promise<AlternativesPage | null> {
  const [loaded, alternatives] = await Promise.all([
    loadDraft(actor, proposalId),
    listAlternatives(actor, proposalId),
  ])
  if (!loaded) return null
  const { id, title, framework, amendments, status } = loaded
  const editable = can(actor, 'keep-alternatives', status)
  return { proposalId: id, title, framework, amendments, alternatives, withSuggested, editable }
}
