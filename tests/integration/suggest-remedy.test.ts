import { expect, test } from 'vitest'
import { tkr } from '~/budget/money'
import type { RemedyType } from '~/budget/remedy'
import { statementOf } from '~/budget/statement'
import type { Actor } from '~/group/policy'
import { newId } from '~/identifier.server'
import { db } from '~/db.server'
import { addAmendment } from '~/proposal/add-amendment.server'
import { changeAmendment } from '~/proposal/change-amendment.server'
import { decideMeeting } from '~/proposal/decide-meeting.server'
import { remediesNow } from '~/proposal/remedies'
import { suggestRemedy } from '~/proposal/suggest-remedy.server'
import { loadDraft } from '~/proposal/store.server'
import { undoFigures } from '~/proposal/undo-figures.server'
import { demoAmendments } from '../../prisma/demo/amendments'
import { buildAmendment, buildMember, buildProposal, valueOf } from '../factories'

const now = new Date('2026-10-15T12:00:00Z')

const toKun = (amount: number) => ({
  type: 'frame' as const,
  board: 'KUN',
  recurrence: 'indexed' as const,
  amounts: [tkr(amount), tkr(0), tkr(0)],
})

const input = (amount: number) => ({ change: toKun(amount), motivation: 'Skäl', section: null })

/** The demo's proposal with 12 000 tkr to KUN: 1 971 tkr are missing in the budget year. */
async function short() {
  const made = await buildProposal()
  const { drafter, proposalId, group } = made
  const ids = new Map<string, string>()
  for (const { change, motivation } of demoAmendments) {
    const wanted = change.type === 'frame' && change.board === 'KUN' ? toKun(12_000) : change
    const { id } = await buildAmendment(drafter, proposalId, wanted, motivation || 'Skäl')
    ids.set(wanted.type === 'frame' ? wanted.board : wanted.type, id)
  }
  const leader = await buildMember(group, ['leader'])
  const draft = async () => {
    const found = await loadDraft(leader, proposalId)
    if (!found) throw new Error('no proposal')
    return found
  }
  const found = async (board = 'KUN', withSuggested = false) =>
    remediesNow(await draft(), board, withSuggested)
  const markOf = async (type: RemedyType, board = 'KUN') =>
    (await found(board)).offered.find(remedy => remedy.type === type)?.mark
  const suggest = async (actor: Actor, type: RemedyType, board = 'KUN', seen?: string) =>
    suggestRemedy(actor, proposalId, { type, board, ...(seen && { seen }) }, now)
  return { ...made, leader, draft, found, markOf, suggest, id: (key: string) => ids.get(key) ?? '' }
}

const added = async ({ draft }: Awaited<ReturnType<typeof short>>) =>
  (await draft()).amendments.slice(demoAmendments.length)

test('two öre more are one suggestion that takes the place of the thirty, and close the gap once adopted', async () => {
  const world = await short()
  const { drafter, leader, proposalId, draft, markOf, suggest, id } = world
  const { numbers } = valueOf(await suggest(drafter, 'tax-rate', 'KUN', await markOf('tax-rate')))
  expect(await added(world)).toMatchObject([
    {
      number: numbers[0],
      state: 'suggested',
      change: { type: 'tax-rate', ore: 32 },
      replaces: id('tax-rate'),
    },
  ])
  const before = await draft()
  expect(statementOf(before.framework, before.amendments).gap).toEqual([1971, 1906, 1943])
  const [suggestion] = await added(world)
  const on = [{ id: suggestion?.id ?? '', revision: 1 }]
  valueOf(await decideMeeting(leader, proposalId, { on, off: [], rest: 'leave', gap: null }, now))
  const after = await draft()
  expect(statementOf(after.framework, after.amendments).gap).toEqual([0, 0, 0])
})

test('a cut over all additions is several suggestions of one press, undone together', async () => {
  const world = await short()
  const { drafter, proposalId, found, suggest } = world
  const { numbers } = valueOf(await suggest(drafter, 'even'))
  expect(numbers).toHaveLength(5)
  expect((await found('KUN', true)).short).toBe(false)
  const [first] = await added(world)
  const { step } = await db.figureChange.findFirstOrThrow({
    where: { proposalId, amendmentId: first?.id ?? '' },
  })
  valueOf(await undoFigures(drafter, proposalId, { step, way: 'undo' }, now))
  expect((await added(world)).map(({ state }) => state)).toEqual(numbers.map(() => 'withdrawn'))
})

test('each alternative can be suggested, and pressed again it is named instead of doubled', async () => {
  const world = await short()
  const { drafter, suggest, found } = world
  for (const type of ['board', 'target', 'tax-rate'] as const) {
    const { numbers } = valueOf(await suggest(drafter, type, 'BUN'))
    expect(await suggest(drafter, type, 'BUN')).toMatchObject({
      fault: { kind: 'conflict', message: expect.stringContaining(`Ä${numbers[0]}`) },
    })
    const offered = (await found('BUN')).offered.find(remedy => remedy.type === type)
    expect(offered?.suggested.map(({ number }) => number)).toEqual(numbers)
  }
  expect(await added(world)).toHaveLength(3)
})

test('with the suggested ones counted, what is still missing replaces the adopted and not the suggested', async () => {
  const world = await short()
  const { drafter, proposalId, suggest, found, id } = world
  await addAmendment(
    drafter,
    proposalId,
    { change: toKun(10_000), motivation: 'Skäl', section: null, asSuggestion: true },
    now,
  )
  valueOf(await suggest(drafter, 'tax-rate'))
  const { offered, statement } = await found('KUN', true)
  const tax = offered.find(({ type }) => type === 'tax-rate')
  expect(statement.gap[0]).toBeGreaterThan(0)
  expect(tax?.after.gap).toEqual([0, 0, 0])
  expect(tax?.changes).toMatchObject([{ replaces: id('tax-rate') }])
})

test('a stale page is told, and nothing is written', async () => {
  const world = await short()
  const { drafter, leader, proposalId, markOf, suggest, id } = world
  const seen = await markOf('board')
  const kun = { id: id('KUN'), revision: 1 }
  valueOf(await changeAmendment(leader, proposalId, kun, input(13_000), now))
  expect(await suggest(drafter, 'board', 'KUN', seen)).toMatchObject({
    fault: { kind: 'stale', message: expect.stringContaining('nya siffrorna') },
  })
  valueOf(await changeAmendment(leader, proposalId, { ...kun, revision: 2 }, input(1_000), now))
  expect(await suggest(drafter, 'board', 'KUN', seen)).toMatchObject({
    fault: { kind: 'stale', message: expect.stringContaining('nu saknas inget') },
  })
  expect(await added(world)).toEqual([])
})

test('of two presses at once one suggests, and the other is told', async () => {
  const world = await short()
  const { drafter, leader, suggest } = world
  const outcomes = await Promise.all([suggest(drafter, 'tax-rate'), suggest(leader, 'tax-rate')])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await added(world)).toHaveLength(1)
})

test('roles that may not amend, a locked proposal and strangers get nothing', async () => {
  const world = await short()
  const { reviewer, admin, drafter, proposalId, suggest } = world
  for (const actor of [reviewer, admin])
    expect(await suggest(actor, 'board')).toMatchObject({ fault: { kind: 'forbidden' } })
  const stranger = { ...drafter, groupId: newId() }
  expect(await suggest(stranger, 'board')).toMatchObject({ fault: { kind: 'not-found' } })
  await db.proposal.updateMany({ where: { id: proposalId }, data: { status: 'locked' } })
  expect(await suggest(drafter, 'board')).toMatchObject({
    fault: { kind: 'forbidden', message: expect.stringContaining('låst') },
  })
  expect(await added(world)).toEqual([])
})
