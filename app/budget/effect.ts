import type { Change } from './amendment'
import { proposedFrames } from './frame-chain'
import { decidedYears, type Framework } from './framework'
import { subtract, zero, type Tkr } from './money'
import { ore, taxOf } from './rate'

/**
 * What one amendment does by itself, one amount for each year of the proposal: more money to the board, or more tax to
 * the municipality, is positive. Null where it moves no money (a result target, an unknown board).
 */
export function effectOf(framework: Framework, change: Change): Tkr[] | null {
  const decided = decidedYears(framework)
  switch (change.type) {
    case 'frame': {
      const board = framework.boards.find(({ id }) => id === change.board)
      if (!board) return null
      const base = decided.map(({ at }) => board.frames[at] ?? zero)
      const pkv = decided.map(({ at }) => framework.indexation.pkv[at])
      return proposedFrames(base, pkv, [change]).map((frame, i) => subtract(frame, base[i] ?? zero))
    }
    case 'tax-rate': {
      const { rate, base } = framework.tax
      if (rate === undefined || base === undefined) return null
      return decided.map(({ at }) => {
        const taxBase = base[at] ?? zero
        return subtract(taxOf(taxBase, ore(rate + change.ore)), taxOf(taxBase, rate))
      })
    }
    case 'result-target':
      return null
  }
}
