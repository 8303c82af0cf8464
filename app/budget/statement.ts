import type { Amendment, Change } from './amendment'
import { frameLines, type BoardLine } from './frame-lines'
import type { Framework, TableUnit, Year } from './framework'
import { decidedYears } from './decided-years'
import { inForce, lastOf, ofType } from './in-force'
import { changedBy, flip, lineOf, sumLines, type Line } from './line'
import { add, negate, subtract, sum, sumOf, zero, type Tkr } from './money'
import { operationsOf, operationLines, type Operations } from './operations'
import { positionOf, type FinancialPosition } from './position'
import { ore, taxOf, type MilliPercent, type Ore, type Ratio } from './rate'
import { distances, targetOf } from './result-target'

export type { BoardLine } from './frame-lines'
export type { Line } from './line'

/** A line of general grants and equalisation, income plus. */
export type GrantLine = Line & { readonly id: string; readonly name: string }

/** The income statement (F8, F9): income plus, cost minus. */
export type IncomeStatement = {
  readonly frames: Line
  readonly centralFinance: Line
  /** The activity as a whole, where the framework has no split on boards. */
  readonly operations: Operations | null
  readonly netCosts: Line
  readonly taxRevenue: Line
  readonly grants: Line
  readonly financialNet: Line
  readonly result: Line
}

/**
 * How a year's proposal is paid for (F16): additions = savings + new tax + other revenue + lower central finance +
 * better financial net + lower result. Every entry is a size, positive; one of the right-hand side that costs instead
 * is negative.
 */
export type Financing = {
  readonly additions: Tkr
  readonly savings: Tkr
  readonly newTax: Tkr
  /** Grants, equalisation and the final settlement of tax. */
  readonly otherRevenue: Tkr
  readonly centralFinance: Tkr
  readonly financialNet: Tkr
  readonly lowerResult: Tkr
}

/** Everything that is computed from a framework and its amendments. Lists have one entry for each of `years`. */
export type Statement = {
  /** What the source prints and the tables are shown in. Every amount here is whole tkr all the same. */
  readonly unit: TableUnit
  readonly years: Year[]
  /** Frames as net costs, positive; boards in the framework's order. */
  readonly boards: BoardLine[]
  readonly frames: Line
  /** In the framework's order. */
  readonly grants: GrantLine[]
  /** The final settlement of tax, a part of the tax revenue; income plus. */
  readonly settlement: Line
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
  /** The target in force in the budget year: the amendment's, else the framework's, else none. */
  readonly target: MilliPercent | null
  readonly targets: (MilliPercent | null)[]
  /** True where the target is an average over the years: its one gap stands under the budget year. */
  readonly targetAveraged: boolean
  readonly financing: Financing[]
  /** Kvar att finansiera and utrymme (domain: the meter): missing is rounded up, room down, to whole tkr. */
  readonly gap: Tkr[]
  readonly margin: Tkr[]
  /** What follows from the result: investments, balance requirement, cash flow and balance sheet. */
  readonly position: FinancialPosition
}

/** Computes the whole statement. Lists that are too short count as zero for the missing years; C10 names them. */
export function statementOf(framework: Framework, amendments: readonly Amendment[]): Statement {
  const years = decidedYears(framework).map(({ year }) => year)
  const counted = inForce(amendments)
  const boards = frameLines(framework, counted)
  const frames = sumLines(boards, years.length)
  const rate = taxRateOf(framework, counted)
  const settlement = settlementOf(framework, counted)
  const grants = grantLines(framework, counted)
  const income = incomeStatement({
    operations: operationsOf(framework),
    frames: flip(frames),
    centralFinance: centralFinanceOf(framework, counted),
    taxRevenue: taxRevenueOf(framework, rate, settlement),
    grants: sumLines(grants, years.length),
    financialNet: financialNetOf(framework, counted),
  })
  const taxAndGrants = sumLines([income.taxRevenue, income.grants], years.length)
  const target = targetOf(framework, counted, years.length)
  const meter = distances(target, income.result.proposed, taxAndGrants.proposed)

  return {
    unit: framework.unit,
    years,
    boards,
    frames,
    grants,
    settlement,
    income,
    taxRate: rate,
    taxAndGrants,
    resultShare: {
      base: shares(income.result.base, taxAndGrants.base),
      proposed: shares(income.result.proposed, taxAndGrants.proposed),
    },
    target: target.perYear[0] ?? null,
    targets: target.perYear,
    targetAveraged: target.averaged,
    financing: years.map((_, i) => financingOf(boards, income, settlement, i)),
    gap: meter.map(({ gap }) => gap),
    margin: meter.map(({ margin }) => margin),
    position: positionOf(framework, counted, income.result),
  }
}

const inYears = (framework: Framework, list: readonly Tkr[] | undefined): Tkr[] =>
  decidedYears(framework).map(({ at }) => list?.[at] ?? zero)

type WithAmounts = Extract<Change, { type: 'revenue' | 'central-finance' | 'financial-net' }>

/** The sum of the changes' amounts in each year. */
const total = (framework: Framework, changes: readonly WithAmounts[]): Tkr[] =>
  decidedYears(framework).map((_, i) => sumOf(changes, ({ amounts }) => amounts[i] ?? zero))

const changesOf = <T extends WithAmounts['type']>(counted: readonly Amendment[], type: T) =>
  ofType(counted, type).map(({ change }): WithAmounts => change)

const revenueOn = (counted: readonly Amendment[], line: string) =>
  ofType(counted, 'revenue').flatMap(({ change }) => (change.line === line ? change : []))

const settlementOf = (framework: Framework, counted: readonly Amendment[]): Line =>
  changedBy(
    inYears(framework, framework.tax.settlement),
    total(framework, revenueOn(counted, 'settlement')),
  )

const grantLines = (framework: Framework, counted: readonly Amendment[]): GrantLine[] =>
  framework.grants.map(({ id, name, amounts }) => ({
    id,
    name,
    ...changedBy(inYears(framework, amounts), total(framework, revenueOn(counted, id))),
  }))

const centralFinanceOf = (framework: Framework, counted: readonly Amendment[]): Line =>
  flip(
    changedBy(
      inYears(framework, framework.centralFinance),
      total(framework, changesOf(counted, 'central-finance')),
    ),
  )

function financialNetOf(framework: Framework, counted: readonly Amendment[]): Line {
  const costs = inYears(framework, framework.financialCosts)
  const base = inYears(framework, framework.financialIncome).map((income, i) =>
    add(income, costs[i] ?? zero),
  )
  return changedBy(base, total(framework, changesOf(counted, 'financial-net')))
}

/** Tax base times rate, or the revenue that a framework without a tax base prints, and the final settlement. */
function taxRevenueOf(framework: Framework, rate: Statement['taxRate'], settlement: Line): Line {
  const printed = inYears(framework, framework.tax.revenue)
  const taxAt = (rateInForce: Ore, settled: readonly Tkr[]) =>
    inYears(framework, framework.tax.base).map((base, i) =>
      sum([taxOf(base, rateInForce), printed[i] ?? zero, settled[i] ?? zero]),
    )
  return lineOf(taxAt(rate.base, settlement.base), taxAt(rate.proposed, settlement.proposed))
}

/** At most one tax amendment is in force: the one with the highest number, where there are several (C06 names them). */
function taxRateOf(framework: Framework, amendments: readonly Amendment[]) {
  const change = lastOf(amendments, 'tax-rate')?.ore ?? ore(0)
  const { rate } = framework.tax
  const base = rate ?? ore(0)
  return { base, change, proposed: ore(base + change), known: rate !== undefined }
}

function incomeStatement(parts: Omit<IncomeStatement, 'netCosts' | 'result'>): IncomeStatement {
  const count = parts.frames.base.length
  const netCosts = sumLines(
    [parts.frames, parts.centralFinance, ...operationLines(parts.operations)],
    count,
  )
  const result = sumLines([netCosts, parts.taxRevenue, parts.grants, parts.financialNet], count)
  return { ...parts, netCosts, result }
}

function financingOf(
  boards: readonly BoardLine[],
  { taxRevenue, grants, centralFinance, financialNet, result }: IncomeStatement,
  settlement: Line,
  i: number,
): Financing {
  const of = (line: Line): Tkr => line.change[i] ?? zero
  return {
    additions: sumOf(boards, board => (of(board) > 0 ? of(board) : zero)),
    savings: sumOf(boards, board => (of(board) < 0 ? negate(of(board)) : zero)),
    newTax: subtract(of(taxRevenue), of(settlement)),
    otherRevenue: add(of(grants), of(settlement)),
    centralFinance: of(centralFinance),
    financialNet: of(financialNet),
    lowerResult: negate(of(result)),
  }
}

const shares = (results: Tkr[], taxAndGrants: Tkr[]): Ratio[] =>
  results.map((numerator, i) => ({ numerator, denominator: taxAndGrants[i] ?? 0 }))
