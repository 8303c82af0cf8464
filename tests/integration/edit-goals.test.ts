import { expect, test } from 'vitest'
import { db } from '~/db.server'
import type { Actor } from '~/group/policy'
import { editGoals } from '~/proposal/edit-goals.server'
import type { IndicatorText } from '~/proposal/goal-edit'
import { loadDraft } from '~/proposal/store.server'
import { buildProposal, valueOf } from '../factories'

const indicator: IndicatorText = {
  kpi: 'N15436',
  label: 'Behöriga till yrkesprogram, åk 9',
  unit: '%',
  direction: 'increase',
  outcomeYear: 2024,
  outcome: '82.6',
  targetYear: 2026,
  target: '93',
}

async function goalsOf(actor: Actor, proposalId: string) {
  return (await loadDraft(actor, proposalId))?.goals ?? []
}

async function withIndicator() {
  const built = await buildProposal()
  const { drafter, proposalId } = built
  const goal = valueOf(await editGoals(drafter, proposalId, { type: 'add-goal', title: 'Välfärd' }))
  const added = valueOf(
    await editGoals(drafter, proposalId, { type: 'add-indicator', goalId: goal.id, indicator }),
  )
  return { ...built, goalId: goal.id, indicatorId: added.id }
}

test('goals and indicators are stored in the order that they were added', async () => {
  const { drafter, proposalId, goalId } = await withIndicator()
  const second = { ...indicator, label: 'Lägst E i matematik', kpi: null }
  valueOf(
    await editGoals(drafter, proposalId, { type: 'add-indicator', goalId, indicator: second }),
  )
  valueOf(await editGoals(drafter, proposalId, { type: 'add-goal', title: 'Klimat' }))
  const goals = await goalsOf(drafter, proposalId)
  expect(goals.map(({ title }) => title)).toEqual(['Välfärd', 'Klimat'])
  expect(goals[0]?.indicators.map(({ label }) => label)).toEqual([indicator.label, second.label])
  expect(goals[0]?.indicators[0]).toMatchObject(indicator)
})

test('an older revision overwrites nothing and is told what stands', async () => {
  const { drafter, secretary, proposalId, indicatorId } = await withIndicator()
  const change = (actor: Actor, target: string) =>
    editGoals(actor, proposalId, {
      type: 'change-indicator',
      indicatorId,
      revision: 1,
      indicator: { ...indicator, target },
    })
  expect(await change(secretary, '95')).toMatchObject({ ok: true })
  expect(await change(drafter, '90')).toMatchObject({
    ok: false,
    fault: { kind: 'stale', current: { target: '95', revision: 2 } },
  })
  const [goal] = await goalsOf(drafter, proposalId)
  expect(goal?.indicators[0]?.target).toBe('95')
})

test('of two changes at once exactly one is saved', async () => {
  const { drafter, secretary, proposalId, indicatorId } = await withIndicator()
  const outcomes = await Promise.all(
    [drafter, secretary].map(actor =>
      editGoals(actor, proposalId, { type: 'remove-indicator', indicatorId, revision: 1 }),
    ),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
})

test('each saved edit counts the proposal up by one, a refused one does not', async () => {
  const { drafter, reviewer, proposalId, goalId } = await withIndicator()
  const revision = async () =>
    (await db.proposal.findUniqueOrThrow({ where: { id: proposalId } })).revision
  const before = await revision()
  await editGoals(reviewer, proposalId, { type: 'add-goal', title: 'Nej' })
  await editGoals(drafter, proposalId, { type: 'remove-goal', goalId, revision: 99 })
  expect(await revision()).toBe(before)
  await editGoals(drafter, proposalId, { type: 'add-goal', title: 'Ja' })
  expect(await revision()).toBe(before + 1)
})

test('a goal takes its indicators with it', async () => {
  const { drafter, proposalId, goalId } = await withIndicator()
  const [goal] = await goalsOf(drafter, proposalId)
  const revision = goal?.revision ?? 0
  valueOf(await editGoals(drafter, proposalId, { type: 'remove-goal', goalId, revision }))
  expect(await db.indicator.count({ where: { goalId } })).toBe(0)
})

test('a reviewer may not, and another group’s proposal does not exist', async () => {
  const { reviewer, proposalId, goalId } = await withIndicator()
  const { drafter: rival } = await buildProposal()
  const rename = { type: 'rename-goal', goalId, revision: 2, title: 'Kapat' } as const
  expect(await editGoals(reviewer, proposalId, rename)).toMatchObject({
    fault: { kind: 'forbidden' },
  })
  expect(await editGoals(rival, proposalId, rename)).toMatchObject({ fault: { kind: 'not-found' } })
})

test('a goal of another proposal is not reached through one’s own', async () => {
  const { proposalId, goalId, drafter } = await withIndicator()
  const { proposalId: foreign, drafter: rival } = await buildProposal()
  expect(
    await editGoals(rival, foreign, { type: 'add-indicator', goalId, indicator }),
  ).toMatchObject({ fault: { kind: 'not-found' } })
  expect((await goalsOf(drafter, proposalId))[0]?.indicators).toHaveLength(1)
})
