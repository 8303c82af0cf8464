import { beforeEach, expect, test } from 'vitest'
import { changeStatus } from '~/collab/change-status.server'
import { freezeVersion } from '~/collab/freeze-version.server'
import { freezeIdle } from '~/collab/idle-checkpoint.server'
import { compactLog } from '~/collab/log-store.server'
import { openThread } from '~/collab/open-thread.server'
import { versionList } from '~/collab/version-pages.server'
import { db, pool } from '~/db.server'
import { exportVersion } from '~/export/export-version.server'
import { versionFile } from '~/export/version-file.server'
import type { Actor } from '~/group/policy'
import { changeAmendment } from '~/proposal/change-amendment.server'
import { buildProposal, valueOf } from '../factories'
import { frame, textOf, withVersion, write } from './versioned'

const now = new Date('2026-11-29T20:00:00Z')

/** Minutes pass: all that was written down lies so much further back. */
async function pass(minutes: number) {
  const back = (table: string, field: string) =>
    pool.query(`update "${table}" set "${field}" = "${field}" - make_interval(mins => $1)`, [
      minutes,
    ])
  await back('Proposal', 'changedAt')
  await back('SectionUpdate', 'at')
  await back('SectionWriter', 'at')
}

/** What other tests of the file left is frozen, and stays out of the way. */
beforeEach(async () => {
  await pass(100)
  await freezeIdle(10, now)
})

const versions = async (actor: Actor, proposalId: string) =>
  (await versionList(actor, proposalId)).listed.map(({ name, by, automatic }) => ({
    name,
    by,
    automatic,
  }))

const change = async (actor: Actor, proposalId: string, id: string, revision: number, to: number) =>
  valueOf(
    await changeAmendment(
      actor,
      proposalId,
      { id, revision },
      { change: frame(to), motivation: 'Skäl', section: null },
      now,
    ),
  )

const automatic = { name: 'Automatisk 29 november 21:00', by: 'Skuggbudget', automatic: true }
const first = { name: 'Första', by: 'secretary', automatic: false }

test('what was changed and then left alone for ten minutes is frozen once', async () => {
  const { leader, proposalId, amendmentId } = await withVersion()
  expect(await freezeIdle(10, now)).toBe(0)
  await change(leader, proposalId, amendmentId, 1, 60_000)
  await pass(9)
  expect(await freezeIdle(10, now)).toBe(0)
  await pass(2)
  expect(await freezeIdle(10, now)).toBe(1)
  expect(await versions(leader, proposalId)).toEqual([automatic, first])
  await pass(60)
  expect(await freezeIdle(10, now)).toBe(0)
  expect(await versions(leader, proposalId)).toHaveLength(2)
})

test('of several instances one freezes it', async () => {
  const { leader, proposalId, amendmentId } = await withVersion()
  await change(leader, proposalId, amendmentId, 1, 61_000)
  await pass(11)
  const made = await Promise.all([1, 2, 3, 4].map(() => freezeIdle(10, now)))
  expect(made.toSorted()).toEqual([0, 0, 0, 1])
  expect(await versions(leader, proposalId)).toEqual([automatic, first])
})

test.each([false, true])('words that were written count too (rows merged: %s)', async merged => {
  const { drafter, proposalId, school } = await withVersion()
  await pass(11)
  await freezeIdle(10, now)
  await write(drafter, school, doc => textOf(doc, 0).insert(0, 'Nu: '))
  if (merged) await compactLog(school)
  expect(await freezeIdle(10, now)).toBe(0)
  await pass(11)
  expect(await freezeIdle(10, now)).toBe(1)
  expect(await versions(drafter, proposalId)).toEqual([automatic, first])
})

test('comments change nothing that a version holds', async () => {
  const { reviewer, proposalId, school } = await withVersion()
  const place = { kind: 'section' as const, sectionId: school }
  valueOf(await openThread(reviewer, proposalId, { place, body: 'Fråga', now }))
  await pass(11)
  expect(await freezeIdle(10, now)).toBe(1)
  expect(await versions(reviewer, proposalId)).toEqual([first])
})

test('a proposal that nobody has touched since it was made is left alone', async () => {
  const { secretary, proposalId } = await buildProposal()
  await pass(60)
  expect(await freezeIdle(10, now)).toBe(0)
  expect(await versions(secretary, proposalId)).toEqual([])
})

test('older automatic versions are thinned out, never one that is named, exported or locked', async () => {
  const { leader, secretary, proposalId, amendmentId } = await withVersion()
  const day = 86_400_000
  const dayAgo = (days: number, hour: number) =>
    new Date(now.getTime() - days * day + hour * 3_600_000)
  let revision = 0
  const freezeAt = async (at: Date) => {
    await change(leader, proposalId, amendmentId, ++revision, 70_000 + revision)
    await pass(11)
    await freezeIdle(10, at)
    const [latest] = await db.version.findMany({
      where: { proposalId },
      orderBy: { number: 'desc' },
    })
    return latest?.id ?? ''
  }
  const ids = {
    exported: await freezeAt(dayAgo(3, -8)),
    downloaded: await freezeAt(dayAgo(3, -7)),
    thinned: await freezeAt(dayAgo(3, -6)),
    locked: await freezeAt(dayAgo(3, -5)),
  }
  const { exported, downloaded } = ids
  valueOf(await exportVersion(secretary, { proposalId, versionId: exported, part: 'annex' }))
  const file = { proposalId, versionId: downloaded, file: 'snapshot.json' }
  valueOf(await versionFile(secretary, file))
  valueOf(await freezeVersion(secretary, { proposalId, name: 'Namngiven', now: dayAgo(3, -5) }))
  const step = async (name: 'begin-review' | 'lock' | 'unlock', by: Actor) =>
    valueOf(await changeStatus(by, { proposalId, step: name, reason: 'Fel', now: dayAgo(3, -4) }))
  await step('begin-review', secretary)
  await change(leader, proposalId, amendmentId, ++revision, 5)
  await step('lock', secretary)
  await step('unlock', leader)
  const last = await freezeAt(now)
  const left = await db.version.findMany({
    where: { proposalId },
    orderBy: { number: 'asc' },
    select: { id: true, name: true },
  })
  expect(left.map(({ id }) => id)).not.toContain(ids.thinned)
  expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining([exported, downloaded, last]))
  const names = left.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['Första', 'Namngiven', 'Låst 26 november 2026']))
})
