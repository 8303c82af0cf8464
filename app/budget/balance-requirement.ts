import type { Amendment } from './amendment'
import type { Framework } from './framework'
import { decidedYears } from './decided-years'
import { ofType } from './in-force'
import { totals } from './investments'
import { changedBy, sumLines, type Line } from './line'
import { tkr, zero, type Tkr } from './money'
import { unchanged } from './running-line'

/**
 * From the result to the balance requirement result (F11; KL 11:10, 11:14; LKBR 11 kap. 10 §). What is put into the
 * reserve is minus, what is taken from it is plus, so that every line is added.
 */
export type BalanceRequirement = {
  readonly result: Line
  readonly realisedGains: Line
  readonly unrealised: Line
  /** Årets resultat efter balanskravsjusteringar. */
  readonly adjusted: Line
  readonly toReserve: Line
  readonly fromReserve: Line
  readonly balanceResult: Line
}

/** The amendments' use of the reserve moves this result and no other. Only amendments in force are handed over. */
export function balanceRequirementOf(
  framework: Framework,
  counted: readonly Amendment[],
  result: Line,
): BalanceRequirement {
  const decided = decidedYears(framework)
  const count = decided.length
  const { balanceAdjustments } = framework
  const at = (list: readonly Tkr[] | undefined): Tkr[] =>
    decided.map(year => list?.[year.at] ?? zero)
  const ours = ofType(counted, 'result-reserve').map(({ change }) => change.amounts)
  const moved = totals(ours, count)

  const realisedGains = unchanged(at(balanceAdjustments?.realisedGains))
  const unrealised = unchanged(at(balanceAdjustments?.unrealised))
  const adjusted = sumLines([result, realisedGains, unrealised], count)
  const toReserve = changedBy(at(balanceAdjustments?.toReserve), negative(moved))
  const fromReserve = changedBy(at(balanceAdjustments?.fromReserve), positive(moved))
  return {
    result,
    realisedGains,
    unrealised,
    adjusted,
    toReserve,
    fromReserve,
    balanceResult: sumLines([adjusted, toReserve, fromReserve], count),
  }
}

const positive = (amounts: readonly Tkr[]) => amounts.map(amount => tkr(Math.max(0, amount)))
const negative = (amounts: readonly Tkr[]) => amounts.map(amount => tkr(Math.min(0, amount)))
