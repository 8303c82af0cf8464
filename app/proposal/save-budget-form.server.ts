import { z } from 'zod'
import { TableUnit, type Framework } from '~/budget/framework'
import { decidedYears } from '~/budget/decided-years'
import { parseTkr } from '~/budget/parse'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { notFound, refused, type Outcome } from '~/outcome'
import { dateInSweden } from '~/ui/date'
import { addAmendment } from './add-amendment.server'
import { readAmendment } from './amendment-form'
import { isClash } from './amendment-judgement'
import type { BudgetAnswer } from './budget-page'
import { changeAmendment } from './change-amendment.server'
import { joinAmendments } from './join-amendments.server'
import { moveAmendment } from './move-amendment.server'
import { moveNames } from './moves'
import { payRunningCost } from './pay-running-cost.server'
import { replaceAmendment } from './replace-amendment.server'
import type { SavedAmendment } from './save-amendment.server'
import { setFrameAmount } from './set-frame-amount.server'
import { loadDraft } from './store.server'
import { keepAmendment, suggestWithdrawal } from './suggest-withdrawal.server'
import type { FieldFaults, Typed } from './typed'

const text = z.string().max(20_000)
const seen = { id: z.string().min(1).max(60), revision: z.coerce.number().int().min(0) }
/** What an amount is in where none is written: the unit of the page that it was typed on. */
const unit = TableUnit.optional()
const amendment = {
  unit,
  type: text,
  board: text.optional(),
  recurrence: text.optional(),
  ore: text.optional(),
  target: text.optional(),
  motivation: text.optional(),
  section: z.string().max(60).optional(),
}

/** Every write of the budget page; what was typed is read, and judged, after it. */
export const BudgetForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), ...amendment }).catchall(text),
  z.object({ intent: z.literal('change'), ...seen, ...amendment }).catchall(text),
  z.object({ intent: z.literal(moveNames), ...seen }),
  z.object({ intent: z.literal(['suggest-withdrawal', 'keep']), ...seen }),
  z.object({ intent: z.literal('replace'), ...seen, replaces: z.string().max(60) }),
  z.object({
    intent: z.literal('join'),
    ...seen,
    other: seen.id,
    otherRevision: seen.revision,
  }),
  z.object({ intent: z.literal('running-cost'), id: seen.id }),
  z.object({
    intent: z.literal('cell'),
    board: z.string().min(1).max(60),
    at: z.coerce.number().int().min(0).max(11),
    typed: text,
    unit,
    id: z.string().max(60),
    revision: z.coerce.number().int().min(0),
  }),
])
export type BudgetForm = z.infer<typeof BudgetForm>

/** Reads what was typed on the budget page and hands it to its command. */
export async function saveBudgetForm(
  actor: Actor,
  proposalId: string,
  form: BudgetForm,
  now: Date,
): Promise<Outcome<SavedAmendment> & { faults?: FieldFaults }> {
  switch (form.intent) {
    case 'adopt':
    case 'suggest':
    case 'defer':
    case 'withdraw':
      return moveAmendment(actor, proposalId, form, form.intent, now)
    case 'suggest-withdrawal':
      return suggestWithdrawal(actor, proposalId, form, now)
    case 'keep':
      return keepAmendment(actor, proposalId, form, now)
    case 'replace':
      return replaceAmendment(actor, proposalId, form, form.replaces || null, now)
    case 'join': {
      const other = { id: form.other, revision: form.otherRevision }
      return joinAmendments(actor, proposalId, form, other, now)
    }
    case 'running-cost':
      return payRunningCost(actor, proposalId, form.id, now)
    case 'cell': {
      const amount = parseTkr(form.typed, form.unit)
      if (!amount.ok) return invalid({ typed: amount.reason })
      const cell = { board: form.board, at: form.at, amount: amount.value }
      return setFrameAmount(actor, proposalId, form.id ? form : null, cell, now)
    }
    case 'add':
    case 'change': {
      const draft = await loadDraft(actor, proposalId)
      if (!draft) return notFound
      const typed = { ...typedOf(form), today: dateInSweden(now) }
      const read = readAmendment(typed, yearsOf(draft.framework), newId, form.unit ?? 'tkr')
      if (!read.ok) return invalid(read.faults)
      return form.intent === 'add'
        ? addAmendment(actor, proposalId, read.input, now)
        : changeAmendment(actor, proposalId, form, read.input, now)
    }
  }
}

/** The outcome as the page reads it. */
export function budgetAnswer(
  outcome: Outcome<SavedAmendment> & { faults?: FieldFaults },
  typed?: Typed,
): BudgetAnswer {
  if (outcome.ok) return { ok: true, ...savedAs(outcome.value) }
  const { fault, faults } = outcome
  const field = fault.kind === 'invalid' && fault.field ? { [fault.field]: fault.message } : {}
  const current = fault.kind === 'stale' ? fault.current : null
  return {
    ok: false,
    message: fault.message,
    faults: faults ?? field,
    clash: isClash(current) ? current : null,
    ...(typed && { typed }),
  }
}

const savedAs = ({ id, number, revision, state }: SavedAmendment) => ({
  id,
  number,
  revision,
  state,
})

const yearsOf = (framework: Framework) => decidedYears(framework).map(({ year }) => year)

/** The texts of the form by field; numbers in it are not typed. */
export const typedOf = (form: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : undefined,
    ]),
  )

const invalid = (faults: FieldFaults) => {
  const [message] = Object.values(faults)
  return {
    ...refused({ kind: 'invalid', message: message ?? 'Något i formuläret är fel.' }),
    faults,
  }
}
