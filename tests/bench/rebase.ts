import type { Framework } from '~/budget/framework'
import { tkr } from '~/budget/money'
import { rebase, type RebaseDecision } from '~/budget/rebase'
import { frameworkHash } from '~/proposal/check-base'
import { milliseconds, print } from './server/figure'
import { amendmentsOn, frameworkOf } from './server/large-budget'

// A newer edition in which every line has moved, so that each amendment collides and has a decision of its own.
const lines = 2000
const count = 500
const framework = frameworkOf(lines)
const amendments = amendmentsOn(framework, count)
const moved: Framework = {
  ...framework,
  edition: framework.edition + 1,
  boards: framework.boards.map(board => ({
    ...board,
    frames: board.frames.map((frame, i) => tkr(frame + 50 * (i + 1))),
  })),
}
const next = { framework: moved, hash: frameworkHash(moved) }
const kinds = ['change', 'result', 'met', 'change', 'result'] as const
const decisions = new Map(
  amendments.map(({ id }, i): [string, RebaseDecision] => [
    id,
    { type: kinds[i % kinds.length] ?? 'change' },
  ]),
)

for (let run = 0; run < 60; run++) {
  const ours = await milliseconds(() => rebase(framework, amendments, next, decisions))
  // the first runs are before the compiler has seen what is hot
  if (run >= 20)
    print({ name: `Rebase of ${count} amendments on ${lines} lines`, unit: 'ms', ours, goal: 20 })
}
