import type { Present } from './live-message'

/** Who else stands on which cell of the board table: board id -> name and year, counted from the budget year. */
export function standingByBoard(
  members: readonly Present[],
  memberId: string,
): ReadonlyMap<string, readonly { name: string; at: number }[]> {
  const byBoard = new Map<string, { name: string; at: number }[]>()
  for (const { memberId: other, name, place } of members) {
    const [, board, at] = /^budget#(.+)\.(\d+)$/.exec(place) ?? []
    if (other === memberId || board === undefined || at === undefined) continue
    byBoard.set(board, [...(byBoard.get(board) ?? []), { name, at: Number(at) }])
  }
  return byBoard
}
