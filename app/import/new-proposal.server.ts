import { can, type Actor } from '~/group/policy'
import type { Framework, TableUnit } from '~/budget/framework'
import { comparePrintedTotals, type PrintedTotal } from '~/budget/printed-totals'
import { done, forbidden, type Outcome } from '~/outcome'
import { createProposal } from '~/proposal/create-proposal.server'
import type { FrameworkFaults, TypedFramework } from './field-reader'
import { readTypedFramework, rowCount } from './framework-form'
import { readFrameworkFile } from './import-framework.server'

/** What the page of a new proposal shows again: all that was typed or read, what is wrong with it, and its totals. */
export type NewProposalDraft = {
  readonly typed: TypedFramework
  readonly faults: FrameworkFaults
  /** The file as it was read, kept in the form so that it is chosen once. */
  readonly file: string | null
  /** Its printed totals beside the computed ones, in the framework's unit. */
  readonly compared: { readonly totals: readonly PrintedTotal[]; readonly unit: TableUnit } | null
}

const step = 5

/** One press of a button on the page: more rows, a comparison, or the proposal itself. Nothing is stored but the last. */
export async function answerNewProposal(
  actor: Actor,
  typed: TypedFramework,
  file: string | null,
): Promise<Outcome<{ proposalId: string } | NewProposalDraft>> {
  if (!can(actor, 'create-proposal')) return forbidden
  const intent = typed.intent ?? ''
  if (intent === 'more-boards' || intent === 'more-grants')
    return done(moreRows(typed, intent === 'more-boards' ? 'boards' : 'grants', file))
  const framework = file === null ? readTypedFramework(typed) : fromFile(file)
  if (!framework.ok) return done({ typed, faults: framework.faults, file: null, compared: null })
  const { unit } = framework.framework
  const compared = { totals: comparePrintedTotals(framework.framework), unit }
  const draft = { typed, faults: {}, file, compared }
  if (intent !== 'create') return done(draft)
  const created = await createProposal(actor, {
    title: typed.title ?? '',
    framework: framework.framework,
  })
  if (created.ok || created.fault.kind !== 'invalid') return created
  return done({ ...draft, faults: { [created.fault.field ?? 'form']: created.fault.message } })
}

function moreRows(
  typed: TypedFramework,
  table: 'boards' | 'grants',
  file: string | null,
): NewProposalDraft {
  const asked = String(rowCount(typed, table) + step)
  return { typed: { ...typed, [`${table}.rows`]: asked }, faults: {}, file, compared: null }
}

function fromFile(
  file: string,
): { ok: true; framework: Framework } | { ok: false; faults: FrameworkFaults } {
  if (file === '')
    return { ok: false, faults: { file: 'Ingen fil är vald. Välj filen med budgetramen.' } }
  const read = readFrameworkFile(file)
  return read.ok
    ? { ok: true, framework: read.value }
    : { ok: false, faults: { file: read.fault.message } }
}
