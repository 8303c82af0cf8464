import { checkFigures } from '~/budget/check-figures'
import { statementOf } from '~/budget/statement'
import { milliseconds, print } from './server/figure'
import { amendmentsOn, frameworkOf } from './server/large-budget'

const boardCount = 2000
const amendmentCount = 500
const framework = frameworkOf(boardCount)
const amendments = amendmentsOn(framework, amendmentCount)

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
