import type { Amendment, FrameChange } from './amendment'
import { decidedYears, type BoardId, type Framework, type Year } from './framework'
import { add, negate, subtract, sum, sumOf, tkr, zero, type Tkr } from './money'
import { proposedFrames } from './frame-chain'
import { inForce } from './in-force'
import { ore, taxOf, type MilliPercent, type Ore, type Ratio } from './rate'

/** A line of a table: base, our change and what we propose, one entry for each year of the proposal. */
export type Line = { readonly base: Tkr[]; readonly change: Tkr[]; readonly proposed: Tkr[] }

export type BoardLine = Line & { readonly id: BoardId; readonly name: string }

/** A line of general grants and equalisation, income plus. */
export type GrantLine = Line & { readonly id: string; readonly name: string }

/** The income statement (F8, F9): income plus, cost minus. */
export type IncomeStatement = {
  readonly frames: Line
  readonly centralFinance: Line
  readonly netCosts: Line
  readonly taxRevenue: Line
  readonly grants: Line
  readonly financialNet: Line
  readonly result: Line
}

/** How a year's proposal is paid for (F16): additions = new tax + lower result + savings. Every entry is a size, positive. */
export type Financing = {
  readonly additions: Tkr
  readonly savings: Tkr
  readonly newTax: Tkr
  readonly lowerResult: Tkr
}

/** Everything that is computed from a framework and its amendments. Lists have one entry for each of `years`. */
export type Statement = {
  readonly years: Year[]
  /** Frames as net costs, positive; boards in the framework's order. */
  readonly boards: BoardLine[]
  readonly frames: Line
  /** In the framework's order. */
  readonly grants: GrantLine[]
  readonly income: IncomeStatement
  /** `known` is false where the framework prints no rate: base is then 0 and shown nowhere. */
  readonly taxRate: {
    readonly base: Ore
    readonly change: Ore
    readonly proposed: Ore
    readonly known: boolean
  }
  /** Tax and general grants: what the result is a share of (F6). */
  readonly taxAndGrants: Line
  readonly resultShare: { readonly base: Ratio[]; readonly proposed: Ratio[] }
  /** The target in force: the amendment's, else the framework's, else none. */
  readonly target: MilliPercent | null
  readonly financing: Financing[]
  /** Kvar att finansiera and utrymme (domain: the meter): missing is rounded up, room down, to whole tkr. */
  readonly gap: Tkr[]
  readonly margin: Tkr[]
}

/** Computes the whole statement. Lists that are too short count as zero for the missing years; C10 names them. */
export function statementOf(framework: Framework, amendments: readonly Amendment[]): Statement {
  const decided = decidedYears(framework)
  const at = (list: readonly Tkr[] | undefined): Tkr[] =>
    decided.map(year => list?.[year.at] ?? zero)
  const counted = inForce(amendments)
  const changes = changesByBoard(counted)

  const boards = framework.boards.map(board => {
    const base = at(board.frames)
    const pkv = decided.map(year => framework.indexation.pkv[year.at])
    const proposed = proposedFrames(base, pkv, changes.get(board.id) ?? [])
    return { id: board.id, name: board.name, ...lineOf(base, proposed) }
  })
  const frames = sumLines(boards, decided.length)

  const rate = taxRateOf(framework, counted)
  const settlement = at(framework.tax.settlement)
  const taxBase = at(framework.tax.base)
  const printedRevenue = at(framework.tax.revenue)
  const taxAt = (rateInForce: Ore) =>
    taxBase.map((base, i) =>
      sum([taxOf(base, rateInForce), printedRevenue[i] ?? zero, settlement[i] ?? zero]),
    )

  const grants = framework.grants.map(({ id, name, amounts }) => ({
    id,
    name,
    ...unchanged(at(amounts)),
  }))
  const income = incomeStatement({
    frames: flip(frames),
    centralFinance: unchanged(at(framework.centralFinance).map(negate)),
    taxRevenue: lineOf(taxAt(rate.base), taxAt(rate.proposed)),
    grants: sumLines(grants, decided.length),
    financialNet: unchanged(
      decided.map(year =>
        add(framework.financialIncome[year.at] ?? zero, framework.financialCosts[year.at] ?? zero),
      ),
    ),
  })
  const taxAndGrants = sumLines([income.taxRevenue, income.grants], decided.length)
  const target = targetOf(framework, counted)

  return {
    years: decided.map(year => year.year),
    boards,
    frames,
    grants,
    income,
    taxRate: rate,
    taxAndGrants,
    resultShare: {
      base: shares(income.result.base, taxAndGrants.base),
      proposed: shares(income.result.proposed, taxAndGrants.proposed),
    },
    target,
    financing: decided.map((_, i) => financingOf(boards, income, i)),
    gap: income.result.proposed.map(
      (result, i) => distance(required(taxAndGrants.proposed[i], target), result).gap,
    ),
    margin: income.result.proposed.map(
      (result, i) => distance(required(taxAndGrants.proposed[i], target), result).margin,
    ),
  }
}

function changesByBoard(amendments: readonly Amendment[]): Map<BoardId, FrameChange[]> {
  const byBoard = new Map<BoardId, FrameChange[]>()
  for (const { change } of amendments) {
    if (change.type !== 'frame') continue
    const list = byBoard.get(change.board)
    if (list) list.push(change)
    else byBoard.set(change.board, [change])
  }
  return byBoard
}

/** At most one tax amendment is in force: the one with the highest number, where there are several (C06 names them). */
function taxRateOf(framework: Framework, amendments: readonly Amendment[]) {
  const change = lastOf(amendments, 'tax-rate')?.ore ?? ore(0)
  const { rate } = framework.tax
  const base = rate ?? ore(0)
  return { base, change, proposed: ore(base + change), known: rate !== undefined }
}

function targetOf(framework: Framework, amendments: readonly Amendment[]): MilliPercent | null {
  return lastOf(amendments, 'result-target')?.target ?? framework.resultTarget
}

function lastOf<T extends Amendment['change']['type']>(amendments: readonly Amendment[], type: T) {
  let last: (Amendment & { change: Extract<Amendment['change'], { type: T }> }) | undefined
  for (const amendment of amendments) {
    if (isOf(amendment, type) && (!last || amendment.number >= last.number)) last = amendment
  }
  return last?.change
}

function isOf<T extends Amendment['change']['type']>(
  amendment: Amendment,
  type: T,
): amendment is Amendment & { change: Extract<Amendment['change'], { type: T }> } {
  return amendment.change.type === type
}

function incomeStatement(parts: Omit<IncomeStatement, 'netCosts' | 'result'>): IncomeStatement {
  const count = parts.frames.base.length
  const netCosts = sumLines([parts.frames, parts.centralFinance], count)
  const result = sumLines([netCosts, parts.taxRevenue, parts.grants, parts.financialNet], count)
  return { ...parts, netCosts, result }
}

function financingOf(boards: readonly BoardLine[], income: IncomeStatement, i: number): Financing {
  const changeOf = (board: BoardLine): Tkr => board.change[i] ?? zero
  return {
    additions: sumOf(boards, board => (changeOf(board) > 0 ? changeOf(board) : zero)),
    savings: sumOf(boards, board => (changeOf(board) < 0 ? negate(changeOf(board)) : zero)),
    newTax: income.taxRevenue.change[i] ?? zero,
    lowerResult: negate(income.result.change[i] ?? zero),
  }
}

/** The result that the target asks for, in hundred-thousandths of a tkr so that nothing is rounded yet. */
const required = (taxAndGrants: Tkr = zero, target: MilliPercent | null): bigint =>
  BigInt(taxAndGrants) * BigInt(target ?? 0)

function distance(requiredResult: bigint, result: Tkr): { gap: Tkr; margin: Tkr } {
  const missing = requiredResult - BigInt(result) * 100_000n
  return {
    gap: missing > 0n ? tkr(Number((missing + 99_999n) / 100_000n)) : zero,
    margin: missing < 0n ? tkr(Number(-missing / 100_000n)) : zero,
  }
}

const lineOf = (base: Tkr[], proposed: Tkr[]): Line => ({
  base,
  proposed,
  change: proposed.map((amount, i) => subtract(amount, base[i] ?? zero)),
})

const unchanged = (base: Tkr[]): Line => lineOf(base, base)

const flip = (line: Line): Line => lineOf(line.base.map(negate), line.proposed.map(negate))

function sumLines(lines: readonly Line[], count: number): Line {
  const total = (column: 'base' | 'proposed') =>
    Array.from({ length: count }, (_, i) => sumOf(lines, line => line[column][i] ?? zero))
  return lineOf(total('base'), total('proposed'))
}

const shares = (results: Tkr[], taxAndGrants: Tkr[]): Ratio[] =>
  results.map((numerator, i) => ({ numerator, denominator: taxAndGrants[i] ?? 0 }))
