import { readForm } from '~/form.server'
import type { Actor } from '~/group/policy'
import { done, type Outcome } from '~/outcome'
import { RestoreForm } from '~/proposal/restore-form'
import type { RestoredPart } from '~/proposal/restored'
import { restoreAll, restoreAmendment, restoreSection } from './restore-version.server'

/** What the address asks to take back; without a word of it, all. */
export function restoredPartOf(search: URLSearchParams): RestoredPart {
  const kind = search.get('part')
  return kind === 'section' || kind === 'amendment'
    ? { kind, id: search.get('id') ?? '' }
    : { kind: 'all' }
}

/** One press of the button; answers with where in the proposal to go on. */
export async function answerRestore(
  actor: Actor,
  from: { readonly proposalId: string; readonly versionId: string },
  request: Request,
): Promise<Outcome<string>> {
  const form = await readForm(request, RestoreForm)
  if (!form.ok) return form
  const restore = { ...from, now: new Date() }
  switch (form.value.intent) {
    case 'section': {
      const sectionId = form.value.id
      const outcome = await restoreSection(actor, { ...restore, sectionId })
      return outcome.ok ? done(`sections/${sectionId}`) : outcome
    }
    case 'amendment': {
      const { id: amendmentId, revision } = form.value
      const outcome = await restoreAmendment(actor, { ...restore, amendmentId, revision })
      return outcome.ok ? done('budget') : outcome
    }
    case 'all': {
      const outcome = await restoreAll(actor, restore)
      return outcome.ok ? done('sections') : outcome
    }
  }
}
