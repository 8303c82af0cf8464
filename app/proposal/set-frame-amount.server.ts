import type { FrameChange } from '~/budget/amendment'
import type { BoardId, Framework } from '~/budget/framework'
import { decidedYears } from '~/budget/decided-years'
import { inForce } from '~/budget/in-force'
import { zero, type Tkr } from '~/budget/money'
import type { Actor } from '~/group/policy'
import { notFound, refused, type Outcome } from '~/outcome'
import { insertInto } from './add-amendment.server'
import type { AmendmentInput } from './amendment-judgement'
import { editAmendment, ownOnItsLine, ownSuggestion } from './change-amendment.server'
import { changeProposal } from './change-store.server'
import type { StoredAmendment } from './draft'
import { rightsOf } from './moves'
import {
  contentOf,
  staleFault,
  writeOver,
  type SavedAmendment,
  type Saving,
  type Seen,
} from './save-amendment.server'
import { loadDraft } from './store.server'

/** One cell of the board table: the new money of one year, `at` counted from the budget year. */
export type FrameAmount = { readonly board: BoardId; readonly at: number; readonly amount: Tkr }

/**
 * Saves one amount of the board's only frame amendment; where it has none (`seen` is null), makes one that stays and is
 * indexed, without a reason yet. All else of the amendment stays as it was saved.
 */
export function setFrameAmount(
  actor: Actor,
  proposalId: string,
  seen: Seen | null,
  cell: FrameAmount,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  if (seen) return editAmendment(actor, proposalId, seen, withCell(cell), now, ownOnItsLine)
  return changeProposal(actor, proposalId, 'amend', async (tx, { status }) => {
    const draft = await loadDraft(actor, proposalId, tx)
    if (!draft) return notFound
    if (cell.at >= decidedYears(draft.framework).length) return notFound
    const ofBoard = isFrameOf(cell.board)
    const rights = rightsOf(actor, draft.led, status)
    const saving = { actor, draft, rights, now, tx }
    const saved = inForce(draft.amendments).find(ofBoard)
    if (saved)
      return refused(staleFault(draft, saved, { ...withCell(cell)(saved), state: 'adopted' }))
    const own = ownFrame(saving, cell.board)
    if (own) return writeOver(saving, own, { ...withCell(cell)(own), state: 'suggested' })
    const change = withAmount(emptyChange(draft.framework, cell.board), cell)
    return insertInto(saving, { change, motivation: '', section: null })
  })
}

/** What the member has suggested already for a board on which nothing counts; one who decides does not go on with it. */
export const ownFrame = (
  saving: Pick<Saving, 'draft' | 'actor' | 'rights'>,
  board: BoardId,
): StoredAmendment | undefined =>
  saving.rights.decide ? undefined : ownSuggestion(saving, isFrameOf(board))

const isFrameOf =
  (board: BoardId) =>
  ({ change }: AmendmentInput): boolean =>
    change.type === 'frame' && change.board === board

const withCell =
  (cell: FrameAmount) =>
  (saved: AmendmentInput): AmendmentInput => ({
    ...contentOf(saved),
    change: saved.change.type === 'frame' ? withAmount(saved.change, cell) : saved.change,
  })

const emptyChange = (framework: Framework, board: BoardId): FrameChange => ({
  type: 'frame',
  board,
  recurrence: 'indexed',
  amounts: decidedYears(framework).map(() => zero),
})

const withAmount = (change: FrameChange, { at, amount }: FrameAmount): FrameChange => ({
  ...change,
  amounts: change.amounts.map((before, i) => (i === at ? amount : before)),
})
