import { Amendment } from '~/budget/amendment'
import { checkFigures } from '~/budget/check-figures'
import { Framework } from '~/budget/framework'
import { sum, tkr, type Tkr } from '~/budget/money'
import { computedTotals } from '~/budget/printed-totals'
import { milliPercent, percentOf } from '~/budget/rate'
import { statementOf } from '~/budget/statement'
import { frameworkHash } from '~/proposal/check-base'
import { demoFramework } from '../../prisma/demo/framework'
import { milliseconds, print } from './server/figure'

const boardCount = 2000
const amendmentCount = 500

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

const unprinted = Framework.parse({
  ...demoFramework,
  boards: Array.from({ length: boardCount }, (_, i) => board(i)),
  printed: {},
})
const framework: Framework = { ...unprinted, printed: computedTotals(unprinted) }
const amendments = Array.from({ length: amendmentCount }, (_, i) =>
  Amendment.parse({
    id: `a${i}`,
    number: i + 1,
    state: 'adopted',
    change: {
      type: 'frame',
      board: `N${(i * 7) % boardCount}`,
      recurrence: 'indexed',
      amounts: [1000 + i, 0, 0],
    },
    motivation: '',
    section: null,
    baseHash: frameworkHash(framework),
  }),
)

for (let run = 0; run < 60; run++) {
  const ours = await milliseconds(() =>
    checkFigures(framework, amendments, statementOf(framework, amendments)),
  )
  // the first runs are before the compiler has seen what is hot
  if (run >= 20)
    print({
      name: `Statement and checks, ${boardCount} boards x 3 years, ${amendmentCount} amendments`,
      unit: 'ms',
      ours,
      goal: 5,
    })
}
