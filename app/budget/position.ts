import type { Amendment } from './amendment'
import { balanceRequirementOf, type BalanceRequirement } from './balance-requirement'
import type { Framework } from './framework'
import { decidedYears } from './decided-years'
import { ofType } from './in-force'
import { investmentsOf, totals, type Investments } from './investments'
import { changedBy, flip, sumLines, type Line } from './line'
import { negate, zero, type Tkr } from './money'
import { openingLine, runningLine, unchanged } from './running-line'

/** How cash moves in each year (F13): what comes in is plus, what goes out is minus. */
export type CashFlow = {
  readonly result: Line
  readonly depreciation: Line
  readonly provisions: Line
  readonly workingCapital: Line
  readonly operating: Line
  readonly investments: Line
  readonly newLoans: Line
  readonly amortisation: Line
  readonly financing: Line
  /** Årets kassaflöde. */
  readonly change: Line
  readonly opening: Line
  readonly closing: Line
}

/** What is owned and owed at the end of each year (F12, F14), every line positive. */
export type BalanceSheet = {
  readonly fixedAssets: Line
  readonly receivables: Line
  readonly placements: Line
  readonly cash: Line
  readonly assets: Line
  readonly equity: Line
  /** The part of equity that is result reserve; null where the framework does not say. */
  readonly resultReserve: Line | null
  readonly provisions: Line
  readonly longTermDebt: Line
  readonly shortTermDebt: Line
  readonly equityAndDebts: Line
}

/** What follows from the result: each part is null where the framework does not carry what it takes. */
export type FinancialPosition = {
  readonly investments: Investments | null
  readonly requirement: BalanceRequirement
  /** True where the framework or an amendment moves the result to another balance requirement result. */
  readonly requirementStated: boolean
  readonly cashFlow: CashFlow | null
  readonly balanceSheet: BalanceSheet | null
  readonly borrowing: { readonly limit: Line | null; readonly newLoans: Line } | null
}

/** Computes the position from the result on. Only amendments in force are handed over. */
export function positionOf(
  framework: Framework,
  counted: readonly Amendment[],
  result: Line,
): FinancialPosition {
  const requirement = balanceRequirementOf(framework, counted, result)
  const investments = investmentsOf(framework, counted)
  const cashFlow = cashFlowOf(framework, counted, result, investments)
  return {
    investments: investments.projects.length > 0 ? investments : null,
    requirement,
    requirementStated:
      framework.balanceAdjustments !== undefined ||
      [...requirement.toReserve.change, ...requirement.fromReserve.change].some(Boolean),
    cashFlow,
    balanceSheet: cashFlow && balanceSheetOf(framework, cashFlow, requirement),
    borrowing: cashFlow && {
      limit: limitOf(framework, counted),
      newLoans: cashFlow.newLoans,
    },
  }
}

function cashFlowOf(
  framework: Framework,
  counted: readonly Amendment[],
  result: Line,
  { total, addedDepreciation }: Investments,
): CashFlow | null {
  const { position } = framework
  if (!position || !summable(result)) return null
  const at = inDecidedYears(framework)
  const count = result.base.length
  const loans = ofType(counted, 'borrowing-limit').map(({ change }) => change.loans)

  const depreciation = changedBy(at(position.depreciation), addedDepreciation)
  const provisions = unchanged(at(position.provisionsChange))
  const workingCapital = unchanged(at(position.workingCapitalChange))
  const operating = sumLines([result, depreciation, provisions, workingCapital], count)
  const investments = flip(total)
  const newLoans = changedBy(at(position.newLoans), totals(loans, count))
  const amortisation = unchanged(at(position.amortisation).map(negate))
  const financing = sumLines([newLoans, amortisation], count)
  const change = sumLines([operating, investments, financing], count)
  const closing = runningLine(position.opening.cash, change)
  return {
    result,
    depreciation,
    provisions,
    workingCapital,
    operating,
    investments,
    newLoans,
    amortisation,
    financing,
    change,
    opening: openingLine(position.opening.cash, closing),
    closing,
  }
}

// Thousands of boards at the largest amount of the format come to more than a dozen years can be added of exactly.
const summable = ({ base, proposed }: Line): boolean =>
  [...base, ...proposed].every(amount => Math.abs(amount) < 100_000_000_000_000)

/** What moves the working capital is a short-term debt; receivables and placements stay as they open. */
function balanceSheetOf(
  { position }: Framework,
  flow: CashFlow,
  { toReserve, fromReserve }: BalanceRequirement,
): BalanceSheet | null {
  if (!position) return null
  const { opening } = position
  const count = flow.result.base.length
  const still = (amount: Tkr) => unchanged(Array.from({ length: count }, () => amount))
  const moved = (from: Tkr, ...by: Line[]) => runningLine(from, sumLines(by, count))

  const fixedAssets = moved(opening.fixedAssets, flip(flow.investments), flip(flow.depreciation))
  const receivables = still(opening.receivables)
  const placements = still(opening.placements)
  const cash = flow.closing
  const equity = moved(opening.equity, flow.result)
  const provisions = moved(opening.provisions, flow.provisions)
  const longTermDebt = moved(opening.longTermDebt, flow.financing)
  const shortTermDebt = moved(opening.shortTermDebt, flow.workingCapital)
  return {
    fixedAssets,
    receivables,
    placements,
    cash,
    assets: sumLines([fixedAssets, receivables, placements, cash], count),
    equity,
    resultReserve:
      opening.resultReserve === undefined
        ? null
        : moved(opening.resultReserve, flip(toReserve), flip(fromReserve)),
    provisions,
    longTermDebt,
    shortTermDebt,
    equityAndDebts: sumLines([equity, provisions, longTermDebt, shortTermDebt], count),
  }
}

function limitOf(framework: Framework, counted: readonly Amendment[]): Line | null {
  const limit = framework.position?.borrowingLimit
  if (!limit) return null
  const base = inDecidedYears(framework)(limit)
  const changes = ofType(counted, 'borrowing-limit').map(({ change }) => change.amounts)
  return changedBy(base, totals(changes, base.length))
}

const inDecidedYears =
  (framework: Framework) =>
  (list: readonly Tkr[] | undefined): Tkr[] =>
    decidedYears(framework).map(({ at }) => list?.[at] ?? zero)
