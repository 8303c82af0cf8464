import { expect, test } from 'vitest'
import { tkr } from '~/budget/money'
import { statementOf } from '~/budget/statement'
import { db } from '~/db.server'
import type { Actor } from '~/group/policy'
import { addAmendment } from '~/proposal/add-amendment.server'
import { changeAmendment } from '~/proposal/change-amendment.server'
import { decideMeeting } from '~/proposal/decide-meeting.server'
import { loadDecision } from '~/proposal/decision-store.server'
import { inMeetingOrder, type Rest } from '~/proposal/meeting'
import { orderSuggestions } from '~/proposal/order-suggestions.server'
import { loadDraft } from '~/proposal/store.server'
import { buildMember, buildProposal, valueOf } from '../factories'

const now = new Date('2026-10-15T12:00:00Z')

const input = (board: string, amount: number) => ({
  change: {
    type: 'frame' as const,
    board,
    recurrence: 'indexed' as const,
    amounts: [tkr(amount), tkr(0), tkr(0)],
  },
  motivation: 'Skäl',
  section: null,
})

const seen = (id: string) => ({ id, revision: 1 })

async function meeting() {
  const made = await buildProposal()
  const { group, proposalId, drafter } = made
  const leader = await buildMember(group, ['leader'], 'Ledaren')
  const suggest = async (board: string, amount: number) =>
    valueOf(await addAmendment(drafter, proposalId, input(board, amount), now))
  const [a, b, c] = [
    await suggest('SN', 2000),
    await suggest('KUN', 5000),
    await suggest('BUN', 9000),
  ]
  const draft = async () => {
    const found = await loadDraft(leader, proposalId)
    if (!found) throw new Error('no proposal')
    return found
  }
  const states = async () => (await draft()).amendments.map(({ state }) => state)
  const decide = (actor: Actor, on: string[], off: string[], rest: Rest, gap: number[] | null) => {
    const decision = { on: on.map(seen), off: off.map(seen), rest, gap }
    return decideMeeting(actor, proposalId, decision, now)
  }
  return { ...made, leader, a: a.id, b: b.id, c: c.id, draft, states, decide }
}

test('one act adopts those that are on, defers the rest, and keeps a dated list of both', async () => {
  const { leader, proposalId, a, b, c, decide, states, draft } = await meeting()
  const { decisionId } = valueOf(await decide(leader, [b], [a, c], 'defer', null))
  expect(await states()).toEqual(['deferred', 'adopted', 'deferred'])
  const { framework, amendments } = await draft()
  const statement = statementOf(framework, amendments)
  expect(statement.frames.change[0]).toBe(5000)
  const decision = await loadDecision(leader, proposalId, decisionId)
  expect(decision).toMatchObject({ number: 1, at: now, byName: 'Ledaren' })
  expect(
    decision?.content.rows.map(({ number, decided, effect }) => [number, decided, effect?.[0]]),
  ).toEqual([
    [1, 'deferred', 2000],
    [2, 'adopted', 5000],
    [3, 'deferred', 9000],
  ])
  expect(decision?.content.after.gap).toEqual(statement.gap)
  expect(decision?.content.before.result[0]).toBe((decision?.content.after.result[0] ?? 0) + 5000)
})

test('the list says what an adopted amendment takes the place of', async () => {
  const { drafter, leader, proposalId, b, decide, draft } = await meeting()
  valueOf(await decide(leader, [b], [], 'leave', null))
  const adopted = (await draft()).amendments.find(({ id }) => id === b)
  const more = input('KUN', 7000)
  const before = { id: b, revision: adopted?.revision ?? 0 }
  const { id } = valueOf(await changeAmendment(drafter, proposalId, before, more, now))
  const { decisionId } = valueOf(await decide(leader, [id], [], 'leave', null))
  const decision = await loadDecision(leader, proposalId, decisionId)
  expect(decision?.content.rows.map(({ number, replaces }) => [number, replaces])).toContainEqual([
    4, 2,
  ])
  expect(decision?.content.after.result[0]).toBe((decision?.content.before.result[0] ?? 0) - 2000)
})

test('what changed since the meeting saw it refuses the whole decision', async () => {
  const { drafter, leader, proposalId, a, b, c, decide, states } = await meeting()
  valueOf(await changeAmendment(drafter, proposalId, { id: c, revision: 1 }, input('BUN', 1), now))
  expect(await decide(leader, [a], [b, c], 'withdraw', null)).toMatchObject({
    fault: { kind: 'stale', message: expect.stringContaining('Ä3') },
  })
  expect(await states()).toEqual(['suggested', 'suggested', 'suggested'])
  expect(await db.decision.count({ where: { proposalId } })).toBe(0)
})

test('a decision on other figures than the server’s is refused', async () => {
  const { leader, a, decide, states } = await meeting()
  expect(await decide(leader, [a], [], 'leave', [1, 2, 3])).toMatchObject({
    fault: { kind: 'stale', message: expect.stringContaining('kvar att finansiera') },
  })
  expect(await states()).toContain('suggested')
})

test('of two leaders who decide at once one decides, and the other is told', async () => {
  const { group, leader, proposalId, a, b, c, decide } = await meeting()
  const second = await buildMember(group, ['leader'], 'Den andra')
  const both = await Promise.all([
    decide(leader, [a], [b, c], 'defer', null),
    decide(second, [c], [a, b], 'withdraw', null),
  ])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ fault: { kind: 'stale' } })
  expect(await db.decision.count({ where: { proposalId } })).toBe(1)
})

test('nothing on and nothing moved is no decision, and a drafter takes none', async () => {
  const { leader, drafter, a, b, decide } = await meeting()
  expect(await decide(leader, [], [a, b], 'leave', null)).toMatchObject({
    fault: { kind: 'conflict' },
  })
  expect(await decide(drafter, [a], [b], 'defer', null)).toMatchObject({
    fault: { kind: 'forbidden' },
  })
})

test('the order is the leader’s, and no save of what is ordered', async () => {
  const { leader, drafter, proposalId, a, b, c, draft } = await meeting()
  expect(await orderSuggestions(drafter, proposalId, [c, a, b])).toMatchObject({
    fault: { kind: 'forbidden' },
  })
  valueOf(await orderSuggestions(leader, proposalId, [c, a, b]))
  const { amendments } = await draft()
  expect(inMeetingOrder(amendments).map(({ id }) => id)).toEqual([c, a, b])
  expect(amendments.every(({ revision }) => revision === 1)).toBe(true)
})
