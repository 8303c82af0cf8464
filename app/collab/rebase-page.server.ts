import { can, type Actor } from '~/group/policy'
import { loadNextEdition } from '~/proposal/edition-store.server'
import { rebasePage, type RebasePage } from '~/proposal/rebase-page'
import { loadDraft } from '~/proposal/store.server'

/** What the page of a new edition needs; `page` is null until one is read in. Null where there is no such proposal. */
export async function loadRebasePage(
  actor: Actor,
  proposalId: string,
): Promise<{ base: string; page: RebasePage | null; editable: boolean } | null> {
  const [draft, next] = await Promise.all([
    loadDraft(actor, proposalId),
    loadNextEdition(actor, proposalId),
  ])
  if (!draft) return null
  return {
    base: draft.framework.name,
    page: next && rebasePage(draft, next),
    editable: can(actor, 'rebase', draft.status),
  }
}
