import { whyNot } from '~/budget/no-remedy'
import {
  hasDeficit,
  hasGap,
  remediesOf,
  remedyTypes,
  type Remedy,
  type RemedyChange,
  type RemedyType,
} from '~/budget/remedy'
import { statementOf, type Statement } from '~/budget/statement'
import { canonicalJson } from './canonical'
import type { Draft, StoredAmendment } from './draft'
import { sha256Of } from './sha256'
import { countingSuggested } from './suggested'

type Judged = Pick<Draft, 'framework' | 'amendments'>

/** An alternative, with the mark of what the member sees of it and the suggestions that are it already. */
export type OfferedRemedy = Remedy & {
  readonly mark: string
  readonly suggested: readonly StoredAmendment[]
}

export type Remedies = {
  readonly statement: Statement
  /** The board that the cut is on; empty where the framework has none. */
  readonly board: string
  readonly short: boolean
  readonly offered: readonly OfferedRemedy[]
  /** The kinds that lead nowhere, with the reason. */
  readonly closed: readonly { readonly type: RemedyType; readonly why: string }[]
}

/**
 * What closes the gap of a proposal as it is written now. The suggested amendments count where `withSuggested` is on;
 * what is offered replaces adopted ones all the same, so that it can be decided on by itself.
 */
export function remediesNow(draft: Judged, asked: string, withSuggested: boolean): Remedies {
  const { framework } = draft
  const amendments = countingSuggested(draft.amendments, withSuggested)
  const statement = statementOf(framework, amendments)
  const board = boardOf(statement, asked)
  const found = remediesOf({ framework, amendments }, board)
  const short = hasGap(statement) || hasDeficit(statement)
  return {
    statement,
    board,
    short,
    offered: found.map(remedy => offer(draft, remedy)),
    closed: remedyTypes.flatMap(type => {
      if (!short || found.some(remedy => remedy.type === type)) return []
      const why = whyNot(type, framework, amendments, statement, board)
      return why === null ? [] : { type, why }
    }),
  }
}

/** The board that is asked for; else the one that gets the most in addition; else the first. */
function boardOf({ boards }: Statement, asked: string): string {
  const known = boards.find(({ id }) => id === asked)
  if (known) return known.id
  const [most] = boards.toSorted((a, b) => (b.change[0] ?? 0) - (a.change[0] ?? 0))
  return most?.id ?? ''
}

function offer({ amendments }: Judged, remedy: Remedy): OfferedRemedy {
  const changes = remedy.changes.map(change => onAdopted(amendments, change))
  const { gap, margin, income } = remedy.after
  const result = income.result.proposed
  const alike = changes.map(change => amendments.find(other => isSuggested(other, change)))
  const suggested = alike.filter(amendment => amendment !== undefined)
  return {
    ...remedy,
    changes,
    mark: sha256Of(canonicalJson({ changes, gap, margin, result })),
    suggested: suggested.length === changes.length ? suggested : [],
  }
}

/** Replaces what is adopted: of a suggestion that would itself replace something, that. */
function onAdopted(
  amendments: readonly StoredAmendment[],
  { change, replaces }: RemedyChange,
): RemedyChange {
  const byId = new Map(amendments.map(amendment => [amendment.id, amendment]))
  const passed = new Set<string>()
  let adopted = replaces
  while (adopted !== undefined && byId.get(adopted)?.state === 'suggested') {
    if (passed.has(adopted)) return { change }
    passed.add(adopted)
    adopted = byId.get(adopted)?.replaces
  }
  return adopted === undefined ? { change } : { change, replaces: adopted }
}

const isSuggested = ({ state, change, replaces }: StoredAmendment, wanted: RemedyChange): boolean =>
  state === 'suggested' &&
  replaces === wanted.replaces &&
  canonicalJson(change) === canonicalJson(wanted.change)
