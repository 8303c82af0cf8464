import type { FrameChange } from '~/budget/amendment'
import { decidedYears, type BoardId, type Framework } from '~/budget/framework'
import { zero, type Tkr } from '~/budget/money'
import type { Actor } from '~/group/policy'
import { notFound, refused, type Outcome } from '~/outcome'
import { insertInto } from './add-amendment.server'
import { changeProposal } from './change-store.server'
import { saveAmendment, staleFault, type SavedAmendment, type Seen } from './save-amendment.server'
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
  if (seen)
    return saveAmendment(
      actor,
      proposalId,
      seen,
      ({ change, motivation, section }) => ({
        change: change.type === 'frame' ? withAmount(change, cell) : change,
        motivation,
        section,
        state: 'adopted',
      }),
      now,
    )
  return changeProposal(actor, proposalId, 'amend', async tx => {
    const draft = await loadDraft(actor, proposalId, tx)
    if (!draft) return notFound
    if (cell.at >= decidedYears(draft.framework).length) return notFound
    const change = withAmount(emptyChange(draft.framework, cell.board), cell)
    for (const saved of draft.amendments) {
      if (saved.state !== 'adopted' || saved.change.type !== 'frame') continue
      if (saved.change.board !== cell.board) continue
      const { motivation, section } = saved
      const ours = {
        change: withAmount(saved.change, cell),
        motivation,
        section,
        state: 'adopted' as const,
      }
      return refused(staleFault(draft, saved, ours))
    }
    return insertInto(draft, actor, { change, motivation: '', section: null }, now, tx)
  })
}

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
