import type { Amendment } from './amendment'
import { baseLineOf, isSameLine, type BaseLine } from './base-line'
import { effectOf } from './effect'
import type { BoardId, Framework } from './framework'
import type { Tkr } from './money'
import { withDivisions, type Division } from './rebase-division'
import { keepResults } from './rebase-result'
import { onYears } from './rebase-years'

/** A framework, and the SHA-256 of its canonical bytes that amendments name it by. */
export type Edition = { readonly framework: Framework; readonly hash: string }

/**
 * How an amendment's line fared from one edition to the next: the same figures, other figures, or no such line any more
 * (the board was renamed, merged, split or removed).
 */
export type Fate = 'carried' | 'collided' | 'lost'

/** An amendment beside both editions of its line. `change` is what it did to the old one, one amount for each year. */
export type Rebased = {
  readonly amendment: Amendment
  readonly fate: Fate
  readonly before: BaseLine | null
  readonly after: BaseLine | null
  readonly change: readonly Tkr[] | null
  /** The new base went at least as far as we did: the majority may have taken the idea up. */
  readonly looksMet: boolean
}

/**
 * What is done with an amendment whose line changed or is gone. `change` keeps what we add, `result` what we arrive at
 * (as one unindexed amount a year), `met` and `withdraw` take it back, `move` puts it on another board, `divide` on
 * several.
 */
export type RebaseDecision =
  | { readonly type: 'change' | 'result' | 'met' | 'withdraw' }
  | { readonly type: 'move'; readonly board: BoardId }
  | Division
export type Decisions = ReadonlyMap<string, RebaseDecision>

/** How each amendment that is not withdrawn fares in the next edition, in their order. */
export function judgeRebase(
  framework: Framework,
  amendments: readonly Amendment[],
  next: Framework,
): Rebased[] {
  return amendments
    .filter(({ state }) => state !== 'withdrawn')
    .map(amendment => judge(framework, amendment, next))
}

function judge(framework: Framework, amendment: Amendment, next: Framework): Rebased {
  const before = baseLineOf(framework, amendment.change)
  const after = baseLineOf(next, amendment.change)
  const change = effectOf(framework, amendment.change)
  return {
    amendment,
    fate: fateOf(before, after),
    before,
    after,
    change,
    looksMet: amendment.change.type === 'frame' && goesAsFar(before, after, change),
  }
}

function fateOf(before: BaseLine | null, after: BaseLine | null): Fate {
  if (after === null) return 'lost'
  return before !== null && isSameLine(before, after) ? 'carried' : 'collided'
}

/** Whether the base went up by as much as our change in every year that both editions decide. */
function goesAsFar(before: BaseLine | null, after: BaseLine | null, change: Rebased['change']) {
  if (before?.unit !== 'tkr' || after?.unit !== 'tkr' || change === null) return false
  const both = before.years.flatMap((year, was) => {
    const is = after.years.indexOf(year)
    return is < 0 ? [] : [{ was, is }]
  })
  return (
    both.length > 0 &&
    both.every(({ was, is }) => {
      const ours = change[was] ?? 0
      return ours > 0 && (after.amounts[is] ?? 0) - (before.amounts[was] ?? 0) >= ours
    })
  )
}

/** Whether a decision mends what happened: nothing that is lost can be kept, and only what a board has can be moved. */
export function decides({ amendment, fate }: Rebased, decision: RebaseDecision | undefined) {
  if (fate === 'carried') return true
  switch (decision?.type) {
    case undefined:
      return false
    case 'met':
    case 'withdraw':
      return true
    case 'change':
    case 'result':
      return fate === 'collided'
    case 'move':
    case 'divide':
      return fate === 'lost' && amendment.change.type === 'frame'
  }
}

/** The amendments that still need a decision. */
export const undecided = (judged: readonly Rebased[], decisions: Decisions): Rebased[] =>
  judged.filter(rebased => !decides(rebased, decisions.get(rebased.amendment.id)))

/**
 * The amendments on the next edition, under their numbers. Nothing is dropped: what is taken back stays as withdrawn.
 * Where the years differ, an amount stays with its year. @throws RangeError while an amendment is undecided.
 */
export function rebase(
  framework: Framework,
  amendments: readonly Amendment[],
  next: Edition,
  decisions: Decisions,
): Amendment[] {
  const judged = judgeRebase(framework, amendments, next.framework)
  const open = undecided(judged, decisions)
  if (open.length > 0)
    throw new RangeError(`Undecided: ${open.map(rebased => rebased.amendment.id)}`)
  const fates = new Map(judged.map(({ amendment, fate }) => [amendment.id, fate]))
  const divided = withDivisions(amendments, id => {
    const decision = fates.get(id) === 'lost' ? decisions.get(id) : undefined
    return decision?.type === 'divide' ? decision : null
  })
  const kept = divided.map(amendment => {
    const decision = fates.get(amendment.id) === 'carried' ? undefined : decisions.get(amendment.id)
    const change = onYears(amendment.change, framework, next.framework)
    return { ...decided({ ...amendment, change }, decision), baseHash: next.hash }
  })
  const results = new Set(
    judged
      .filter(
        ({ amendment, fate }) =>
          fate === 'collided' && decisions.get(amendment.id)?.type === 'result',
      )
      .map(({ amendment }) => amendment.id),
  )
  return keepResults(
    { framework, amendments },
    { framework: next.framework, amendments: kept },
    results,
  )
}

function decided(amendment: Amendment, decision: RebaseDecision | undefined): Amendment {
  const { change } = amendment
  switch (decision?.type) {
    case 'met':
    case 'withdraw':
      return { ...amendment, state: 'withdrawn' }
    case 'move':
      return change.type === 'frame'
        ? { ...amendment, change: { ...change, board: decision.board } }
        : amendment
    default:
      return amendment
  }
}
