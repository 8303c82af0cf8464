import { zero, type Tkr } from '~/budget/money'
import { statementOf } from '~/budget/statement'
import type { Draft } from './draft'
import { stateOnEdit, stateOfNew, type Rights } from './moves'
import type { Refused } from './paste-block'
import type { PasteChange, PastePlan, PasteWrite } from './paste-plan'

/** Which save of the board's amendment the member has seen; `id` is empty where there was none. */
export type SeenBoard = {
  readonly board: string
  readonly id: string
  readonly revision: number
}

/** What was pasted, on which cell, and what stood there when it was previewed. */
export type Pasted = {
  readonly text: string
  readonly row: number
  readonly at: number
  readonly withSuggested: boolean
  readonly seen: readonly SeenBoard[]
}

export type PastePreview = {
  readonly changes: readonly PasteChange[]
  readonly refused: readonly Refused[]
  readonly seen: readonly SeenBoard[]
  /** Whether all or some of it becomes a suggestion. */
  readonly suggests: boolean
}

/** A figure that somebody saved between preview and paste: what stands there, and what was pasted. */
export type PasteClash = {
  readonly name: string
  readonly year: number
  readonly saved: Tkr
  readonly ours: Tkr
  readonly by: string | null
}

export function previewOf(
  { amendments }: Draft,
  { changes, refused, writes }: PastePlan,
  rights: Rights,
): PastePreview {
  const states = new Map(amendments.map(({ id, state }) => [id, state]))
  const stateAfter = ({ id }: PasteWrite) => {
    const state = id === null ? undefined : states.get(id)
    return state ? (stateOnEdit(state, rights) ?? 'suggested') : stateOfNew(rights)
  }
  return {
    changes,
    refused,
    seen: writes.map(write => seenOf(amendments, write)),
    suggests: writes.some(write => stateAfter(write) === 'suggested'),
  }
}

function seenOf(amendments: Draft['amendments'], { id, change: { board } }: PasteWrite): SeenBoard {
  const saved = amendments.find(amendment => amendment.id === id)
  return { board, id: saved?.id ?? '', revision: saved?.revision ?? 0 }
}

/** The cells of boards that are not as they were seen. A board that the preview did not name was not touched by it. */
export function clashesOf(
  draft: Draft,
  { writes }: PastePlan,
  seen: readonly SeenBoard[],
): PasteClash[] {
  const { boards, years } = statementOf(draft.framework, draft.amendments)
  const known = new Map(seen.map(entry => [entry.board, entry]))
  return writes.flatMap(write => {
    const now = seenOf(draft.amendments, write)
    const then = known.get(now.board)
    if (then && then.id === now.id && then.revision === now.revision) return []
    const line = boards.find(({ id }) => id === now.board)
    const by = draft.amendments.find(({ id }) => id === now.id)?.updatedByName ?? null
    return [...write.wanted].map(([at, ours]) => ({
      name: line?.name ?? now.board,
      year: years[at] ?? 0,
      saved: line?.change[at] ?? zero,
      ours,
      by,
    }))
  })
}
