import { expect, test } from 'vitest'
import { tkr } from '~/budget/money'
import { statementOf } from '~/budget/statement'
import { loadSnapshot } from '~/collab/load-snapshot.server'
import { changeRoles } from '~/group/change-roles.server'
import type { Actor } from '~/group/policy'
import { addAmendment } from '~/proposal/add-amendment.server'
import { changeAmendment } from '~/proposal/change-amendment.server'
import { moveAmendment } from '~/proposal/move-amendment.server'
import type { MoveName } from '~/proposal/moves'
import { setFrameAmount } from '~/proposal/set-frame-amount.server'
import { loadDraft } from '~/proposal/store.server'
import { buildAmendment, buildMember, buildProposal, valueOf } from '../factories'

const now = new Date('2026-10-15T12:00:00Z')

const frame = (amount: number, board = 'KUN') => ({
  type: 'frame' as const,
  board,
  recurrence: 'indexed' as const,
  amounts: [tkr(amount), tkr(0), tkr(0)],
})

async function led() {
  const made = await buildProposal()
  const { group, proposalId, drafter } = made
  const leader = await buildMember(group, ['leader'], 'Ledaren')
  const adopted = await buildAmendment(leader, proposalId, frame(10_000))
  const amendments = async () => (await loadDraft(drafter, proposalId))?.amendments ?? []
  const states = async () => (await amendments()).map(({ state }) => state)
  const change = async () => {
    const draft = await loadDraft(drafter, proposalId)
    return draft && statementOf(draft.framework, draft.amendments).frames.change[0]
  }
  const move = (actor: Actor, { id }: { id: string }, name: MoveName, revision = 1) =>
    moveAmendment(actor, proposalId, { id, revision }, name, now)
  return { ...made, leader, adopted, amendments, states, change, move }
}

const input = (amount: number, board?: string) => ({
  change: frame(amount, board),
  motivation: 'Skäl',
  section: null,
})

test('with a leader a drafter’s new amendment waits for the decision, and counts after it', async () => {
  const { drafter, leader, proposalId, states, change, move } = await led()
  const added = valueOf(await addAmendment(drafter, proposalId, input(2000, 'SN'), now))
  expect(added).toMatchObject({ state: 'suggested' })
  expect(await change()).toBe(10_000)
  expect(await move(drafter, added, 'adopt')).toMatchObject({ fault: { kind: 'forbidden' } })
  expect(await states()).toEqual(['adopted', 'suggested'])
  valueOf(await move(leader, added, 'adopt'))
  expect(await change()).toBe(12_000)
})

test('without a leader what is saved is adopted, and the first leader ends that at once', async () => {
  const { proposalId, drafter, admin, group } = await buildProposal()
  const add = async (board: string) =>
    valueOf(await addAmendment(drafter, proposalId, input(1000, board), now)).state
  expect(await add('SN')).toBe('adopted')
  const member = await buildMember(group, ['reviewer'])
  valueOf(await changeRoles(admin, { memberId: member.memberId, roles: ['reviewer', 'leader'] }))
  expect(await add('KUN')).toBe('suggested')
})

test('a drafter’s new amount for an adopted one is a suggestion to replace it', async () => {
  const { drafter, leader, adopted, proposalId, amendments, change, move } = await led()
  const seen = { id: adopted.id, revision: 1 }
  const type = (at: number, amount: number) =>
    setFrameAmount(drafter, proposalId, seen, { board: 'KUN', at, amount: tkr(amount) }, now)
  const first = valueOf(await type(0, 12_000))
  const again = valueOf(await type(1, 500))
  expect(first).toMatchObject({ state: 'suggested', number: 2 })
  expect(again.id).toBe(first.id)
  expect(await amendments()).toMatchObject([
    { state: 'adopted', change: { amounts: [10_000, 0, 0] }, revision: 1 },
    { state: 'suggested', change: { amounts: [12_000, 500, 0] }, replaces: adopted.id },
  ])
  expect(await change()).toBe(10_000)
  valueOf(await move(leader, first, 'adopt', 2))
  expect(await change()).toBe(12_000)
  valueOf(await move(leader, first, 'withdraw', 3))
  expect(await change()).toBe(10_000)
})

test('of two that would replace the same one, one is adopted', async () => {
  const { drafter, secretary, leader, adopted, proposalId, move, change } = await led()
  const suggest = async (actor: Actor, amount: number) =>
    valueOf(
      await changeAmendment(actor, proposalId, { id: adopted.id, revision: 1 }, input(amount), now),
    )
  const [one, other] = [await suggest(drafter, 11_000), await suggest(secretary, 15_000)]
  valueOf(await move(leader, one, 'adopt'))
  expect(await move(leader, other, 'adopt')).toMatchObject({ fault: { kind: 'conflict' } })
  expect(await change()).toBe(11_000)
})

test('a suggested tax rate replaces the one in force when it is adopted', async () => {
  const { drafter, leader, proposalId, move } = await led()
  const tax = (actor: Actor, ore: number) =>
    addAmendment(
      actor,
      proposalId,
      { change: { type: 'tax-rate', ore: ore as never }, motivation: '', section: null },
      now,
    )
  valueOf(await tax(leader, 30))
  expect(await tax(leader, 20)).toMatchObject({ fault: { field: 'type' } })
  const suggested = valueOf(await tax(drafter, 20))
  valueOf(await move(leader, suggested, 'adopt'))
  const draft = await loadDraft(leader, proposalId)
  expect(draft && statementOf(draft.framework, draft.amendments).taxRate.change).toBe(20)
})

test('of two decisions at once over the same save, one is made and the other is told', async () => {
  const { leader, group, drafter, proposalId, move, amendments } = await led()
  const second = await buildMember(group, ['leader'], 'Den andra')
  const added = valueOf(await addAmendment(drafter, proposalId, input(2000, 'SN'), now))
  const both = await Promise.all([move(leader, added, 'adopt'), move(second, added, 'withdraw')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ fault: { kind: 'stale' } })
  expect((await amendments())[1]?.revision).toBe(2)
})

test('a snapshot carries the states, and nothing of who and when', async () => {
  const { drafter, proposalId } = await led()
  valueOf(await addAmendment(drafter, proposalId, input(2000, 'SN'), now))
  const snapshot = await loadSnapshot(drafter, proposalId)
  expect(snapshot?.amendments.map(({ state }) => state)).toEqual(['adopted', 'suggested'])
  expect(Object.keys(snapshot?.amendments[1] ?? {}).toSorted()).toEqual(
    ['baseHash', 'change', 'id', 'motivation', 'number', 'section', 'state'].toSorted(),
  )
  const shown = await loadSnapshot(drafter, proposalId, true)
  expect(shown?.amendments.map(({ state }) => state)).toEqual(['adopted', 'adopted'])
})
