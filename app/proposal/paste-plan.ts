import type { Amendment, FrameChange } from '~/budget/amendment'
import type { BoardId, Framework } from '~/budget/framework'
import { decidedYears } from '~/budget/decided-years'
import { inForce, isOf, type OfType } from '~/budget/in-force'
import { isTkr, zero, type Tkr } from '~/budget/money'
import { statementOf, type Statement } from '~/budget/statement'
import { readBlock, type PastedCell, type Refused } from './paste-block'

/** The only frame amendment of a board, as it or what is suggested instead will stand; `id` is null where there is none yet. */
export type PasteWrite = {
  readonly id: string | null
  readonly change: FrameChange
  /** The years that were pasted, with what their cells will show. */
  readonly wanted: ReadonlyMap<number, Tkr>
}

/** A cell of the column Ändring that the paste changes; `follows` is a later year that changes with an earlier one. */
export type PasteChange = {
  readonly board: BoardId
  readonly name: string
  readonly year: number
  readonly before: Tkr
  readonly after: Tkr
  readonly follows: boolean
}

export type PastePlan = {
  readonly writes: readonly PasteWrite[]
  readonly changes: readonly PasteChange[]
  readonly refused: readonly Refused[]
}

type Base = { readonly framework: Framework; readonly amendments: readonly Amendment[] }

/** What the member has suggested already for the board, instead of the amendment that counts (null: where none does). */
type Suggested = (board: BoardId, counted: string | null) => FrameChange | undefined

/**
 * What a pasted block does: each cell of the column Ändring gets to show what was pasted on it. In a plan year the
 * amendment's own amount is what is missing to that, as what stays from before counts too. Empty cells stay, those of
 * what the member has `suggested` too.
 */
export function pastePlan(
  base: Base,
  text: string,
  corner: { row: number; at: number },
  suggested: Suggested = () => undefined,
): PastePlan {
  const before = statementOf(base.framework, base.amendments)
  const { cells, refused } = readBlock(text, corner, before)
  const found = writesOf(base, before, cells, suggested)
  const solved = solve(base, found.writes)
  const after = statementOf(base.framework, withWrites(base, solved))
  const fits = solved.filter(write => shows(after, write))
  const odd = cells.filter(({ board }) =>
    solved.some(write => write.change.board === board && !fits.includes(write)),
  )
  const last = odd.length === 0 ? after : statementOf(base.framework, withWrites(base, fits))
  const changes = changesOf(before, last, fits)
  const touched = fits.filter(({ change: { board } }) =>
    changes.some(change => change.board === board),
  )
  return {
    writes: touched,
    changes,
    refused: [...refused, ...found.refused, ...odd.map(cell => refuse(cell, tooOdd))],
  }
}

const tooOdd = 'Beloppet går inte att nå med nämndens ändring. Skriv det i ändringens formulär.'
const several =
  'Nämnden har flera ändringar eller en omfördelning. Skriv i var och en av dem för sig.'

const refuse = ({ place, text }: PastedCell, reason: string): Refused => ({ place, text, reason })

/** The amendments that the cells go into. A board with several has no amount of its own. */
function writesOf(
  { framework, amendments }: Base,
  before: Statement,
  cells: readonly PastedCell[],
  suggested: Suggested,
) {
  const counted = inForce(amendments)
  const writes: PasteWrite[] = []
  const refused: Refused[] = []
  for (const board of new Set(cells.map(cell => cell.board))) {
    const ofBoard = cells.filter(cell => cell.board === board)
    const frames = counted.filter(
      (amendment): amendment is OfType<Amendment, 'frame'> =>
        isOf(amendment, 'frame') && amendment.change.board === board,
    )
    const moves = counted.some(
      ({ change }) =>
        change.type === 'reallocation' && (change.from === board || change.to === board),
    )
    const doubled = before.boards.filter(({ id }) => id === board).length > 1
    if (frames.length > 1 || moves || doubled) {
      refused.push(...ofBoard.map(cell => refuse(cell, several)))
      continue
    }
    const [own] = frames
    const id = own?.id ?? null
    writes.push({
      id,
      change: suggested(board, id) ?? own?.change ?? emptyChange(framework, board),
      wanted: new Map(ofBoard.map(({ at, amount }) => [at, amount])),
    })
  }
  return { writes, refused }
}

const emptyChange = (framework: Framework, board: BoardId): FrameChange => ({
  type: 'frame',
  board,
  recurrence: 'indexed',
  amounts: decidedYears(framework).map(() => zero),
})

/** Year by year, since what is new in one year carries on into the next. */
function solve(base: Base, writes: readonly PasteWrite[]): readonly PasteWrite[] {
  return decidedYears(base.framework).reduce<readonly PasteWrite[]>((solved, _, at) => {
    if (!solved.some(({ wanted }) => wanted.has(at))) return solved
    const { boards } = statementOf(base.framework, withWrites(base, solved))
    return solved.map(write => {
      const shown = boards.find(({ id }) => id === write.change.board)?.change[at] ?? zero
      const amount = (write.change.amounts[at] ?? zero) + (write.wanted.get(at) ?? shown) - shown
      return isTkr(amount) ? withAmount(write, at, amount) : write
    })
  }, writes)
}

const withAmount = (write: PasteWrite, at: number, amount: Tkr): PasteWrite => ({
  ...write,
  change: {
    ...write.change,
    amounts: write.change.amounts.map((before, i) => (i === at ? amount : before)),
  },
})

function withWrites({ amendments }: Base, writes: readonly PasteWrite[]): Amendment[] {
  const written = new Map(writes.flatMap(({ id, change }) => (id === null ? [] : [[id, change]])))
  const changed = amendments.map(amendment => ({
    ...amendment,
    change: written.get(amendment.id) ?? amendment.change,
  }))
  const added = writes
    .filter(({ id }) => id === null)
    .map(({ change }, i): Amendment => ({ ...pasted, id: `pasted ${i}`, change }))
  return [...changed, ...added]
}

const pasted = {
  number: 9999,
  state: 'adopted',
  motivation: '',
  section: null,
  baseHash: '0'.repeat(64),
} as const

const shows = ({ boards }: Statement, { change: { board }, wanted }: PasteWrite): boolean => {
  const line = boards.find(({ id }) => id === board)
  return [...wanted].every(([at, amount]) => line?.change[at] === amount)
}

function changesOf(
  before: Statement,
  after: Statement,
  writes: readonly PasteWrite[],
): PasteChange[] {
  const wanted = new Map(writes.map(write => [write.change.board, write.wanted]))
  return before.boards.flatMap(({ id, name, change }, row) =>
    before.years.flatMap((year, at): PasteChange[] => {
      const [was, will] = [change[at] ?? zero, after.boards[row]?.change[at] ?? zero]
      if (was === will) return []
      const follows = !wanted.get(id)?.has(at)
      return [{ board: id, name, year, before: was, after: will, follows }]
    }),
  )
}
