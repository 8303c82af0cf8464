import type { Change, InvestmentChange, Recurrence, ReallocationChange } from './amendment'
import { add, negate, zero, type Tkr } from './money'
import { milliPercent, ore, type MilliPercent } from './rate'

/** The change that undoes this one: both in force, every figure is the base's again. Null for a target, which is set, not added. */
export function invert(change: Change): Change | null {
  switch (change.type) {
    case 'tax-rate':
      return { ...change, ore: ore(0 - change.ore) }
    case 'result-target':
      return null
    case 'indexation':
      return { ...change, percent: change.percent.map(percent => milliPercent(0 - percent)) }
    case 'borrowing-limit':
      return { ...change, amounts: negated(change.amounts), loans: negated(change.loans) }
    case 'frame':
      return {
        ...change,
        amounts: negated(change.amounts),
        ...(change.measures && {
          measures: change.measures.map(({ quantity: _quantity, price: _price, ...measure }) => ({
            ...measure,
            amounts: negated(measure.amounts),
          })),
        }),
      }
    case 'revenue':
    case 'central-finance':
    case 'financial-net':
    case 'result-reserve':
    case 'investment':
    case 'reallocation':
      return { ...change, amounts: negated(change.amounts) }
  }
}

/**
 * The line that a change stands on: changes with the same key are on one line of the tables, where they add unless one
 * replaces the other.
 */
export function lineKey(change: Change): string {
  switch (change.type) {
    case 'frame':
      return `frame ${change.board}`
    case 'indexation':
      return `indexation ${boardsKey(change.boards)}`
    case 'revenue':
      return `revenue ${change.line}`
    case 'investment':
      return `investment ${change.board} ${change.name}`
    case 'reallocation':
      return `reallocation ${change.from} ${change.to}`
    case 'tax-rate':
    case 'result-target':
    case 'central-finance':
    case 'financial-net':
    case 'result-reserve':
    case 'borrowing-limit':
      return change.type
  }
}

const boardsKey = (boards: readonly string[]): string => [...new Set(boards)].toSorted().join(' ')

/**
 * One change with the effect of `a` and then `b`, or null where no single change has it: another line, another
 * recurrence or other terms. A later target takes the place of an earlier one; all else adds.
 */
export function merge(a: Change, b: Change): Change | null {
  if (lineKey(a) !== lineKey(b)) return null
  switch (b.type) {
    case 'result-target':
      return b
    case 'tax-rate':
      return a.type === b.type ? { ...b, ore: ore(a.ore + b.ore) } : null
    case 'indexation':
      return a.type === b.type && a.basis === b.basis
        ? { ...b, percent: addPercents(a.percent, b.percent) }
        : null
    case 'borrowing-limit':
      return a.type === b.type
        ? { ...b, amounts: addAmounts(a.amounts, b.amounts), loans: addAmounts(a.loans, b.loans) }
        : null
    case 'frame': {
      if (a.type !== b.type || !sameRecurrence(a, b)) return null
      const measures = [...(a.measures ?? []), ...(b.measures ?? [])]
      const amounts = addAmounts(a.amounts, b.amounts)
      return { ...b, amounts, ...(measures.length > 0 && { measures }) }
    }
    case 'reallocation':
      return a.type === b.type && sameRecurrence(a, b)
        ? { ...b, amounts: addAmounts(a.amounts, b.amounts) }
        : null
    case 'investment':
      return a.type === b.type && sameLife(a, b)
        ? { ...b, amounts: addAmounts(a.amounts, b.amounts) }
        : null
    case 'revenue': {
      if (a.type !== b.type || a.conditional !== b.conditional) return null
      return { ...b, amounts: addAmounts(a.amounts, b.amounts) }
    }
    case 'central-finance':
    case 'financial-net':
    case 'result-reserve':
      return a.type === b.type ? { ...b, amounts: addAmounts(a.amounts, b.amounts) } : null
  }
}

/** Whether two changes can be one: they add on one line, on the same terms. A target is never added to another. */
export const joinable = (a: Change, b: Change): boolean =>
  b.type !== 'result-target' && merge(a, b) !== null

const sameRecurrence = (
  a: { readonly recurrence: Recurrence },
  b: Pick<ReallocationChange, 'recurrence'>,
): boolean => a.recurrence === b.recurrence

const sameLife = (a: InvestmentChange, b: InvestmentChange): boolean =>
  a.usefulLife === b.usefulLife && a.firstDepreciation === b.firstDepreciation

const negated = (amounts: readonly Tkr[]): Tkr[] => amounts.map(negate)

const addAmounts = (a: readonly Tkr[], b: readonly Tkr[]): Tkr[] =>
  longer(a, b).map((_, i) => add(a[i] ?? zero, b[i] ?? zero))

const addPercents = (a: readonly MilliPercent[], b: readonly MilliPercent[]): MilliPercent[] =>
  longer<MilliPercent>(a, b).map((_, i) => milliPercent((a[i] ?? 0) + (b[i] ?? 0)))

const longer = <T>(a: readonly T[], b: readonly T[]): readonly T[] => (a.length > b.length ? a : b)
