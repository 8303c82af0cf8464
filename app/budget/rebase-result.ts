import type { Amendment, Change, FrameChange } from './amendment'
import { baseLineOf } from './base-line'
import { effectOf } from './effect'
import type { Framework, Year } from './framework'
import { decidedYears } from './decided-years'
import { inForce } from './in-force'
import { add, subtract, zero, type Tkr } from './money'
import { milliPercent, ore } from './rate'
import { statementOf } from './statement'

type Side = { readonly framework: Framework; readonly amendments: readonly Amendment[] }

/**
 * *Keep the result*: the amendments named in `kept` are changed so that each line arrives where it did in the old
 * edition. Of several on one board the first takes up the base's step, the others keep what they did by themselves.
 */
export function keepResults(old: Side, next: Side, kept: ReadonlySet<string>): Amendment[] {
  if (kept.size === 0) return [...next.amendments]
  const changes = new Map(old.amendments.map(({ id, change }) => [id, change]))
  const amendments = next.amendments.map(amendment => {
    const before = changes.get(amendment.id)
    if (!before || !kept.has(amendment.id)) return amendment
    return { ...amendment, change: withResult(before, amendment, old.framework, next.framework) }
  })
  return withFrames(old, { framework: next.framework, amendments }, kept)
}

/** A change that stands by itself: less by as much as the base went up. */
function withResult(
  before: Change,
  { change, state }: Amendment,
  framework: Framework,
  next: Framework,
): Change {
  const years = decidedYears(next).map(({ year }) => year)
  const step = stepOf(before, framework, next)
  switch (change.type) {
    case 'frame': {
      const own = byYear(framework, effectOf(framework, before) ?? [])
      const stands = years.map(year => own(year))
      // boards' frames hang together: what the base did to them is taken up once, of all that are in force
      const wanted = state === 'adopted' ? stands : stands.map((amount, i) => lessStep(amount, i))
      return unindexed(change, wanted)
    }
    case 'revenue':
    case 'central-finance':
    case 'financial-net':
    case 'result-reserve':
    case 'borrowing-limit':
    case 'investment':
      return { ...change, amounts: years.map((_, i) => lessStep(change.amounts[i] ?? zero, i)) }
    case 'tax-rate':
      return { ...change, ore: ore(change.ore + (framework.tax.rate ?? 0) - (next.tax.rate ?? 0)) }
    case 'indexation':
      return { ...change, percent: indexationLessStep(change, framework, next) }
    // a target is where we arrive; a move between two boards cannot keep the results of both
    case 'result-target':
    case 'reallocation':
      return change
  }

  function lessStep(amount: Tkr, i: number): Tkr {
    const year = years[i]
    return year === undefined ? amount : subtract(amount, step(year))
  }
}

/** How much the base's line went up from the old edition to the next. */
function stepOf(change: Change, framework: Framework, next: Framework): (year: Year) => Tkr {
  const [before, after] = [baseLineOf(framework, change), baseLineOf(next, change)]
  if (before?.unit !== 'tkr' || after?.unit !== 'tkr') return () => zero
  const [was, is] = [byYear(framework, before.amounts), byYear(next, after.amounts)]
  return year => subtract(is(year), was(year))
}

function indexationLessStep(
  { basis, percent }: Extract<Change, { type: 'indexation' }>,
  framework: Framework,
  next: Framework,
) {
  const before = new Map(
    decidedYears(framework).map(({ year, at }) => [year, framework.indexation.pkv[at] ?? 0]),
  )
  return decidedYears(next).map(({ year, at }, i) => {
    const step = (next.indexation.pkv[at] ?? 0) - (before.get(year) ?? 0)
    return milliPercent((percent[i] ?? 0) + (basis === 'points' ? -step : step))
  })
}

/** Gives the first kept amendment of each board what the board lacks of the frame that it had in the old edition. */
function withFrames(old: Side, next: Side, kept: ReadonlySet<string>): Amendment[] {
  const years = decidedYears(next.framework).map(({ year }) => year)
  const [before, after] = [framesOf(old), framesOf(next)]
  const counted = new Set(inForce(next.amendments).map(({ id }) => id))
  const done = new Set<string>()
  return next.amendments.map(amendment => {
    const { change, id } = amendment
    if (change.type !== 'frame' || !kept.has(id) || !counted.has(id)) return amendment
    if (done.has(change.board)) return amendment
    done.add(change.board)
    const [was, is] = [before(change.board), after(change.board)]
    const lacking = asNewMoney(years.map(year => subtract(was(year), is(year))))
    const amounts = lacking.map((amount, i) => add(change.amounts[i] ?? zero, amount))
    return { ...amendment, change: { ...change, amounts } }
  })
}

function framesOf({ framework, amendments }: Side): (board: string) => (year: Year) => Tkr {
  const { boards } = statementOf(framework, amendments)
  const frames = new Map(boards.map(({ id, proposed }) => [id, proposed]))
  return board => byYear(framework, frames.get(board) ?? [])
}

/** A list that stands in the order of the framework's decided years, by year; zero where it has none. */
function byYear(framework: Framework, list: readonly Tkr[]): (year: Year) => Tkr {
  const amounts = new Map(decidedYears(framework).map(({ year }, i) => [year, list[i] ?? zero]))
  return year => amounts.get(year) ?? zero
}

const unindexed = (change: FrameChange, standing: readonly Tkr[]): FrameChange => ({
  ...change,
  recurrence: 'permanent',
  amounts: asNewMoney(standing),
})

/** What stands in each year as what is new in it: 100, 103 and 105 is 100, and then 3 and 2 more. */
const asNewMoney = (standing: readonly Tkr[]): Tkr[] =>
  standing.map((amount, i) => subtract(amount, standing[i - 1] ?? zero))
