import type { Amendment } from '~/budget/amendment'
import type { Framework } from '~/budget/framework'
import { decidedYears } from '~/budget/decided-years'
import { subtract, type Tkr } from '~/budget/money'
import type { Ore, Ratio } from '~/budget/rate'
import { statementOf, type Statement } from '~/budget/statement'

/** The other proposal's base: its own, or ours. */
export const baseOf = (
  rival: { readonly framework?: Framework | undefined },
  ours: Framework,
): Framework => rival.framework ?? ours

export type Proposal = { readonly framework: Framework; readonly amendments: readonly Amendment[] }

/**
 * A year that both have: the base as ours has it, what we propose, what they do, and how far theirs is from ours. Null
 * is what a side does not know, as the frames of a framework without boards: never 0.
 */
export type Compared = {
  readonly base: Tkr | null
  readonly ours: Tkr | null
  /** Their own base's amount where it is not ours; null where it is the same, or not known. */
  readonly theirBase: Tkr | null
  readonly theirs: Tkr | null
  readonly difference: Tkr | null
}

export type ComparedBoard = {
  readonly id: string
  readonly name: string
  /** Their name of it, where that is another. */
  readonly theirName: string | null
  readonly years: readonly Compared[]
}

export type ComparedYear = {
  readonly year: number
  readonly frames: Compared
  readonly result: Compared
  readonly gap: Compared
  /** The result as the law asks for it, after what is taken from the reserve or put into it. */
  readonly balanceResult: Compared
  readonly investments: Compared
  readonly newLoans: Compared
  readonly borrowingLimit: Compared
  readonly share: Record<'base' | 'ours' | 'theirs', Ratio | null>
}

/** Our proposal beside another. What the bases do not share is named in `apart`, and never guessed. */
export type RivalComparison = {
  readonly years: readonly ComparedYear[]
  readonly boards: readonly ComparedBoard[]
  /** Null where a base knows no tax rate. */
  readonly taxRate: Record<'base' | 'ours' | 'theirs', Ore | null>
  readonly apart: Apart
}

export type Apart = {
  readonly municipality: string | null
  /** Their base by name and edition, where it is not ours. */
  readonly base: string | null
  readonly onlyOurYears: readonly number[]
  readonly onlyTheirYears: readonly number[]
  readonly onlyOurBoards: readonly string[]
  readonly onlyTheirBoards: readonly string[]
  /** Boards of both whose base frames differ in a year of both. */
  readonly otherFrames: readonly string[]
  /** Their amendments on boards that their base does not have: they count nowhere. */
  readonly lost: number
}

/**
 * Compares ours with theirs, both computed by the one statement. Years are matched by number, boards by id and then by
 * name; what has no match on the other side is listed apart.
 */
export function compareRival(ours: Proposal, theirs: Proposal): RivalComparison {
  const [base, our, their] = [
    statementOf(ours.framework, []),
    statementOf(ours.framework, ours.amendments),
    statementOf(theirs.framework, theirs.amendments),
  ]
  const theirOwn = statementOf(theirs.framework, [])
  const years = base.years.flatMap((year, i) => {
    const j = their.years.indexOf(year)
    return j < 0 ? [] : [{ year, i, j }]
  })
  const sides = { base, our, their, theirOwn }
  const pairs = matchBoards(ours.framework, theirs.framework)
  const boards = pairs.map(pair => comparedBoard(sides, pair, years))
  return {
    years: years.map(at => comparedYear(sides, at)),
    boards,
    taxRate: {
      base: base.taxRate.known ? base.taxRate.proposed : null,
      ours: our.taxRate.known ? our.taxRate.proposed : null,
      theirs: their.taxRate.known ? their.taxRate.proposed : null,
    },
    apart: apartOf(ours, theirs, pairs, boards),
  }
}

type At = { readonly i: number; readonly j: number }
type Pair = { readonly ours: number; readonly theirs: number }
type Sides = Record<'base' | 'our' | 'their' | 'theirOwn', Statement>

/** Our boards with theirs, each once: those with the same id first, then those with the same name. */
export function matchBoards(ours: Framework, theirs: Framework): Pair[] {
  const taken = new Set<number>()
  const match = (same: (i: number, j: number) => boolean) => (i: number) => {
    const j = theirs.boards.findIndex((_, at) => !taken.has(at) && same(i, at))
    if (j >= 0) taken.add(j)
    return j
  }
  const byId = ours.boards.map((_, i) =>
    match((a, b) => ours.boards[a]?.id === theirs.boards[b]?.id)(i),
  )
  const byName = match((a, b) => plain(ours.boards[a]?.name) === plain(theirs.boards[b]?.name))
  return byId.flatMap((j, i) => {
    const found = j >= 0 ? j : byName(i)
    return found < 0 ? [] : [{ ours: i, theirs: found }]
  })
}

const plain = (name: string | undefined) => name?.trim().toLocaleLowerCase('sv')

type Known = Tkr | null

function compared(base: Known, ours: Known, theirBase: Known, theirs: Known): Compared {
  const difference = ours === null || theirs === null ? null : subtract(theirs, ours)
  return { base, ours, theirBase: theirBase === base ? null : theirBase, theirs, difference }
}

function comparedBoard(sides: Sides, pair: Pair, years: readonly At[]): ComparedBoard {
  const [our, their] = [sides.our.boards[pair.ours], sides.their.boards[pair.theirs]]
  const name = our?.name ?? ''
  return {
    id: our?.id ?? '',
    name,
    theirName: plain(their?.name) === plain(name) ? null : (their?.name ?? null),
    years: years.map(({ i, j }) =>
      compared(
        our?.base[i] ?? null,
        our?.proposed[i] ?? null,
        their?.base[j] ?? null,
        their?.proposed[j] ?? null,
      ),
    ),
  }
}

function comparedYear(sides: Sides, { i, j }: At): ComparedYear {
  const { base, our, their, theirOwn } = sides
  const of = (pick: (statement: Statement) => readonly Tkr[]) =>
    compared(
      pick(base)[i] ?? null,
      pick(our)[i] ?? null,
      pick(theirOwn)[j] ?? null,
      pick(their)[j] ?? null,
    )
  return {
    year: base.years[i] ?? 0,
    frames: of(({ boards, frames }) => (boards.length === 0 ? [] : frames.proposed)),
    result: of(({ income }) => income.result.proposed),
    gap: of(({ gap }) => gap),
    balanceResult: of(({ position }) => position.requirement.balanceResult.proposed),
    investments: of(({ position }) => position.investments?.total.proposed ?? []),
    newLoans: of(({ position }) => position.borrowing?.newLoans.proposed ?? []),
    borrowingLimit: of(({ position }) => position.borrowing?.limit?.proposed ?? []),
    share: {
      base: base.resultShare.proposed[i] ?? null,
      ours: our.resultShare.proposed[i] ?? null,
      theirs: their.resultShare.proposed[j] ?? null,
    },
  }
}

const yearsOf = (framework: Framework) => decidedYears(framework).map(({ year }) => year)

function apartOf(
  { framework: ours }: Proposal,
  { framework: theirs, amendments }: Proposal,
  pairs: readonly Pair[],
  boards: readonly ComparedBoard[],
): Apart {
  const [ourYears, theirYears] = [yearsOf(ours), yearsOf(theirs)]
  const known = new Set(theirs.boards.map(({ id }) => id))
  const same = ours.name === theirs.name && ours.edition === theirs.edition
  return {
    municipality: ours.municipality.id === theirs.municipality.id ? null : theirs.municipality.name,
    base: same ? null : `${theirs.name}, utgåva ${theirs.edition}`,
    onlyOurYears: ourYears.filter(year => !theirYears.includes(year)),
    onlyTheirYears: theirYears.filter(year => !ourYears.includes(year)),
    onlyOurBoards: ours.boards.flatMap(({ name }, i) =>
      pairs.some(pair => pair.ours === i) ? [] : name,
    ),
    onlyTheirBoards: theirs.boards.flatMap(({ name }, i) =>
      pairs.some(pair => pair.theirs === i) ? [] : name,
    ),
    otherFrames: boards
      .filter(({ years }) => years.some(({ theirBase }) => theirBase !== null))
      .map(({ name }) => name),
    lost: amendments.filter(
      ({ state, change }) =>
        state === 'adopted' && change.type === 'frame' && !known.has(change.board),
    ).length,
  }
}
