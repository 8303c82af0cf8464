import type { Amendment, ReallocationChange } from './amendment'
import { indexationPoints } from './effect'
import { movedMoney, proposedFrames, type NewMoney } from './frame-chain'
import type { BoardId, Framework } from './framework'
import { decidedYears } from './decided-years'
import { lineOf, type Line } from './line'
import { add, subtract, zero, type Tkr } from './money'
import { milliPercent, type MilliPercent } from './rate'

export type BoardLine = Line & { readonly id: BoardId; readonly name: string }

/** The boards' frames, base to proposal, by the frame changes, indexation and reallocations in force (F10). */
export function frameLines(framework: Framework, counted: readonly Amendment[]): BoardLine[] {
  const decided = decidedYears(framework)
  const pkv = decided.map(year => framework.indexation.pkv[year.at])
  const { money, points, moved } = sorted(framework, counted)
  return framework.boards.map(({ id, name, frames }) => {
    const base = decided.map(year => frames[year.at] ?? zero)
    const chain = proposedFrames(base, pkv, money.get(id) ?? none, pointsOf(points, id))
    const arrived = moved.get(id)
    const proposed = arrived ? chain.map((amount, i) => add(amount, arrived[i] ?? zero)) : chain
    return { id, name, ...lineOf(base, proposed) }
  })
}

const none: readonly NewMoney[] = []

type Points = { readonly all: MilliPercent[]; readonly byBoard: Map<BoardId, MilliPercent[]> }

/** The changes by the board that they are on; what is on no board of the framework counts nowhere (C14). */
function sorted(framework: Framework, counted: readonly Amendment[]) {
  const money = new Map<BoardId, NewMoney[]>()
  const points: Points = { all: [], byBoard: new Map() }
  const pairs = new Map<string, ReallocationChange[]>()
  for (const { change } of counted) {
    if (change.type === 'frame') push(money, change.board, change)
    else if (change.type === 'reallocation') push(pairs, `${change.from} ${change.to}`, change)
    else if (change.type === 'indexation') {
      const ours = indexationPoints(change)
      if (change.boards.length === 0) addTo(points.all, ours)
      for (const board of new Set(change.boards)) {
        const list = points.byBoard.get(board) ?? []
        points.byBoard.set(board, addTo(list, ours))
      }
    }
  }
  return { money, points, moved: moves(framework, pairs) }
}

/** What each board has got by reallocation. Both boards must be the framework's: money never comes from nowhere. */
function moves(framework: Framework, pairs: ReadonlyMap<string, ReallocationChange[]>) {
  const moved = new Map<BoardId, Tkr[]>()
  if (pairs.size === 0) return moved
  const known = new Set(framework.boards.map(({ id }) => id))
  const pkv = decidedYears(framework).map(year => framework.indexation.pkv[year.at])
  for (const [{ from, to }, changes] of byPair(pairs)) {
    if (from === to || !known.has(from) || !known.has(to)) continue
    const amounts = movedMoney(pkv, changes)
    const [given = [], got = []] = [moved.get(from), moved.get(to)]
    moved.set(
      from,
      amounts.map((amount, i) => subtract(given[i] ?? zero, amount)),
    )
    moved.set(
      to,
      amounts.map((amount, i) => add(got[i] ?? zero, amount)),
    )
  }
  return moved
}

function* byPair(pairs: ReadonlyMap<string, ReallocationChange[]>) {
  for (const changes of pairs.values()) {
    const [first] = changes
    if (first) yield [first, changes] as const
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function addTo(list: MilliPercent[], more: readonly MilliPercent[]): MilliPercent[] {
  more.forEach((percent, i) => {
    list[i] = milliPercent((list[i] ?? 0) + percent)
  })
  return list
}

function pointsOf({ all, byBoard }: Points, board: BoardId): readonly MilliPercent[] {
  const own = byBoard.get(board)
  if (!own) return all
  return addTo([...all], own)
}
