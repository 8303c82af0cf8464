import type { BoardId, Framework } from './framework'

type Boards = Framework['boards']

const known = new WeakMap<Boards, ReadonlyMap<BoardId, Boards[number]>>()

/** The framework's board with the id, the first where it holds one twice (C14 says so). Frameworks are never written over. */
export function boardOf({ boards }: Framework, id: BoardId): Boards[number] | undefined {
  const found = known.get(boards) ?? new Map(boards.toReversed().map(board => [board.id, board]))
  known.set(boards, found)
  return found.get(id)
}
