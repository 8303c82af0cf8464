import { expect, test } from 'vitest'
import { tkr } from '~/budget/money'
import { statementOf } from '~/budget/statement'
import { db } from '~/db.server'
import type { Actor } from '~/group/policy'
import { changeAmendment } from '~/proposal/change-amendment.server'
import { FiguresForm } from '~/proposal/figures-form.server'
import { loadBudgetPage } from '~/proposal/load-budget-page.server'
import { loadHistory } from '~/proposal/figure-step-store.server'
import { moveAmendment } from '~/proposal/move-amendment.server'
import { pasteFigures, previewPaste } from '~/proposal/paste-figures.server'
import { setFrameAmount } from '~/proposal/set-frame-amount.server'
import { loadDraft } from '~/proposal/store.server'
import { undoFigures } from '~/proposal/undo-figures.server'
import { demoFramework } from '../../prisma/demo/framework'
import { buildAmendment, buildGroup, buildMember, buildProposal, valueOf } from '../factories'

const now = new Date('2026-11-24T20:00:00Z')
const corner = { row: 0, at: 0, withSuggested: false }

async function changeOf(actor: Actor, proposalId: string, row = 0) {
  const draft = await loadDraft(actor, proposalId)
  return draft && statementOf(draft.framework, draft.amendments).boards[row]?.change
}

async function write(actor: Actor, proposalId: string, amount: number) {
  const draft = await loadDraft(actor, proposalId)
  const own = draft?.amendments.find(({ change }) => change.type === 'frame') ?? null
  const cell = { board: 'BUN', at: 0, amount: tkr(amount) }
  return valueOf(await setFrameAmount(actor, proposalId, own, cell, now))
}

const historyOf = async (actor: Actor, proposalId: string) =>
  loadHistory(actor, proposalId, (await loadDraft(actor, proposalId))?.amendments ?? [])

async function take(actor: Actor, proposalId: string, way: 'undo' | 'redo') {
  const { undo, redo } = await historyOf(actor, proposalId)
  const step = (way === 'undo' ? undo[0] : redo)?.step ?? 'none'
  return undoFigures(actor, proposalId, { step, way }, now)
}

test('a paste is one transaction and one step back', async () => {
  const { drafter, proposalId } = await buildProposal()
  await write(drafter, proposalId, 100)
  const pasted = { ...corner, text: '5000\t6000\r\n-300' }
  const { seen, changes } = valueOf(await previewPaste(drafter, proposalId, pasted))
  expect(changes[0]).toMatchObject({ before: 100, after: 5000 })
  expect(await db.amendment.count({ where: { proposalId } })).toBe(1)
  const { numbers } = valueOf(await pasteFigures(drafter, proposalId, { ...pasted, seen }, now))
  expect(numbers).toEqual([1, 2])
  expect((await changeOf(drafter, proposalId))?.slice(0, 2)).toEqual([5000, 6000])
  expect((await changeOf(drafter, proposalId, 1))?.[0]).toBe(-300)

  valueOf(await take(drafter, proposalId, 'undo'))
  expect((await changeOf(drafter, proposalId))?.[0]).toBe(100)
  expect(await changeOf(drafter, proposalId, 1)).toEqual([0, 0, 0])
  valueOf(await take(drafter, proposalId, 'redo'))
  expect((await changeOf(drafter, proposalId, 1))?.[0]).toBe(-300)
})

test('a figure saved since the preview stops the whole paste, with both values', async () => {
  const { drafter, secretary, proposalId } = await buildProposal()
  await write(drafter, proposalId, 100)
  const pasted = { ...corner, text: '5000\r\n7' }
  const { seen } = valueOf(await previewPaste(drafter, proposalId, pasted))
  await write(secretary, proposalId, 900)
  const refused = await pasteFigures(drafter, proposalId, { ...pasted, seen }, now)
  expect(refused).toMatchObject({
    ok: false,
    fault: { kind: 'stale', current: [{ year: 2025, saved: 900, ours: 5000, by: secretary.name }] },
  })
  expect((await changeOf(drafter, proposalId))?.[0]).toBe(900)
  expect(await db.amendment.count({ where: { proposalId } })).toBe(1)
})

test('steps are undone and made again in order, and a new change ends what could be made again', async () => {
  const { drafter, proposalId } = await buildProposal()
  for (const amount of [1, 2, 3]) await write(drafter, proposalId, amount)
  const shown = async () => (await changeOf(drafter, proposalId))?.[0]
  valueOf(await take(drafter, proposalId, 'undo'))
  valueOf(await take(drafter, proposalId, 'undo'))
  expect(await shown()).toBe(1)
  valueOf(await take(drafter, proposalId, 'redo'))
  expect(await shown()).toBe(2)
  await write(drafter, proposalId, 8)
  expect((await historyOf(drafter, proposalId)).redo).toBe(null)
  for (const amount of [2, 1, 0]) {
    valueOf(await take(drafter, proposalId, 'undo'))
    expect(await shown()).toBe(amount)
  }
  expect(await take(drafter, proposalId, 'undo')).toMatchObject({ ok: false })
  for (const amount of [1, 2, 8]) {
    valueOf(await take(drafter, proposalId, 'redo'))
    expect(await shown()).toBe(amount)
  }
  expect((await historyOf(drafter, proposalId)).redo).toBe(null)
})

test('only one’s own is undone, and nothing that somebody else has changed since', async () => {
  const { drafter, secretary, proposalId } = await buildProposal()
  await write(drafter, proposalId, 100)
  await write(secretary, proposalId, 900)
  const refused = await take(drafter, proposalId, 'undo')
  expect(refused).toMatchObject({
    ok: false,
    fault: { kind: 'conflict', message: expect.stringContaining(secretary.name) },
  })
  expect((await changeOf(drafter, proposalId))?.[0]).toBe(900)
  const [own] = (await historyOf(drafter, proposalId)).undo
  const foreign = { step: own?.step ?? '', way: 'undo' as const }
  expect(await undoFigures(secretary, proposalId, foreign, now)).toMatchObject({
    fault: { kind: 'not-found' },
  })
})

test('another group sees, pastes and undoes nothing, and who only reads writes nothing', async () => {
  const { drafter, reviewer, proposalId } = await buildProposal()
  await write(drafter, proposalId, 100)
  const [step] = (await historyOf(drafter, proposalId)).undo
  const pasted = { ...corner, text: '1', seen: [] }
  const undo = { step: step?.step ?? '', way: 'undo' as const }
  const rival = await buildMember(await buildGroup(), ['drafter'])
  for (const [actor, kind] of [
    [rival, 'not-found'],
    [reviewer, 'forbidden'],
  ] as const) {
    const answers = [
      await previewPaste(actor, proposalId, pasted),
      await pasteFigures(actor, proposalId, pasted, now),
      await undoFigures(actor, proposalId, undo, now),
    ]
    expect(answers).toMatchObject([{ fault: { kind } }, { fault: { kind } }, { fault: { kind } }])
  }
  expect((await changeOf(drafter, proposalId))?.[0]).toBe(100)
})

test('a drafter of a group with a leader undoes their suggestion, and nothing that was adopted', async () => {
  const { group, drafter, proposalId } = await buildProposal()
  const leader = await buildMember(group, ['leader'])
  const suggested = await write(drafter, proposalId, 100)
  expect(suggested.state).toBe('suggested')
  valueOf(await take(drafter, proposalId, 'undo'))
  expect((await loadDraft(drafter, proposalId))?.amendments).toMatchObject([{ state: 'withdrawn' }])
  valueOf(await take(drafter, proposalId, 'redo'))
  await db.amendment.updateMany({
    where: { proposalId },
    data: { state: 'adopted', updatedById: leader.memberId },
  })
  expect(await take(drafter, proposalId, 'undo')).toMatchObject({ fault: { kind: 'conflict' } })
})

const frame = (...amounts: number[]) => ({
  type: 'frame' as const,
  board: 'BUN',
  recurrence: 'indexed' as const,
  amounts: amounts.map(tkr),
})

test('what a drafter pastes goes on with what they have suggested, whose reason and other years stay', async () => {
  const { group, drafter, proposalId } = await buildProposal()
  const leader = await buildMember(group, ['leader'])
  const adopted = await buildAmendment(leader, proposalId, frame(100, 0, 0), 'Gruppledarens skäl.')
  const input = { change: frame(0, 70, 0), motivation: 'Mitt skäl.', section: null }
  const seenBefore = { id: adopted.id, revision: 1 }
  const own = valueOf(await changeAmendment(drafter, proposalId, seenBefore, input, now))

  const paste = async (text: string) => {
    const pasted = { ...corner, text }
    const { seen } = valueOf(await previewPaste(drafter, proposalId, pasted))
    return valueOf(await pasteFigures(drafter, proposalId, { ...pasted, seen }, now)).numbers
  }
  expect(await paste('5000\r\n300')).toEqual([own.number, 3])
  // the board without an amendment has a suggestion now, and the next paste goes into it
  expect(await paste('6000\r\n400')).toEqual([own.number, 3])
  expect((await loadDraft(drafter, proposalId))?.amendments).toMatchObject([
    { change: { amounts: [100, 0, 0] }, motivation: 'Gruppledarens skäl.', revision: 1 },
    { change: { amounts: [6000, 70, 0] }, motivation: 'Mitt skäl.', replaces: adopted.id },
    { change: { amounts: [400, 0, 0] }, state: 'suggested' },
  ])
})

test('a drafter pastes a later year on what they have suggested, and it shows that once adopted', async () => {
  const { group, drafter, proposalId } = await buildProposal()
  const leader = await buildMember(group, ['leader'])
  await write(leader, proposalId, 100)
  await write(drafter, proposalId, 900)
  const pasted = { ...corner, at: 1, text: '1000' }
  const { seen, changes } = valueOf(await previewPaste(drafter, proposalId, pasted))
  expect(changes).toContainEqual(expect.objectContaining({ year: 2026, after: 1000 }))
  valueOf(await pasteFigures(drafter, proposalId, { ...pasted, seen }, now))
  const own = (await loadDraft(leader, proposalId))?.amendments[1]
  expect(own?.change).toMatchObject({ amounts: [900, expect.any(Number), 0] })
  const decided = { id: own?.id ?? '', revision: own?.revision ?? 0 }
  valueOf(await moveAmendment(leader, proposalId, decided, 'adopt', now))
  expect((await changeOf(drafter, proposalId))?.slice(0, 2)).toEqual([900, 1000])
})

test('an amount typed on a board never goes into a suggestion that was moved to another line', async () => {
  const { group, drafter, proposalId } = await buildProposal()
  const leader = await buildMember(group, ['leader'])
  const adopted = await write(leader, proposalId, 100)
  const seen = { id: adopted.id, revision: 1 }
  const moved = {
    type: 'frame' as const,
    board: 'KUN',
    recurrence: 'indexed' as const,
    amounts: [tkr(7), tkr(0), tkr(0)],
  }
  const input = { change: moved, motivation: 'Hellre kulturen.', section: null }
  const own = valueOf(await changeAmendment(drafter, proposalId, seen, input, now))
  const typed = valueOf(await setFrameAmount(drafter, proposalId, seen, cell(0, 500), now))
  expect(typed.id).not.toBe(own.id)
  expect((await loadDraft(drafter, proposalId))?.amendments).toMatchObject([
    { change: { board: 'BUN', amounts: [100, 0, 0] } },
    { change: { board: 'KUN', amounts: [7, 0, 0] } },
    { change: { board: 'BUN', amounts: [500, 0, 0] }, replaces: adopted.id },
  ])
})

const cell = (year: number, amount: number) => ({ board: 'BUN', at: year, amount: tkr(amount) })

test('each figure has its own author and time, also where an amendment holds several', async () => {
  const { drafter, secretary, proposalId } = await buildProposal()
  const later = new Date('2026-11-24T21:00:00Z')
  const own = valueOf(await setFrameAmount(drafter, proposalId, null, cell(0, 100), now))
  const seen = { id: own.id, revision: 1 }
  valueOf(await setFrameAmount(secretary, proposalId, seen, cell(1, 50), later))
  const page = await loadBudgetPage(drafter, proposalId, later, false)
  expect(page?.amendments[0]?.authors).toMatchObject([
    { name: drafter.name, at: now },
    { name: secretary.name, at: later },
    { name: secretary.name, at: later },
  ])
})

test('a paste has a limit of boards, and of length, and nothing of a larger one is saved', async () => {
  const boards = Array.from({ length: 151 }, (_, i) => ({
    id: `N${i}`,
    name: `Nämnd ${i}`,
    frames: [1000, 1000, 1000].map(tkr),
  }))
  const framework = { ...demoFramework, boards, printed: {} }
  const { drafter, proposalId } = await buildProposal({ framework })
  const paste = async (rows: number) => {
    const pasted = { ...corner, text: Array.from({ length: rows }, () => '7').join('\r\n') }
    const { seen } = valueOf(await previewPaste(drafter, proposalId, pasted))
    return pasteFigures(drafter, proposalId, { ...pasted, seen }, now)
  }
  expect(await paste(151)).toMatchObject({
    ok: false,
    fault: { kind: 'invalid', message: expect.stringContaining('högst 150 nämnder') },
  })
  expect(await db.amendment.count({ where: { proposalId } })).toBe(0)
  expect(valueOf(await paste(150)).numbers).toHaveLength(150)
  const form = { intent: 'preview', row: '0', at: '0', withSuggested: 'no' }
  expect(FiguresForm.safeParse({ ...form, text: '7'.repeat(100_000) }).success).toBe(true)
  expect(FiguresForm.safeParse({ ...form, text: '7'.repeat(100_001) }).success).toBe(false)
})

test('a board that got a second amendment since the preview stops the whole paste', async () => {
  const { drafter, proposalId } = await buildProposal()
  await write(drafter, proposalId, 100)
  const pasted = { ...corner, text: '5000\r\n7' }
  const { seen } = valueOf(await previewPaste(drafter, proposalId, pasted))
  const amounts = [tkr(1), tkr(0), tkr(0)]
  const change = { type: 'frame' as const, board: 'BUN', recurrence: 'one-off' as const, amounts }
  await buildAmendment(drafter, proposalId, change)
  const refused = await pasteFigures(drafter, proposalId, { ...pasted, seen }, now)
  expect(refused).toMatchObject({ ok: false, fault: { kind: 'stale' } })
  expect(await db.amendment.count({ where: { proposalId } })).toBe(2)
})
