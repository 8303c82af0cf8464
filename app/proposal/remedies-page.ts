import { baseName } from '~/budget/base-name'
import type { TableUnit } from '~/budget/framework'
import type { PlainRow } from '~/budget/plain-table'
import { can, type Actor, type Status } from '~/group/policy'
import type { Draft } from './draft'
import { remediesNow } from './remedies'
import { remedyMeaning, remedyNames, remedyRows, remedyTitle, standingRows } from './remedy-words'
import type { RemedyType } from '~/budget/remedy'

/** An alternative as it is shown, exact, in the unit that the source prints. */
export type ShownRemedy = {
  readonly type: RemedyType
  readonly title: string
  readonly meaning: string
  readonly rows: readonly PlainRow[]
  readonly mark: string
  /** The suggestions that are this alternative already. */
  readonly suggested: readonly { readonly id: string; readonly number: number }[]
}

export type RemediesPage = {
  readonly proposalId: string
  readonly base: string
  readonly unit: TableUnit
  readonly years: readonly number[]
  readonly boards: readonly { readonly id: string; readonly name: string }[]
  readonly board: string
  /** False where nothing is missing: then only `now` is shown. */
  readonly short: boolean
  readonly averaged: boolean
  readonly hasTarget: boolean
  readonly smallestMargin: number
  readonly now: readonly PlainRow[]
  readonly remedies: readonly ShownRemedy[]
  readonly closed: readonly {
    readonly type: RemedyType
    readonly name: string
    readonly why: string
  }[]
  readonly editable: boolean
  /** Why not, where the member may not suggest. */
  readonly readOnly: 'role' | 'status' | null
  readonly withSuggested: boolean
}

/** What the page *Vad krävs?* shows to this member of a proposal as it is written now. */
export function remediesPage(
  draft: Draft,
  actor: Actor,
  asked: string,
  withSuggested: boolean,
): RemediesPage {
  const { framework, status } = draft
  const { statement, board, short, offered, closed } = remediesNow(draft, asked, withSuggested)
  const { unit, years, boards, margin, targetAveraged, target } = statement
  return {
    proposalId: draft.id,
    base: `${baseName(framework)}, utgåva ${framework.edition}`,
    unit,
    years,
    boards: boards.map(({ id, name }) => ({ id, name })),
    board,
    short,
    averaged: targetAveraged,
    hasTarget: target !== null,
    smallestMargin: targetAveraged ? (margin[0] ?? 0) : Math.min(...margin),
    now: standingRows(statement),
    remedies: offered.map(remedy => ({
      type: remedy.type,
      title: remedyTitle(remedy, statement),
      meaning: remedyMeaning(remedy, statement),
      rows: remedyRows(remedy, statement),
      mark: remedy.mark,
      suggested: remedy.suggested.map(({ id, number }) => ({ id, number })),
    })),
    closed: closed.map(({ type, why }) => ({ type, name: remedyNames[type], why })),
    editable: can(actor, 'amend', status),
    readOnly: readOnlyFor(actor, status),
    withSuggested,
  }
}

function readOnlyFor(actor: Actor, status: Status): RemediesPage['readOnly'] {
  if (can(actor, 'amend', status)) return null
  return can(actor, 'amend') ? 'status' : 'role'
}
