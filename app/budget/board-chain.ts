import type { Amendment } from './amendment'
import type { NewMoney } from './frame-chain'
import type { Board, BoardId, Framework } from './framework'
import { decidedYears } from './decided-years'
import type { Line } from './line'
import { subtract, sum, sumOf, tkr, zero, type Tkr } from './money'
import { milliPercent, percentOf } from './rate'

/** One year of a board's frame: previous + indexation + volume + adjustment + our priority = the frame (F10). */
export type ChainStep = {
  readonly previous: Tkr
  readonly indexation: Tkr
  readonly volume: Tkr
  readonly adjustment: Tkr
  /** New money of ours in the year, less what was ours for one year only; in the base always zero. */
  readonly priority: Tkr
  readonly frame: Tkr
}

export type BoardChain = {
  readonly base: ChainStep[]
  readonly proposed: ChainStep[]
  /** False where the framework prints no steps: volume is then what the base adds besides indexation. */
  readonly printed: boolean
}

/**
 * The chain of one board, from the frame of the year before the first. Null where there is no such frame. Volume and
 * adjustment are the base's; our priority is the new money of the amendments in force; indexation is what the whole
 * proposed frame is raised by beside them, with the points and requirements that we set.
 */
function chainOf(
  framework: Framework,
  board: Board,
  line: Line,
  priority: readonly Tkr[],
): BoardChain | null {
  const decided = decidedYears(framework)
  const [first] = decided
  if (!first) return null
  const before = first.at === 0 ? board.previousFrame : board.frames[first.at - 1]
  if (before === undefined) return null

  const base = decided.map(({ at }, i): ChainStep => {
    const previous = line.base[i - 1] ?? before
    const frame = line.base[i] ?? zero
    const indexation = board.indexation?.[at] ?? indexed(framework, at, previous)
    const rest = subtract(subtract(frame, previous), indexation)
    const adjustment = board.adjustment?.[at] ?? zero
    const volume = board.volume?.[at] ?? subtract(rest, adjustment)
    return { previous, indexation, volume, adjustment, priority: zero, frame }
  })
  const proposed = decided.map((_, i): ChainStep => {
    const previous = line.proposed[i - 1] ?? before
    const frame = line.proposed[i] ?? zero
    const { volume = zero, adjustment = zero } = base[i] ?? {}
    const ours = priority[i] ?? zero
    const indexation = subtract(frame, sum([previous, volume, adjustment, ours]))
    return { previous, indexation, volume, adjustment, priority: ours, frame }
  })
  return { base, proposed, printed: board.indexation !== undefined }
}

const indexed = ({ indexation }: Framework, at: number, previous: Tkr): Tkr =>
  percentOf(previous, indexation.pkv[at] ?? milliPercent(0))

/** New money to each board in each year, less what the year before had for that year only. */
function priorities(framework: Framework, counted: readonly Amendment[]): Map<BoardId, Tkr[]> {
  const years = decidedYears(framework)
  const known = new Set<BoardId>(framework.boards.map(({ id }) => id))
  const byBoard = new Map<BoardId, Tkr[]>()
  const give = (board: BoardId, money: NewMoney, sign: 1 | -1) => {
    const before = byBoard.get(board) ?? []
    byBoard.set(
      board,
      years.map((_, i) => tkr((before[i] ?? 0) + sign * newMoney(money, i))),
    )
  }
  for (const { change } of counted) {
    if (change.type === 'frame') give(change.board, change, 1)
    if (change.type !== 'reallocation') continue
    if (!known.has(change.from) || !known.has(change.to)) continue
    give(change.to, change, 1)
    give(change.from, change, -1)
  }
  return byBoard
}

const newMoney = ({ recurrence, amounts }: NewMoney, i: number): Tkr => {
  const ended = recurrence === 'one-off' ? (amounts[i - 1] ?? zero) : zero
  return subtract(amounts[i] ?? zero, ended)
}

/** The chain of each board, in the order of the statement's. */
export function boardChains(
  framework: Framework,
  lines: readonly (Line & { readonly id: BoardId })[],
  counted: readonly Amendment[],
): (BoardChain | null)[] {
  const ours = priorities(framework, counted)
  return framework.boards.map((board, i) => {
    const line = lines[i]
    return line ? chainOf(framework, board, line, ours.get(board.id) ?? []) : null
  })
}

/** The chains of all boards added, step by step; null where a board has none. */
export function sumOfChains(chains: readonly (BoardChain | null)[]): BoardChain | null {
  const known = chains.filter(chain => chain !== null)
  const [first] = known
  if (!first || known.length < chains.length) return null
  const total = (side: 'base' | 'proposed') =>
    first[side].map((_, i) => {
      const part = (name: keyof ChainStep): Tkr =>
        sumOf(known, chain => chain[side][i]?.[name] ?? zero)
      return {
        previous: part('previous'),
        indexation: part('indexation'),
        volume: part('volume'),
        adjustment: part('adjustment'),
        priority: part('priority'),
        frame: part('frame'),
      }
    })
  return {
    base: total('base'),
    proposed: total('proposed'),
    printed: known.every(({ printed }) => printed),
  }
}
