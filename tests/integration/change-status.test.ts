import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { tkr } from '~/budget/money'
import { changeStatus } from '~/collab/change-status.server'
import { freezeVersion } from '~/collab/freeze-version.server'
import { appendToLog } from '~/collab/log-store.server'
import { removeOverride, overrideCheck } from '~/collab/override-check.server'
import { db } from '~/db.server'
import type { Actor } from '~/group/policy'
import type { StatusStep } from '~/group/status'
import { editGoals } from '~/proposal/edit-goals.server'
import { editRivals } from '~/proposal/edit-rivals.server'
import { setDates } from '~/proposal/set-dates.server'
import { listStatusChanges } from '~/proposal/status-store.server'
import { loadDraft } from '~/proposal/store.server'
import { loadVersion } from '~/proposal/version-store.server'
import { buildAmendment, buildMember, buildProposal, valueOf } from '../factories'

const now = new Date('2026-10-15T12:00:00Z')

const frame = (amount: number) => ({
  type: 'frame' as const,
  board: 'BUN',
  recurrence: 'indexed' as const,
  amounts: [tkr(amount), tkr(0), tkr(0)],
})

async function built() {
  const made = await buildProposal()
  const leader = await buildMember(made.group, ['leader'], 'Ledaren')
  const step = (actor: Actor, name: StatusStep, reason = '') =>
    changeStatus(actor, { proposalId: made.proposalId, step: name, reason, now })
  const statusNow = async () => (await loadDraft(leader, made.proposalId))?.status
  return { ...made, leader, step, statusNow }
}

const update = (text: string) => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

async function withSection() {
  const made = await built()
  const { drafter, proposalId } = made
  const id = `s-${proposalId}`
  const { groupId, memberId } = drafter
  await db.section.create({ data: { id, groupId, proposalId, title: 'Text', position: 0 } })
  const write = (text: string) =>
    appendToLog({ groupId, sectionId: id, memberId, update: update(text) })
  return { ...made, write }
}

test('the steps are taken in order, each written down with who, when and why', async () => {
  const { secretary, leader, step, statusNow, proposalId } = await built()
  expect(await step(secretary, 'lock')).toMatchObject({ fault: { kind: 'forbidden' } })
  valueOf(await step(secretary, 'begin-review'))
  valueOf(await step(secretary, 'lock'))
  expect(await step(secretary, 'unlock', 'Fel siffra')).toMatchObject({
    fault: { kind: 'forbidden' },
  })
  expect(await step(leader, 'unlock', '  ')).toMatchObject({ fault: { field: 'reason' } })
  expect(await statusNow()).toBe('locked')
  valueOf(await step(leader, 'unlock', 'Fel siffra i kulturen'))
  const log = await listStatusChanges(leader, proposalId)
  expect(log.map(({ to }) => to).toSorted()).toEqual(['locked', 'review', 'review'])
  expect(log.find(({ reason }) => reason !== '')).toMatchObject({
    from: 'locked',
    to: 'review',
    reason: 'Fel siffra i kulturen',
    byName: 'Ledaren',
    at: now,
  })
})

test('a blocking check stops the locking, and an override of C08 on a ground of the law opens it', async () => {
  const { secretary, leader, drafter, step, statusNow, proposalId } = await built()
  await buildAmendment(leader, proposalId, frame(400_000))
  valueOf(await step(secretary, 'begin-review'))
  expect(await step(secretary, 'lock')).toMatchObject({
    fault: { kind: 'conflict', message: expect.stringContaining('hindrar låsningen') },
  })
  expect(await statusNow()).toBe('review')
  const [place] = await findingPlaces(leader, proposalId, 'C08')
  const input = { check: 'C08', place: place ?? '', reason: 'Vi använder reserven.' }
  const give = (actor: Actor, ground: 'result-reserve' | null) =>
    overrideCheck(actor, proposalId, { ...input, ground }, now)
  expect(await give(drafter, 'result-reserve')).toMatchObject({ fault: { kind: 'forbidden' } })
  expect(await give(leader, null)).toMatchObject({ fault: { field: 'ground' } })
  valueOf(await give(leader, 'result-reserve'))
  valueOf(await give(leader, 'result-reserve'))
  const [override, ...more] = (await loadDraft(leader, proposalId))?.overrides ?? []
  expect(more).toEqual([])
  expect(override).toMatchObject({ check: 'C08', ground: 'result-reserve', byName: 'Ledaren' })
  valueOf(await step(secretary, 'lock'))
  expect(await removeOverride(leader, proposalId, override?.id ?? '')).toMatchObject({
    fault: { kind: 'forbidden' },
  })
})

async function findingPlaces(actor: Actor, proposalId: string, id: string): Promise<string[]> {
  const { loadSnapshot } = await import('~/collab/load-snapshot.server')
  const { checkSnapshot } = await import('~/proposal/check')
  const snapshot = await loadSnapshot(actor, proposalId)
  return snapshot ? checkSnapshot(snapshot).flatMap(f => (f.id === id ? f.place : [])) : []
}

test('what the checks do not find, or may not be overridden, takes no reason', async () => {
  const { leader, proposalId } = await built()
  const give = (check: string) =>
    overrideCheck(
      leader,
      proposalId,
      { check, place: 'framework', reason: 'Nej', ground: null },
      now,
    )
  expect(await give('C03')).toMatchObject({ fault: { kind: 'conflict' } })
  expect(await give('C99')).toMatchObject({ fault: { kind: 'conflict' } })
  expect(await db.override.count({ where: { proposalId } })).toBe(0)
})

test('what is handed in is printed beside the proposals that were chosen, or it is not handed in', async () => {
  const { secretary, drafter, leader, reviewer, step, statusNow, proposalId } = await built()
  const heading = { name: 'Majoriteten', source: 'Protokollet', datedOn: null }
  const typed = { 'frame.BUN.0': '5 000' }
  const { id } = valueOf(
    await editRivals(drafter, proposalId, { type: 'add', ...heading, typed }, now),
  )
  valueOf(await step(secretary, 'begin-review'))
  valueOf(await step(secretary, 'lock'))
  const submit = (rivals: string[]) =>
    changeStatus(leader, { proposalId, step: 'submit', reason: '', rivals, now })
  expect(await submit([id, 'ingen'])).toMatchObject({ fault: { field: 'rivals' } })
  expect(await statusNow()).toBe('locked')
  valueOf(await submit([id]))
  const { id: versionId } = await db.version.findFirstOrThrow({
    where: { proposalId },
    orderBy: { number: 'desc' },
  })
  const version = valueOf(await loadVersion(reviewer, proposalId, versionId))
  expect(version.snapshot.rivals).toMatchObject([heading])
})

test('a locked proposal takes neither figures, goals nor text, and a submitted one no command at all', async () => {
  const { secretary, leader, drafter, step, statusNow, proposalId, write } = await withSection()
  expect(await write('före')).toBe(true)
  valueOf(await step(leader, 'begin-review'))
  valueOf(await step(leader, 'lock'))
  expect(await write('efter')).toBe(false)
  await expect(buildAmendment(leader, proposalId, frame(1000))).rejects.toThrow('låst')
  const goal = { type: 'add-goal', title: 'Nej' } as const
  expect(await editGoals(drafter, proposalId, goal)).toMatchObject({
    fault: { kind: 'forbidden', message: expect.stringContaining('låst') },
  })
  valueOf(await freezeVersion(secretary, { proposalId, name: 'Låst version', now }))
  valueOf(await step(leader, 'submit'))
  expect(await statusNow()).toBe('submitted')
  const versions = await db.version.findMany({ where: { proposalId }, orderBy: { number: 'asc' } })
  expect(versions.map(({ name, automatic, lasting }) => [name, automatic, lasting])).toEqual([
    ['Före granskning', true, false],
    ['Låst 15 oktober 2026', true, true],
    ['Låst version', false, true],
    ['Inlämnad 15 oktober 2026', false, true],
  ])
  const refused = [
    await step(leader, 'unlock', 'Ångrar'),
    await step(leader, 'begin-review'),
    await setDates(leader, proposalId, { review: null, locked: null, submitted: null }),
    await freezeVersion(secretary, { proposalId, name: 'En till', now }),
    await editGoals(drafter, proposalId, goal),
    await removeOverride(leader, proposalId, 'x'),
  ]
  for (const outcome of refused) expect(outcome).toMatchObject({ fault: { kind: 'forbidden' } })
  expect(await write('efter')).toBe(false)
})

test('of many writes around a locking, exactly those are there that were acknowledged', async () => {
  const { leader, step, proposalId, write } = await withSection()
  valueOf(await step(leader, 'begin-review'))
  const writes: Promise<boolean>[] = []
  const amounts: Promise<boolean>[] = []
  for (let i = 0; i < 30; i++) {
    writes.push(write(`rad ${i}`))
    if (i % 3 === 0)
      amounts.push(
        editGoals(leaderAsDrafter(leader), proposalId, { type: 'add-goal', title: `M${i}` }).then(
          ({ ok }) => ok,
        ),
      )
    if (i === 15) amounts.push(step(leader, 'lock').then(({ ok }) => ok && false))
  }
  const stored = (await Promise.all(writes)).filter(Boolean).length
  const goals = (await Promise.all(amounts)).filter(Boolean).length
  expect(await db.sectionUpdate.count({ where: { sectionId: `s-${proposalId}` } })).toBe(stored)
  expect(await db.goal.count({ where: { proposalId } })).toBe(goals)
  expect(await write('efter')).toBe(false)
})

const leaderAsDrafter = (actor: Actor): Actor => ({ ...actor, roles: ['leader', 'drafter'] })

test('of two lockings at once one is made', async () => {
  const { leader, secretary, step, proposalId } = await built()
  valueOf(await step(leader, 'begin-review'))
  const both = await Promise.all([step(leader, 'lock'), step(secretary, 'lock')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.statusChange.count({ where: { proposalId, to: 'locked' } })).toBe(1)
})

test('dates are set by secretary and leader, in their order, and another group does not reach them', async () => {
  const { leader, drafter, proposalId } = await built()
  const dates = { review: '2026-10-01', locked: null, submitted: '2026-11-02' }
  expect(await setDates(drafter, proposalId, dates)).toMatchObject({ fault: { kind: 'forbidden' } })
  expect(await setDates(leader, proposalId, { ...dates, locked: '2026-12-01' })).toMatchObject({
    fault: { field: 'submitted' },
  })
  valueOf(await setDates(leader, proposalId, dates))
  expect((await loadDraft(leader, proposalId))?.dates).toEqual(dates)
  const rival = await built()
  expect(await setDates(rival.leader, proposalId, dates)).toMatchObject({
    fault: { kind: 'not-found' },
  })
  expect(await rival.step(rival.drafter, 'begin-review')).toMatchObject({ ok: false })
  expect(
    await changeStatus(rival.leader, { proposalId, step: 'begin-review', reason: '', now }),
  ).toMatchObject({ fault: { kind: 'not-found' } })
})
