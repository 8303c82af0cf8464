import { Amendment } from '~/budget/amendment'
import { Framework } from '~/budget/framework'
import { sum, tkr, type Tkr } from '~/budget/money'
import { computedTotals } from '~/budget/printed-totals'
import { milliPercent, percentOf } from '~/budget/rate'
import { frameworkHash } from '~/proposal/check-base'
import { demoFramework } from '../../../prisma/demo/framework'

/** A board with a chain that ties, so that the checks find nothing and have to look at everything. */
function board(i: number): Framework['boards'][number] {
  const previousFrame = tkr(20_000 + 37 * i)
  const frames: Tkr[] = []
  const indexation: Tkr[] = []
  for (const rate of [2900, 3000, 3000]) {
    const before = frames.at(-1) ?? previousFrame
    const added = percentOf(before, milliPercent(rate))
    indexation.push(added)
    frames.push(sum([before, added, tkr(100)]))
  }
  const volume = [100, 100, 100].map(tkr)
  const adjustment = [0, 0, 0].map(tkr)
  return { id: `N${i}`, name: `Nämnd ${i}`, previousFrame, frames, indexation, volume, adjustment }
}

/** The demo's base with so many boards. */
export function frameworkOf(boardCount: number): Framework {
  const unprinted = Framework.parse({
    ...demoFramework,
    boards: Array.from({ length: boardCount }, (_, i) => board(i)),
    printed: {},
  })
  return { ...unprinted, printed: computedTotals(unprinted) }
}

/** Adopted indexed additions in the budget year, on every seventh board. */
export function amendmentsOn(framework: Framework, count: number): Amendment[] {
  const baseHash = frameworkHash(framework)
  return Array.from({ length: count }, (_, i) =>
    Amendment.parse({
      id: `a${i}`,
      number: i + 1,
      state: 'adopted',
      change: {
        type: 'frame',
        board: `N${(i * 7) % framework.boards.length}`,
        recurrence: 'indexed',
        amounts: [1000 + i, 0, 0],
      },
      motivation: '',
      section: null,
      baseHash,
    }),
  )
}
