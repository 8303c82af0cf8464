import type { Framework } from '~/budget/framework'
import { can, type Actor } from '~/group/policy'
import type { StoredAmendment } from './draft'
import { listRivals, type StoredRival } from './rival-store.server'
import { loadDraft } from './store.server'
import { shownDraft } from './suggested'

export type RivalsPage = {
  readonly framework: Framework
  readonly amendments: readonly StoredAmendment[]
  readonly rivals: readonly StoredRival[]
  readonly editable: boolean
}

/** The other proposals and what they are compared with; null where the group has no such proposal. */
export async function loadRivalsPage(
  actor: Actor,
  proposalId: string,
  withSuggested: boolean,
): Promise<RivalsPage | null> {
  const [draft, rivals] = await Promise.all([
    loadDraft(actor, proposalId),
    listRivals(actor, proposalId),
  ])
  if (!draft) return null
  const { framework, amendments, status } = shownDraft(draft, withSuggested)
  return {
    framework,
    amendments,
    rivals,
    editable: can(actor, 'keep-rivals', status),
  }
}
