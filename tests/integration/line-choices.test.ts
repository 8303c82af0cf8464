import { expect, test } from 'vitest'
import type { Change } from '~/budget/amendment'
import { inForce } from '~/budget/in-force'
import { tkr } from '~/budget/money'
import { runningCostSource } from '~/budget/running-cost'
import { ore } from '~/budget/rate'
import { statementOf } from '~/budget/statement'
import type { Actor } from '~/group/policy'
import { addAmendment } from '~/proposal/add-amendment.server'
import { loadHistory } from '~/proposal/figure-step-store.server'
import { joinAmendments } from '~/proposal/join-amendments.server'
import { payRunningCost } from '~/proposal/pay-running-cost.server'
import { replaceAmendment } from '~/proposal/replace-amendment.server'
import { BudgetForm, saveBudgetForm } from '~/proposal/save-budget-form.server'
import { loadDraft } from '~/proposal/store.server'
import { undoFigures } from '~/proposal/undo-figures.server'
import { buildAmendment, buildProposal, valueOf } from '../factories'

const now = new Date('2026-11-24T20:14:00Z')
const first = (id: string) => ({ id, revision: 1 })

const frame = (amount: number, recurrence: 'indexed' | 'one-off' = 'indexed'): Change => ({
  type: 'frame',
  board: 'KS',
  recurrence,
  amounts: [amount, 0, 0].map(tkr),
})

const hall: Change = {
  type: 'investment',
  name: 'Idrottshall',
  board: 'KUN',
  amounts: [33_000, 0, 0].map(tkr),
  usefulLife: 33,
}

async function draftOf(actor: Actor, proposalId: string) {
  const draft = await loadDraft(actor, proposalId)
  if (!draft) throw new Error('no draft')
  return draft
}

const ksOf = async (actor: Actor, proposalId: string) => {
  const { framework, amendments } = await draftOf(actor, proposalId)
  return statementOf(framework, amendments).boards.find(({ id }) => id === 'KS')?.change
}

test('of two on a line both count, until one replaces the other, and both again when that is taken back', async () => {
  const { proposalId, drafter } = await buildProposal()
  const a = await buildAmendment(drafter, proposalId, frame(1000))
  const b = await buildAmendment(drafter, proposalId, frame(400, 'one-off'))
  expect(await ksOf(drafter, proposalId)).toEqual([1400, 1030, 1061])
  valueOf(await replaceAmendment(drafter, proposalId, first(b.id), a.id, now))
  expect(await ksOf(drafter, proposalId)).toEqual([400, 0, 0])
  const circle = await replaceAmendment(drafter, proposalId, first(a.id), b.id, now)
  expect(circle).toMatchObject({ ok: false, fault: { kind: 'invalid' } })
  const stale = await replaceAmendment(drafter, proposalId, first(b.id), null, now)
  expect(stale).toMatchObject({ ok: false, fault: { kind: 'stale' } })
  valueOf(await replaceAmendment(drafter, proposalId, { id: b.id, revision: 2 }, null, now))
  expect(await ksOf(drafter, proposalId)).toEqual([1400, 1030, 1061])
})

test('joined, two are one with the sum and both reasons, and no figure moves', async () => {
  const { proposalId, drafter } = await buildProposal()
  const a = await buildAmendment(drafter, proposalId, frame(1000), 'Klimat')
  const b = await buildAmendment(drafter, proposalId, frame(400), 'Beredskap')
  const before = await ksOf(drafter, proposalId)
  valueOf(await joinAmendments(drafter, proposalId, first(a.id), first(b.id), now))
  expect(await ksOf(drafter, proposalId)).toEqual(before)
  const { amendments } = await draftOf(drafter, proposalId)
  expect(inForce(amendments)).toMatchObject([
    { id: a.id, change: { amounts: [1400, 0, 0] }, motivation: 'Klimat\n\nBeredskap' },
  ])
})

async function undo(actor: Actor, proposalId: string) {
  const { amendments } = await draftOf(actor, proposalId)
  const [latest] = (await loadHistory(actor, proposalId, amendments)).undo
  return undoFigures(actor, proposalId, { step: latest?.step ?? '', way: 'undo' }, now)
}

test('a join is undone as one step: both stand there again, and no figure moves', async () => {
  const { proposalId, drafter } = await buildProposal()
  const a = await buildAmendment(drafter, proposalId, frame(1000))
  const b = await buildAmendment(drafter, proposalId, frame(400))
  valueOf(await joinAmendments(drafter, proposalId, first(a.id), first(b.id), now))
  valueOf(await undo(drafter, proposalId))
  expect((await draftOf(drafter, proposalId)).amendments).toMatchObject([
    { id: a.id, state: 'adopted', change: { amounts: [1000, 0, 0] } },
    { id: b.id, state: 'adopted', change: { amounts: [400, 0, 0] } },
  ])
})

test('that one replaces another is undone, and taken back undone again', async () => {
  const { proposalId, drafter } = await buildProposal()
  const a = await buildAmendment(drafter, proposalId, frame(1000))
  const b = await buildAmendment(drafter, proposalId, frame(400, 'one-off'))
  valueOf(await replaceAmendment(drafter, proposalId, first(b.id), a.id, now))
  valueOf(await undo(drafter, proposalId))
  expect(await ksOf(drafter, proposalId)).toEqual([1400, 1030, 1061])
  valueOf(await replaceAmendment(drafter, proposalId, { id: b.id, revision: 3 }, a.id, now))
  valueOf(await replaceAmendment(drafter, proposalId, { id: b.id, revision: 4 }, null, now))
  valueOf(await undo(drafter, proposalId))
  expect(await ksOf(drafter, proposalId)).toEqual([400, 0, 0])
})

const tax = (amount: number): Change => ({ type: 'tax-rate', ore: ore(amount) })

test('of two tax rates one goes on replacing the other: both cannot count', async () => {
  const { proposalId, drafter } = await buildProposal()
  const a = await buildAmendment(drafter, proposalId, tax(10))
  const input = { change: tax(20), motivation: '', section: null, replaces: a.id }
  const b = valueOf(await addAmendment(drafter, proposalId, input, now))
  const both = await replaceAmendment(drafter, proposalId, first(b.id), null, now)
  expect(both).toMatchObject({ ok: false, fault: { kind: 'invalid' } })
  const { amendments } = await draftOf(drafter, proposalId)
  expect(inForce(amendments)).toMatchObject([{ id: b.id, revision: 1 }])
})

test('two that stay differently long are not joined, and nothing is written', async () => {
  const { proposalId, drafter } = await buildProposal()
  const a = await buildAmendment(drafter, proposalId, frame(1000))
  const b = await buildAmendment(drafter, proposalId, frame(400, 'one-off'))
  const joined = await joinAmendments(drafter, proposalId, first(a.id), first(b.id), now)
  expect(joined).toMatchObject({ ok: false, fault: { kind: 'invalid' } })
  const { amendments } = await draftOf(drafter, proposalId)
  expect(amendments.map(({ revision, state }) => [revision, state])).toEqual([
    [1, 'adopted'],
    [1, 'adopted'],
  ])
})

test('an investment’s running cost is one amendment, brought up to date when it is asked for again', async () => {
  const { proposalId, drafter } = await buildProposal()
  const { id, number } = await buildAmendment(drafter, proposalId, hall)
  const made = valueOf(await payRunningCost(drafter, proposalId, id, now))
  const again = valueOf(await payRunningCost(drafter, proposalId, id, now))
  expect(again.id).toBe(made.id)
  const { amendments } = await draftOf(drafter, proposalId)
  expect(amendments.filter(({ change }) => change.type === 'frame')).toMatchObject([
    {
      sourceId: runningCostSource(id),
      // 33 000 over 33 years, and 1,75 % of what is left
      change: { board: 'KUN', recurrence: 'permanent', amounts: [0, 1578, -18] },
      motivation: `Avskrivning och ränta för Idrottshall (Ä${number}).`,
    },
  ])
})

const typed = {
  intent: 'add' as const,
  type: 'frame',
  board: 'BUN',
  recurrence: 'indexed',
  amount0: '1 000',
  'm0.name': 'Lärare',
  'm0.quantity': '4',
  'm0.price': '162,5',
}

test('a measure’s amount is its number times its price, and another amount is refused', async () => {
  const { proposalId, drafter } = await buildProposal()
  const wrong = await saveBudgetForm(drafter, proposalId, { ...typed, 'm0.amount0': '600' }, now)
  expect(wrong.faults).toEqual({
    'm0.amount0':
      'Antal gånger pris är 650 tkr (4 × 162,5 tkr). Ändra beloppet, eller antal och pris.',
  })
  const asked = { 'm0.question': 'Stämmer priset?', question: 'Vem betalar?', answer: 'Staten' }
  valueOf(
    await saveBudgetForm(
      drafter,
      proposalId,
      { ...typed, ...asked, answeredBy: 'Ekonomichefen', sourceId: 'lärarbidraget' },
      now,
    ),
  )
  const { amendments } = await draftOf(drafter, proposalId)
  expect(amendments).toMatchObject([
    {
      sourceId: 'lärarbidraget',
      question: {
        text: 'Vem betalar?',
        askedOn: '2026-11-24',
        answer: 'Staten',
        answeredBy: 'Ekonomichefen',
        answeredOn: '2026-11-24',
      },
      change: {
        measures: [
          {
            name: 'Lärare',
            amounts: [650, 0, 0],
            quantity: '4',
            price: '162.5',
            question: { text: 'Stämmer priset?' },
          },
        ],
      },
    },
  ])
})

test('a price may carry its unit, and what it gives is said with it', async () => {
  const { proposalId, drafter } = await buildProposal()
  const unit = 'mnkr' as const
  const rough = { ...typed, amount0: '20', 'm0.quantity': '20', 'm0.price': '0,65', unit }
  const wrong = await saveBudgetForm(drafter, proposalId, { ...rough, 'm0.amount0': '13' }, now)
  expect(wrong.faults).toEqual({
    'm0.amount0':
      'Antal gånger pris är 0,013 mnkr (20 × 0,65 tkr). Ändra beloppet, eller antal och pris.',
  })
  valueOf(await saveBudgetForm(drafter, proposalId, { ...rough, 'm0.price': '0,65 mnkr' }, now))
  expect((await draftOf(drafter, proposalId)).amendments).toMatchObject([
    { change: { measures: [{ amounts: [13_000, 0, 0], quantity: '20', price: '650' }] } },
  ])
})

test('a question that is taken out of the form is gone, and a cell’s amount leaves measures and question alone', async () => {
  const { proposalId, drafter } = await buildProposal()
  const asked = { question: 'Vem betalar?' }
  const { id } = valueOf(await saveBudgetForm(drafter, proposalId, { ...typed, ...asked }, now))
  const cell = { intent: 'cell' as const, board: 'BUN', at: 0, typed: '2 000', id, revision: 1 }
  valueOf(await saveBudgetForm(drafter, proposalId, cell, now))
  expect((await draftOf(drafter, proposalId)).amendments).toMatchObject([
    { question: { text: 'Vem betalar?' }, change: { amounts: [2000, 0, 0], measures: [{}] } },
  ])
  const change = BudgetForm.parse({ ...typed, intent: 'change', id, revision: '2' })
  valueOf(await saveBudgetForm(drafter, proposalId, change, now))
  const [amendment] = (await draftOf(drafter, proposalId)).amendments
  expect(amendment?.question).toBeUndefined()
})

test('on a page in mnkr 1,25 is 1 250 tkr, in a cell and in the form, and a unit that is written holds', async () => {
  const { proposalId, drafter } = await buildProposal()
  const unit = 'mnkr' as const
  const cell = { intent: 'cell' as const, board: 'KUN', at: 0, typed: '1,25', id: '', revision: 0 }
  valueOf(await saveBudgetForm(drafter, proposalId, { ...cell, unit }, now))
  const amounts = { amount0: '1,5', amount1: '500 tkr' }
  const form = BudgetForm.parse({ ...typed, 'm0.name': '', 'm0.quantity': '', 'm0.price': '' })
  if (form.intent !== 'add') throw new Error('not read')
  valueOf(await saveBudgetForm(drafter, proposalId, { ...form, ...amounts, unit }, now))
  expect((await draftOf(drafter, proposalId)).amendments).toMatchObject([
    { change: { board: 'KUN', amounts: [1250, 0, 0] } },
    { change: { board: 'BUN', amounts: [1500, 500, 0] } },
  ])
})
