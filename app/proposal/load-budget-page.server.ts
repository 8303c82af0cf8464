import { effectOf } from '~/budget/effect'
import { decidedYears } from '~/budget/decided-years'
import { inForce } from '~/budget/in-force'
import { runningCostOf, runningCostSource } from '~/budget/running-cost'
import { statementOf } from '~/budget/statement'
import { can, type Actor } from '~/group/policy'
import type { BudgetPage, RunningCost } from './budget-page'
import type { Draft, StoredAmendment } from './draft'
import { authorsByYear, type Touch } from './figure-author'
import { loadHistory, loadTouches } from './figure-step-store.server'
import { rightsOf } from './moves'
import type { LoadDraft } from './request-draft.server'
import { loadDraft } from './store.server'
import { countingSuggested } from './suggested'

/** What the budget page shows to this member; null where their group has no such proposal. */
export async function loadBudgetPage(
  actor: Actor,
  proposalId: string,
  now: Date,
  withSuggested: boolean,
  load: LoadDraft = loadDraft,
): Promise<BudgetPage | null> {
  const draft = await load(actor, proposalId)
  if (!draft) return null
  const { framework, amendments, sections, status } = draft
  const { name, edition, constructed, years } = framework
  const editable = can(actor, 'amend', status)
  const touches = await loadTouches(
    actor,
    proposalId,
    inForce(countingSuggested(amendments, withSuggested)).map(({ id }) => id),
  )
  return {
    memberId: actor.memberId,
    now,
    base: { name, edition, constructed },
    years: decidedYears(framework).flatMap(({ at }) => years[at] ?? []),
    statement: statementOf(framework, countingSuggested(amendments, withSuggested)),
    amendments: amendments.map(amendment => ({
      ...amendment,
      effect: effectOf(framework, amendment.change),
      runningCost: runningCost(draft, amendment),
      authors: authorsOf(amendment, touches.get(amendment.id) ?? []),
    })),
    sections,
    editable,
    history: editable ? await loadHistory(actor, proposalId, amendments) : null,
    rights: rightsOf(actor, draft.led, status),
    withSuggested,
  }
}

const authorsOf = (
  { change, updatedByName, updatedAt }: StoredAmendment,
  touches: readonly Touch[],
) =>
  change.type === 'frame'
    ? authorsByYear(change, touches, { name: updatedByName, at: updatedAt })
    : null

function runningCost(
  { framework, amendments }: Draft,
  { id, change }: StoredAmendment,
): RunningCost | null {
  const offered = change.type === 'investment' ? runningCostOf(framework, change) : null
  if (!offered) return null
  const payer = amendments.find(
    ({ sourceId, state }) =>
      sourceId === runningCostSource(id) && (state === 'adopted' || state === 'suggested'),
  )
  const amounts = payer?.change.type === 'frame' ? payer.change.amounts : []
  return {
    costs: offered.costs,
    paidBy: payer?.number ?? null,
    upToDate:
      payer !== undefined && offered.change.amounts.every((amount, i) => amount === amounts[i]),
    withoutInterest: !framework.position?.internalRate,
  }
}
