import type { Amendment } from '~/budget/amendment'
import { inForce } from '~/budget/in-force'
import { statementOf } from '~/budget/statement'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Outcome } from '~/outcome'
import { amendmentFault, type AmendmentInput } from './amendment-judgement'
import { insertAmendment } from './amendment-store.server'
import { changeProposal } from './change-store.server'
import type { Draft } from './draft'
import { rightsOf, stateOfNew } from './moves'
import { logStep, type SavedAmendment, type Saving } from './save-amendment.server'
import { loadDraft } from './store.server'

/** A new amendment; `asSuggestion` leaves it to be decided on, also where its author decides. */
export type NewAmendment = AmendmentInput & {
  readonly replaces?: string
  readonly asSuggestion?: boolean
}

/**
 * Adds an amendment to the proposal: adopted where its author decides, else suggested. Numbers are never used again.
 */
export function addAmendment(
  actor: Actor,
  proposalId: string,
  input: NewAmendment,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return changeProposal(actor, proposalId, 'amend', async (tx, { status }) => {
    const draft = await loadDraft(actor, proposalId, tx)
    if (!draft) return notFound
    const rights = rightsOf(actor, draft.led, status)
    return insertInto({ actor, draft, rights, now, tx }, input)
  })
}

/** The step inside the transaction, for the commands that add. */
export async function insertInto(
  saving: Saving,
  { replaces, asSuggestion = false, ...input }: NewAmendment,
): Promise<Outcome<SavedAmendment>> {
  const { actor, draft, rights, now, tx } = saving
  const { change } = input
  const id = newId()
  const state = asSuggestion ? 'suggested' : stateOfNew(rights)
  const instead = replaces ?? (state === 'suggested' ? onlyOne(draft, change.type) : undefined)
  const written = {
    id,
    change,
    motivation: input.motivation,
    section: input.section,
    state,
    ...(input.sourceId && { sourceId: input.sourceId }),
    ...(input.question && { question: input.question }),
    ...(instead !== undefined && { replaces: instead }),
  }
  const fault = amendmentFault(draft, written)
  if (fault) return refused(fault)
  const number = Math.max(0, ...draft.amendments.map(amendment => amendment.number)) + 1
  const added = { ...written, number, baseHash: draft.frameworkHash }
  await insertAmendment(actor, draft.id, added, now, tx)
  await logStep(saving, id, { before: null, after: { change, state } })
  const statement = statementOf(draft.framework, [...draft.amendments, added])
  return done({ id, number, revision: 1, state, statement })
}

/** Of tax rate and target one amendment is in force at most: a suggested one is to replace it. */
function onlyOne(
  { amendments }: Draft,
  type: Amendment['change']['type'],
): Amendment['id'] | undefined {
  if (type !== 'tax-rate' && type !== 'result-target') return undefined
  return inForce(amendments).find(({ change }) => change.type === type)?.id
}
