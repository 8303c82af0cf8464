import type * as Y from 'yjs'
import type { Amendment } from '~/budget/amendment'
import type { BoardId } from '~/budget/framework'
import type { Decisions } from '~/budget/rebase'
import { markName } from './mark-name'
import { textFragment } from './section-doc'
import { runsOf, textsIn } from './suggested-text'

/**
 * Where the figures of a board that is gone are found on: where its amendments were moved. A board whose amendments went
 * to several is left out, since nobody has said which of them a sentence means.
 */
export function movedBoards(
  amendments: readonly Amendment[],
  decisions: Decisions,
): Map<BoardId, BoardId> {
  const moved = new Map<BoardId, BoardId | null>()
  for (const { id, change } of amendments) {
    const decision = decisions.get(id)
    if (change.type !== 'frame') continue
    if (decision?.type === 'divide') moved.set(change.board, null)
    if (decision?.type !== 'move') continue
    const known = moved.get(change.board)
    moved.set(change.board, known === undefined || known === decision.board ? decision.board : null)
  }
  return new Map([...moved].flatMap(([from, to]) => (to === null ? [] : [[from, to] as const])))
}

/** Lets each figure of the text that follows a moved board follow the board that it was moved to. */
export function followBoards(doc: Y.Doc, moved: ReadonlyMap<BoardId, BoardId>): void {
  doc.transact(() => {
    for (const text of textsIn(textFragment(doc)))
      for (const { at, length, key, figure } of figuresIn(text)) {
        const ref = followed(figure.ref, moved)
        if (ref !== null) text.format(at, length, { [key]: { ...figure, ref } })
      }
  })
}

function figuresIn(text: Y.XmlText) {
  let at = 0
  return runsOf(text).flatMap(({ insert, attributes = {} }) => {
    const length = typeof insert === 'string' ? insert.length : 1
    const here = Object.entries(attributes).flatMap(([key, figure]) =>
      figure && markName(key) === 'figure' ? [{ at, length, key, figure }] : [],
    )
    at += length
    return here
  })
}

function followed(ref: unknown, moved: ReadonlyMap<BoardId, BoardId>): string | null {
  const [name, board = '', ...rest] = String(ref).split('.')
  const to = name === 'frame' ? moved.get(board) : undefined
  return to === undefined ? null : [name, to, ...rest].join('.')
}
