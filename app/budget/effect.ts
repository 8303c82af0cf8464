import type { Change, IndexationChange } from './amendment'
import { boardOf } from './board-index'
import { movedMoney, proposedFrames } from './frame-chain'
import type { BoardId, Framework } from './framework'
import { decidedYears } from './decided-years'
import { subtract, sum, zero, type Tkr } from './money'
import { milliPercent, ore, taxOf, type MilliPercent } from './rate'

/**
 * What one amendment does by itself, one amount for each year of the proposal, signed as the amendment is: more money
 * to the board or more income to the municipality is positive; what is moved between boards is what the one gets.
 * Null where it moves no money (a result target, an unknown line).
 */
export function effectOf(framework: Framework, change: Change): Tkr[] | null {
  const decided = decidedYears(framework)
  const at = (list: readonly Tkr[] | undefined) => decided.map(year => list?.[year.at] ?? zero)
  const pkv = decided.map(year => framework.indexation.pkv[year.at])
  const has = (id: BoardId) => boardOf(framework, id) !== undefined
  switch (change.type) {
    case 'frame': {
      const board = boardOf(framework, change.board)
      if (!board) return null
      return differences(at(board.frames), base => proposedFrames(base, pkv, [change]))
    }
    case 'indexation': {
      const points = indexationPoints(change)
      const changed = framework.boards
        .filter(({ id }) => change.boards.length === 0 || change.boards.includes(id))
        .map(({ frames }) => differences(at(frames), base => proposedFrames(base, pkv, [], points)))
      return decided.map((_, i) => sum(changed.map(amounts => amounts[i] ?? zero)))
    }
    case 'reallocation':
      return has(change.from) && has(change.to) ? movedMoney(pkv, [change]) : null
    case 'tax-rate': {
      const { rate, base } = framework.tax
      if (rate === undefined || base === undefined) return null
      return decided.map(({ at }) => {
        const taxBase = base[at] ?? zero
        return subtract(taxOf(taxBase, ore(rate + change.ore)), taxOf(taxBase, rate))
      })
    }
    case 'revenue':
      return hasRevenue(framework, change.line)
        ? decided.map((_, i) => change.amounts[i] ?? zero)
        : null
    case 'central-finance':
    case 'financial-net':
    case 'result-reserve':
    case 'borrowing-limit':
      return decided.map((_, i) => change.amounts[i] ?? zero)
    case 'investment':
      return has(change.board) ? decided.map((_, i) => change.amounts[i] ?? zero) : null
    case 'result-target':
      return null
  }
}

/** Whether the framework has this line of income: one of its grants, or the final settlement of tax. */
export const hasRevenue = ({ grants }: Framework, line: string): boolean =>
  line === 'settlement' || grants.some(({ id }) => id === line)

/** What an indexation change adds to the price index in each year: points, or the requirement with a minus. */
export const indexationPoints = ({ basis, percent }: IndexationChange): MilliPercent[] =>
  basis === 'points' ? percent : percent.map(requirement => milliPercent(0 - requirement))

const differences = (base: Tkr[], proposedFrom: (base: Tkr[]) => Tkr[]): Tkr[] =>
  proposedFrom(base).map((amount, i) => subtract(amount, base[i] ?? zero))
