import type { Amendment } from '~/budget/amendment'
import { statementOf, type Statement } from '~/budget/statement'
import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, notFound, refused, type Fault, type Outcome } from '~/outcome'
import {
  amendmentFault,
  clashOf,
  withContent,
  type AmendmentInput,
  type Clash,
} from './amendment-judgement'
import { updateAmendment } from './amendment-store.server'
import { changeProposal } from './change-store.server'
import type { FigureChange, FigureState } from './figure-step'
import { logFigures } from './figure-step-store.server'
import type { Draft, StoredAmendment } from './draft'
import { rightsOf, type Rights } from './moves'
import { loadDraft } from './store.server'

/** Which amendment, and which of its saves the member has seen. */
export type Seen = { readonly id: string; readonly revision: number }

/** What a command answers with: the amendment and the server's own figures after it. */
export type SavedAmendment = {
  readonly id: string
  readonly number: number
  /** The save's own number: what stands there later has a higher one. */
  readonly revision: number
  readonly state: Amendment['state']
  readonly statement: Statement
}

/** What is saved, as it stands inside the change, and what the member may do. */
export type Saving = {
  readonly actor: Actor
  readonly draft: Draft
  readonly rights: Rights
  readonly now: Date
  readonly tx: Database
  /** What is saved in one go has one step, and is undone by it; null for undo itself. Default: a step of its own. */
  readonly step?: string | null
}

/**
 * The one way to save an amendment again. Where the member has not seen the last save, both values go back as a stale
 * fault and nothing is written; `wanted` is what the member would have put there.
 */
export function saveAmendment(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  wanted: (saved: StoredAmendment, rights: Rights) => Clash['ours'],
  save: (saving: Saving, saved: StoredAmendment) => Promise<Outcome<SavedAmendment>>,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return changeProposal(actor, proposalId, 'amend', async (tx, { status }) => {
    const draft = await loadDraft(actor, proposalId, tx)
    const saved = draft?.amendments.find(({ id }) => id === seen.id)
    if (!draft || !saved) return notFound
    const rights = rightsOf(actor, draft.led, status)
    if (saved.revision !== seen.revision)
      return refused(staleFault(draft, saved, wanted(saved, rights)))
    return save({ actor, draft, rights, now, tx }, saved)
  })
}

/** What is written over an amendment; what it replaces stays where that is left out, and null replaces nothing. */
type Written = Clash['ours'] & { readonly replaces?: string | null }

/** Writes the amendment's new state over the saved one, where it can stand beside the others. */
export async function writeOver(
  saving: Saving,
  saved: StoredAmendment,
  ours: Written,
): Promise<Outcome<SavedAmendment>> {
  const { actor, draft, now, tx } = saving
  const next = written(saved, ours)
  const counts = ours.state === 'adopted' || ours.state === 'suggested'
  const fault = counts && amendmentFault(draft, next)
  if (fault) return refused(fault)
  if (!(await updateAmendment(actor, draft.id, saved, ours, now, tx)))
    return refused(staleFault(draft, saved, ours))
  await logStep(saving, saved.id, {
    before: touched(saved, ours.replaces === undefined ? undefined : (saved.replaces ?? null)),
    after: touched(ours, ours.replaces),
  })
  const others = draft.amendments.filter(({ id }) => id !== saved.id)
  const statement = statementOf(draft.framework, [...others, next])
  return done({
    id: saved.id,
    number: saved.number,
    revision: saved.revision + 1,
    state: ours.state,
    statement,
  })
}

function written(saved: StoredAmendment, ours: Written): StoredAmendment {
  const next = withContent(saved, ours)
  if (ours.replaces === undefined) return next
  const { replaces: _before, ...rest } = next
  return ours.replaces === null ? rest : { ...rest, replaces: ours.replaces }
}

const touched = (
  { change, state }: Pick<Amendment, 'change' | 'state'>,
  replaces: string | null | undefined,
): FigureState => ({ change, state, ...(replaces !== undefined && { replaces }) })

/** Writes a save down for undo, in the transaction that makes it. */
export async function logStep(
  { actor, draft, now, tx, step = newId() }: Saving,
  amendmentId: string,
  change: FigureChange,
): Promise<void> {
  if (step !== null) await logFigures(actor, draft.id, { ...change, amendmentId, step }, now, tx)
}

/** Somebody else saved in between: the member chooses. */
export const staleFault = (draft: Draft, saved: StoredAmendment, ours: Clash['ours']): Fault => ({
  kind: 'stale',
  message: `Ä${saved.number} sparades av ${saved.updatedByName} medan du skrev. Inget är överskrivet.`,
  current: clashOf(draft, saved, ours),
})

/** The part of an amendment that a member writes. */
export const contentOf = ({
  change,
  motivation,
  section,
  sourceId,
  question,
}: AmendmentInput): AmendmentInput => ({
  change,
  motivation,
  section,
  ...(sourceId !== undefined && { sourceId }),
  ...(question !== undefined && { question }),
})

/** For what changes nothing that is written in an amendment: only what counts, or what it replaces. */
export const unchanged = (saved: StoredAmendment) => ({ ...contentOf(saved), state: saved.state })

export const leadersOnly = refused({
  kind: 'forbidden',
  message: 'Gruppledaren avgör vilka ändringar som gäller.',
})
