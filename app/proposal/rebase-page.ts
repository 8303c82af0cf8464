import type { BaseLine } from '~/budget/base-line'
import { changeName } from '~/budget/change-name'
import { formatPercent, formatRate } from '~/budget/format'
import { decidedYears } from '~/budget/decided-years'
import type { BoardId, Year } from '~/budget/framework'
import { zero, type Tkr } from '~/budget/money'
import { milliPercent, ore } from '~/budget/rate'
import {
  decides,
  judgeRebase,
  rebase,
  type Decisions,
  type Edition,
  type Fate,
  type Rebased,
} from '~/budget/rebase'
import { isDivisible } from '~/budget/rebase-division'
import { statementOf, type Statement } from '~/budget/statement'
import type { Draft, StoredAmendment } from './draft'
import { rebasedLines, type RebasedLine } from './rebased-lines'
import { sha256Of } from './sha256'

/** An amendment beside both editions of its line, as the page shows it. */
export type RebasedRow = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly motivation: string
  readonly fate: Fate
  readonly looksMet: boolean
  /** What a lost frame may be moved to: the boards of the new edition. */
  readonly canMove: boolean
  /** What a lost frame may be divided by, between several boards: its new money year by year; null where it may not. */
  readonly divisible: readonly { readonly year: Year; readonly amount: Tkr }[] | null
  /** Money that is moved between two boards cannot leave both where they were. */
  readonly canKeepResult: boolean
  readonly lines: readonly RebasedLine[]
  /** The line in both editions, one text for each year or one for all, where it is a rate; null where it has none. */
  readonly rates: { readonly before: string | null; readonly after: string | null } | null
}

/** Where the proposal would stand if every collision were decided in the same way. */
export type Outlook = { readonly decision: 'change' | 'result'; readonly statement: Statement }

export type RebasePage = {
  readonly base: string
  readonly next: { readonly name: string; readonly edition: number; readonly hash: string }
  /** The saves of the amendments that the page shows: a decision on others is refused. */
  readonly seen: string
  readonly rows: readonly RebasedRow[]
  readonly boards: readonly { readonly id: BoardId; readonly name: string }[]
  readonly now: Statement
  readonly outlooks: readonly Outlook[]
}

/** All that the page of a new edition shows, computed from the draft and the edition. */
export function rebasePage(draft: Draft, next: Edition): RebasePage {
  const judged = judgeRebase(draft.framework, draft.amendments, next.framework)
  return {
    base: draft.framework.name,
    next: { name: next.framework.name, edition: next.framework.edition, hash: next.hash },
    seen: seenHash(draft),
    rows: judged.map(rebased => rowOf(rebased, draft)),
    boards: next.framework.boards.map(({ id, name }) => ({ id, name })),
    now: statementOf(draft.framework, draft.amendments),
    outlooks: (['change', 'result'] as const).map(decision => ({
      decision,
      statement: outlook(draft, next, judged, decision),
    })),
  }
}

/** Names the amendments' saves: another one, or another save of one, gives another hash. */
export const seenHash = ({
  amendments,
}: {
  amendments: readonly Pick<StoredAmendment, 'id' | 'revision'>[]
}): string => sha256Of(amendments.map(({ id, revision }) => `${id} ${revision}`).join('\n'))

/** What is lost counts nowhere until it is decided. */
function outlook(
  draft: Draft,
  next: Edition,
  judged: readonly Rebased[],
  type: 'change' | 'result',
) {
  const decisions: Decisions = new Map(
    judged.map(rebased => {
      const { id } = rebased.amendment
      return [id, decides(rebased, { type }) ? { type } : { type: 'withdraw' as const }]
    }),
  )
  return statementOf(next.framework, rebase(draft.framework, draft.amendments, next, decisions))
}

function rowOf(
  rebased: Rebased,
  { framework: base, amendments }: Pick<Draft, 'framework' | 'amendments'>,
): RebasedRow {
  const { amendment, fate, before, after, looksMet } = rebased
  const { id, number, motivation, change } = amendment
  return {
    id,
    number,
    name: changeName(change, base),
    motivation,
    fate,
    looksMet,
    canMove: fate === 'lost' && change.type === 'frame',
    divisible:
      fate === 'lost' && change.type === 'frame' && isDivisible(amendment, amendments)
        ? decidedYears(base).map(({ year }, i) => ({ year, amount: change.amounts[i] ?? zero }))
        : null,
    canKeepResult: change.type !== 'reallocation',
    lines: rebasedLines(rebased, base),
    rates:
      before === null || before.unit === 'tkr'
        ? null
        : { before: textOf(before), after: textOf(after) },
  }
}

/** A rate or a target in words; amounts are set by the table. */
function textOf(line: BaseLine | null): string | null {
  if (line === null || line.unit === 'tkr') return null
  return line.rates
    .map(rate => {
      if (rate === null) return 'saknas'
      return line.unit === 'öre' ? formatRate(ore(rate)) : `${formatPercent(milliPercent(rate))} %`
    })
    .join(', ')
}
