import type { BoardId } from '~/budget/framework'
import { can, type Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { done, forbidden, notFound, refused, type Outcome } from '~/outcome'
import { insertInto } from './add-amendment.server'
import type { AmendmentInput } from './amendment-judgement'
import { ownOnItsLine, saveEdited } from './change-amendment.server'
import { changeProposal } from './change-store.server'
import type { Draft, StoredAmendment } from './draft'
import { rightsOf, stateOnEdit } from './moves'
import { clashesOf, previewOf, type PasteClash, type PastePreview, type Pasted } from './paste'
import { pastePlan, type PasteWrite } from './paste-plan'
import { contentOf, writeOver, type SavedAmendment, type Saving } from './save-amendment.server'
import { ownFrame } from './set-frame-amount.server'
import { loadDraft } from './store.server'
import { shownDraft } from './suggested'

/** Boards that one paste may change: all of them are saved in one transaction. */
const mostBoards = 150

/** What a paste would do. Nothing is stored. */
export async function previewPaste(
  actor: Actor,
  proposalId: string,
  pasted: Omit<Pasted, 'seen'>,
): Promise<Outcome<PastePreview>> {
  const draft = await loadDraft(actor, proposalId)
  if (!draft) return notFound
  if (!can(actor, 'amend', draft.status)) return forbidden
  const rights = rightsOf(actor, draft.led, draft.status)
  return done(previewOf(draft, planOf({ actor, draft, rights }, pasted), rights))
}

/**
 * Saves a paste as it was previewed, all of it or nothing: where somebody has saved one of its figures since, both values
 * go back and nothing is written.
 */
export function pasteFigures(
  actor: Actor,
  proposalId: string,
  pasted: Pasted,
  now: Date,
): Promise<Outcome<{ readonly numbers: readonly number[] }>> {
  return changeProposal(actor, proposalId, 'amend', async (tx, { status }) => {
    const draft = await loadDraft(actor, proposalId, tx)
    if (!draft) return notFound
    const rights = rightsOf(actor, draft.led, status)
    const plan = planOf({ actor, draft, rights }, pasted)
    if (plan.writes.length > mostBoards) return tooMany
    const clashes = clashesOf(draft, plan, pasted.seen)
    if (clashes.length > 0) return stale(clashes)
    // a board that takes no amount any more, as it has got several amendments since the preview
    const written = new Set(plan.writes.map(({ change }) => change.board))
    if (pasted.seen.some(({ board }) => !written.has(board))) return stale([])
    if (plan.writes.length === 0) return nothing
    const saving: Saving = { actor, draft, rights, now, tx, step: newId() }
    return saveAll(saving, plan.writes)
  })
}

function planOf(saving: Pasting, { text, row, at, withSuggested }: Omit<Pasted, 'seen'>) {
  const shown = shownDraft(saving.draft, withSuggested)
  return pastePlan(shown, text, { row, at }, (board, counted) => {
    const change = ownFor(saving, board, counted)?.change
    return change?.type === 'frame' ? change : undefined
  })
}

type Pasting = Pick<Saving, 'actor' | 'draft' | 'rights'>

/** The member's own suggestion that takes what they paste on the board, as it takes what they type there. */
function ownFor(
  saving: Pasting,
  board: BoardId,
  counted: string | null,
): StoredAmendment | undefined {
  if (counted === null) return ownFrame(saving, board)
  const saved = saving.draft.amendments.find(({ id }) => id === counted)
  if (!saved || stateOnEdit(saved.state, saving.rights) !== null) return undefined
  return ownOnItsLine(saving, saved)
}

async function saveAll(saving: Saving, writes: readonly PasteWrite[]) {
  const numbers: number[] = []
  let { draft } = saving
  for (const write of writes) {
    const saved = await saveOne({ ...saving, draft }, write)
    if (!saved.ok) return saved
    numbers.push(saved.value.number)
    // the next new one gets the next number
    if (!draft.amendments.some(({ id }) => id === saved.value.id))
      draft = withAdded(saving, draft, saved.value, write)
  }
  return done({ numbers })
}

function withAdded(
  { actor, now }: Saving,
  draft: Draft,
  { id, number, state }: SavedAmendment,
  { change }: PasteWrite,
): Draft {
  const { frameworkHash: baseHash } = draft
  const author = { updatedAt: now, updatedById: actor.memberId, updatedByName: actor.name }
  const rest = {
    motivation: '',
    section: null,
    baseHash,
    revision: 1,
    place: null,
    withdrawalBy: null,
    ...author,
  }
  return { ...draft, amendments: [...draft.amendments, { id, number, state, change, ...rest }] }
}

async function saveOne(
  saving: Saving,
  { id, change }: PasteWrite,
): Promise<Outcome<SavedAmendment>> {
  const pasted = (saved: AmendmentInput) => ({ ...contentOf(saved), change })
  if (id === null) {
    const own = ownFrame(saving, change.board)
    return own
      ? writeOver(saving, own, { ...pasted(own), state: 'suggested' })
      : insertInto(saving, { change, motivation: '', section: null })
  }
  const saved = saving.draft.amendments.find(amendment => amendment.id === id)
  return saved ? saveEdited(saving, saved, pasted, ownOnItsLine) : notFound
}

const stale = (clashes: readonly PasteClash[]) =>
  refused({
    kind: 'stale',
    message: 'Någon annan har sparat här sedan du klistrade in. Inget är ändrat.',
    current: clashes,
  })

const tooMany = refused({
  kind: 'invalid',
  message: `Klistra in högst ${mostBoards} nämnder åt gången. Inget är ändrat.`,
})

const nothing = refused({ kind: 'invalid', message: 'Det som klistrades in ändrar inget.' })
