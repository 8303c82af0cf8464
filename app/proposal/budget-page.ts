import type { AmendmentState, Change, ChangeType } from '~/budget/amendment'
import type { BoardId, Framework } from '~/budget/framework'
import { inForce } from '~/budget/in-force'
import type { Tkr } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import type { Clash } from './amendment-judgement'
import type { FieldFaults, Typed } from './typed'
import type { DraftSection, StoredAmendment } from './draft'
import type { Author } from './figure-author'
import type { FigureHistory } from './figure-step'
import type { Rights } from './moves'

/** An amendment with what it does by itself, one amount a year; null where it moves no money. */
export type ShownAmendment = StoredAmendment & {
  readonly effect: readonly Tkr[] | null
  readonly runningCost: RunningCost | null
  /** Whose each year's figure is; null for what is no frame amendment, and is of who saved it last. */
  readonly authors: readonly Author[] | null
}

/** An investment's depreciation and interest in each year, and whether a frame amendment pays for them. */
export type RunningCost = {
  readonly costs: readonly Tkr[]
  /** The number of the amendment that was made to pay, if it still stands. */
  readonly paidBy: number | null
  /** Whether that one has the project's present figures. */
  readonly upToDate: boolean
  readonly withoutInterest: boolean
}

/** What the budget page is drawn from: the statement, and of the framework only what the statement does not say. */
export type BudgetPage = {
  readonly memberId: string
  readonly now: Date
  readonly base: Pick<Framework, 'name' | 'edition' | 'constructed'>
  readonly years: readonly Framework['years'][number][]
  readonly statement: Statement
  readonly amendments: readonly ShownAmendment[]
  readonly sections: readonly DraftSection[]
  readonly editable: boolean
  /** What the member can undo and make again; null where they may not write. */
  readonly history: FigureHistory | null
  readonly rights: Rights
  /** Whether the statement counts the suggested amendments too. */
  readonly withSuggested: boolean
}

/** What a write on the budget page answers: saved, or why not and where. */
export type BudgetAnswer =
  | {
      readonly ok: true
      readonly id: string
      readonly number: number
      readonly revision: number
      readonly state: AmendmentState
    }
  | {
      readonly ok: false
      readonly message: string
      readonly faults: FieldFaults
      readonly clash: Clash | null
      /** What was typed, for a page without script to show again. */
      readonly typed?: Typed
    }

/** How the board table's cell of one board and year is written. */
export type CellUse =
  | { readonly type: 'direct'; readonly amendment: ShownAmendment | null }
  | { readonly type: 'form'; readonly amendment: ShownAmendment | null }
  | { readonly type: 'list'; readonly first: ShownAmendment }

/**
 * A cell takes an amount directly where what one types is what will stand there: the budget year, and any year of a
 * one-off. In a plan year the new money comes on top of what stays from before, so the whole form opens. A board with
 * several amendments, or with money moved to or from it, has no amount of its own.
 */
export function cellUse(ofBoard: readonly ShownAmendment[], at: number): CellUse {
  const frames = ofBoard.filter(({ change }) => change.type === 'frame')
  const [first] = ofBoard
  if (first && (frames.length > 1 || ofBoard.some(({ change }) => change.type === 'reallocation')))
    return { type: 'list', first }
  const amendment = frames[0] ?? null
  const direct =
    at === 0 || (amendment?.change.type === 'frame' && amendment.change.recurrence === 'one-off')
  return { type: direct ? 'direct' : 'form', amendment }
}

/** The amendments in force on each board's frame: its own, those that move money, and indexation of chosen boards. */
export function amendmentsByBoard(
  amendments: readonly ShownAmendment[],
): ReadonlyMap<string, readonly ShownAmendment[]> {
  const byBoard = new Map<string, ShownAmendment[]>()
  for (const amendment of inForce(amendments))
    for (const board of boardsOf(amendment.change)) {
      const list = byBoard.get(board)
      if (list) list.push(amendment)
      else byBoard.set(board, [amendment])
    }
  return byBoard
}

function boardsOf(change: Change): readonly BoardId[] {
  if (change.type === 'frame') return [change.board]
  if (change.type === 'reallocation') return [change.from, change.to]
  return change.type === 'indexation' ? change.boards : []
}

/** The amendments in force of a kind; `line` chooses among lines of income. */
export const amendmentsOn = (
  amendments: readonly ShownAmendment[],
  type: ChangeType,
  line?: string,
): ShownAmendment[] =>
  inForce(amendments).filter(
    ({ change }) => change.type === type && (change.type !== 'revenue' || change.line === line),
  )
