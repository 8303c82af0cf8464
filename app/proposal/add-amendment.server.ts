import { statementOf } from '~/budget/statement'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { amendmentFault, type AmendmentInput } from './amendment-judgement'
import { insertAmendment } from './amendment-store.server'
import { changeProposal } from './change-store.server'
import type { Draft } from './draft'
import type { SavedAmendment } from './save-amendment.server'
import { loadDraft } from './store.server'
import type { Database } from '~/db.server'

/** Adds an amendment to the proposal. Saved is adopted, until the group leader comes. Numbers are never used again. */
export function addAmendment(
  actor: Actor,
  proposalId: string,
  input: AmendmentInput,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return changeProposal(actor, proposalId, 'amend', async tx => {
    const draft = await loadDraft(actor, proposalId, tx)
    return draft ? insertInto(draft, actor, input, now, tx) : notFound
  })
}

/** The step inside the transaction, for the commands that add. */
export async function insertInto(
  draft: Draft,
  actor: Actor,
  { change, motivation, section }: AmendmentInput,
  now: Date,
  tx: Database,
): Promise<Outcome<SavedAmendment>> {
  const id = newId()
  const fault = amendmentFault(draft, { id, change, motivation, section })
  if (fault) return refused(fault)
  const number = Math.max(0, ...draft.amendments.map(amendment => amendment.number)) + 1
  const added = { id, number, change, motivation, section, baseHash: draft.frameworkHash }
  await insertAmendment(actor, draft.id, added, now, tx)
  const statement = statementOf(draft.framework, [
    ...draft.amendments,
    { ...added, state: 'adopted' },
  ])
  return done({ id, number, statement })
}
