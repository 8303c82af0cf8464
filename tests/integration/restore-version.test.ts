import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { tkr } from '~/budget/money'
import { moveSection, removeSection } from '~/collab/arrange-section.server'
import { freezeVersion } from '~/collab/freeze-version.server'
import { openThread } from '~/collab/open-thread.server'
import { restoreAll, restoreAmendment, restoreSection } from '~/collab/restore-version.server'
import { threadsIn } from '~/collab/section-doc'
import { db } from '~/db.server'
import { newId } from '~/identifier.server'
import type { Actor } from '~/group/policy'
import { addAmendment } from '~/proposal/add-amendment.server'
import { editGoals } from '~/proposal/edit-goals.server'
import { replaceAmendment } from '~/proposal/replace-amendment.server'
import { setFrameAmount } from '~/proposal/set-frame-amount.server'
import { loadDraft } from '~/proposal/store.server'
import { undoFigures } from '~/proposal/undo-figures.server'
import { buildAmendment, valueOf } from '../factories'
import { docIn, frame, now, textIn, textOf, withVersion, write } from './versioned'

const revisionOf = async (actor: Actor, proposalId: string, id: string) =>
  (await loadDraft(actor, proposalId))?.amendments.find(one => one.id === id)?.revision ?? 0

/** Opens a thread on words of the section's second paragraph. */
async function ask(actor: Actor, proposalId: string, sectionId: string, quote: string) {
  const text = textOf(await docIn(actor, sectionId), 1)
  const start = text.toString().indexOf(quote)
  const at = (index: number) =>
    Buffer.from(
      Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index)),
    ).toString('base64')
  const anchor = { from: at(start), to: at(start + quote.length), quote }
  const place = { kind: 'text' as const, sectionId, ...anchor }
  const opened = await openThread(actor, proposalId, { place, body: 'Hur mycket?', now })
  return valueOf(opened).threadId
}

describe('a section', () => {
  test('is again as it was, and how it was just before is an automatic version', async () => {
    const { drafter, proposalId, school, restore } = await withVersion()
    await write(drafter, school, doc => textOf(doc, 0).insert(0, 'Idag: '))
    valueOf(await restoreSection(drafter, { ...restore, sectionId: school }))
    expect(await textIn(drafter, school)).toEqual(['Vi vill ha lugn.', 'Skolan får mer pengar.'])
    const before = await db.version.findFirstOrThrow({ where: { proposalId, automatic: true } })
    expect(before.name).toBe('Före återställning av avsnittet ”Skolan”')
    expect(before.snapshot).toContain('Idag: Vi vill ha lugn.')
    // and that one can be had back too
    const back = { ...restore, versionId: before.id, sectionId: school }
    valueOf(await restoreSection(drafter, back))
    expect((await textIn(drafter, school))[0]).toBe('Idag: Vi vill ha lugn.')
    // what is restored is as the first version: the same content is not frozen twice
    expect(await db.version.count({ where: { proposalId } })).toBe(2)
  })

  test('comes back where it was removed, under its title, with its threads', async () => {
    const { drafter, proposalId, school, restore } = await withVersion()
    const place = { kind: 'section' as const, sectionId: school }
    const opened = await openThread(drafter, proposalId, { place, body: 'Fråga', now })
    const { threadId } = valueOf(opened)
    valueOf(await removeSection(drafter, proposalId, { id: school, revision: 1 }, now))
    valueOf(await restoreSection(drafter, { ...restore, sectionId: school }))
    const draft = await loadDraft(drafter, proposalId)
    expect(draft?.sections.map(({ title }) => title)).toEqual(['Skolan', 'Omsorgen'])
    expect(await db.thread.count({ where: { id: threadId } })).toBe(1)
  })

  test('keeps the threads on words that stay', async () => {
    const { drafter, proposalId, school, restore } = await withVersion()
    await write(drafter, school, doc => textOf(doc, 1).insert(0, 'Idag: '))
    const threadId = await ask(drafter, proposalId, school, 'pengar')
    valueOf(await restoreSection(drafter, { ...restore, sectionId: school }))
    expect((await textIn(drafter, school))[1]).toBe('Skolan får mer pengar.')
    expect(threadsIn(await docIn(drafter, school))).toEqual(new Set([threadId]))
  })

  test('brings a thread back to its words, which were gone before', async () => {
    const { drafter, proposalId, school, restore } = await withVersion()
    const threadId = await ask(drafter, proposalId, school, 'pengar')
    await write(drafter, school, doc => textOf(doc, 1).delete(0, textOf(doc, 1).length))
    expect(threadsIn(await docIn(drafter, school)).size).toBe(0)
    valueOf(await restoreSection(drafter, { ...restore, sectionId: school }))
    expect(threadsIn(await docIn(drafter, school))).toEqual(new Set([threadId]))
  })

  test('that is as it was needs nothing', async () => {
    const { drafter, proposalId, school, restore } = await withVersion()
    valueOf(await restoreSection(drafter, { ...restore, sectionId: school }))
    expect(await db.version.count({ where: { proposalId } })).toBe(1)
  })
})

describe('an amendment', () => {
  test('is again what it was, and its member can undo that', async () => {
    const { leader, proposalId, amendmentId, restore } = await withVersion()
    const cell = { board: 'BUN', at: 0, amount: tkr(12_000) }
    const seen = { id: amendmentId, revision: 1 }
    valueOf(await setFrameAmount(leader, proposalId, seen, cell, now))
    const stale = await restoreAmendment(leader, { ...restore, amendmentId, revision: 1 })
    expect(stale).toMatchObject({ fault: { kind: 'stale' } })
    valueOf(await restoreAmendment(leader, { ...restore, amendmentId, revision: 2 }))
    const figures = async () => (await loadDraft(leader, proposalId))?.amendments[0]?.change
    expect(await figures()).toEqual(frame(50_000))
    const last = await db.figureChange.findFirstOrThrow({
      where: { proposalId },
      orderBy: { id: 'desc' },
    })
    valueOf(await undoFigures(leader, proposalId, { step: last.step, way: 'undo' }, now))
    expect(await figures()).toEqual(frame(12_000))
  })

  test('replaces what it replaced then, and nothing where it replaced nothing', async () => {
    const { leader, secretary, proposalId, amendmentId, restore } = await withVersion()
    const { id: other } = await buildAmendment(leader, proposalId, frame(7_000))
    const revision = async () =>
      (await loadDraft(leader, proposalId))?.amendments.find(({ id }) => id === amendmentId)
        ?.revision ?? 0
    const seen = async () => ({ id: amendmentId, revision: await revision() })
    valueOf(await replaceAmendment(leader, proposalId, await seen(), other, now))
    const frozen = await freezeVersion(secretary, { proposalId, name: 'Ersatt', now })
    const { versionId } = valueOf(frozen)
    const replaced = async () =>
      (await loadDraft(leader, proposalId))?.amendments.find(({ id }) => id === amendmentId)
        ?.replaces
    const back = async (to: string) =>
      valueOf(
        await restoreAmendment(leader, {
          ...restore,
          versionId: to,
          amendmentId,
          revision: await revision(),
        }),
      )
    await back(restore.versionId)
    expect(await replaced()).toBeUndefined()
    await back(versionId)
    expect(await replaced()).toBe(other)
  })

  test('that a leader has decided on is restored by others as a suggestion', async () => {
    const { leader, drafter, proposalId, amendmentId, restore } = await withVersion()
    const cell = { board: 'BUN', at: 0, amount: tkr(12_000) }
    valueOf(await setFrameAmount(leader, proposalId, { id: amendmentId, revision: 1 }, cell, now))
    valueOf(await restoreAmendment(drafter, { ...restore, amendmentId, revision: 2 }))
    expect((await loadDraft(drafter, proposalId))?.amendments).toMatchObject([
      { state: 'adopted', change: frame(12_000) },
      { state: 'suggested', change: frame(50_000), replaces: amendmentId },
    ])
  })
})

test('the whole: order, titles, removed and new sections, amendments and goals', async () => {
  const { drafter, leader, proposalId, school, care, section, restore, ...built } =
    await withVersion()
  const { amendmentId } = built
  const goal = await db.goal.findFirstOrThrow({ where: { proposalId } })
  valueOf(await editGoals(drafter, proposalId, { type: 'add-goal', title: 'Ett till' }))
  const gone = { type: 'remove-goal' as const, goalId: goal.id, revision: 1 }
  valueOf(await editGoals(drafter, proposalId, gone))
  valueOf(await moveSection(drafter, proposalId, { id: care, revision: 1 }, 0))
  const { revision } = await db.section.findFirstOrThrow({ where: { id: school } })
  valueOf(await removeSection(drafter, proposalId, { id: school, revision }, now))
  const late = await section('Nytt', 'Senare.')
  await write(drafter, care, doc => textOf(doc, 0).insert(0, 'Idag: '))
  const cell = { board: 'BUN', at: 0, amount: tkr(12_000) }
  valueOf(await setFrameAmount(leader, proposalId, { id: amendmentId, revision: 1 }, cell, now))
  const added = { change: { ...frame(3), board: 'KUN' }, motivation: '', section: late }
  valueOf(await addAmendment(leader, proposalId, added, now))

  valueOf(await restoreAll(leader, restore))
  const draft = await loadDraft(leader, proposalId)
  expect(draft?.sections.map(({ id, title }) => [id, title])).toEqual([
    [school, 'Skolan'],
    [care, 'Omsorgen'],
  ])
  expect(draft?.goals.map(({ id, title }) => [id, title])).toEqual([[goal.id, 'Ett mål']])
  expect(draft?.amendments).toMatchObject([
    { state: 'adopted', change: frame(50_000) },
    { state: 'withdrawn', section: late },
  ])
  expect(await textIn(drafter, care)).toEqual(['Vi vill ha tid.'])
  expect(await textIn(drafter, late)).toEqual(['Senare.'])
  const versions = await db.version.count({ where: { proposalId } })
  valueOf(await restoreAll(leader, restore))
  expect(await db.version.count({ where: { proposalId } })).toBe(versions)
})

test('who may, in which status, and of which group', async () => {
  const { drafter, reviewer, secretary, proposalId, school, care, amendmentId, restore } =
    await withVersion()
  await write(drafter, school, doc => textOf(doc, 0).insert(0, 'Idag: '))
  const forbidden = { fault: { kind: 'forbidden' } }
  const section = { ...restore, sectionId: school }
  expect(await restoreSection(reviewer, section)).toMatchObject(forbidden)
  expect(await restoreAll(drafter, restore)).toMatchObject(forbidden)
  const amendment = { ...restore, amendmentId, revision: 1 }
  expect(await restoreAmendment(reviewer, amendment)).toMatchObject(forbidden)
  const rival = await withVersion()
  const missing = { fault: { kind: 'not-found' } }
  expect(await restoreSection(rival.drafter, section)).toMatchObject(missing)
  const theirs = { ...restore, versionId: rival.restore.versionId }
  expect(await restoreAll(secretary, theirs)).toMatchObject(missing)
  expect(await restoreSection(drafter, { ...restore, sectionId: rival.care })).toMatchObject(
    missing,
  )
  await db.proposal.update({ where: { id: proposalId }, data: { status: 'locked' } })
  for (const refused of [
    await restoreSection(drafter, section),
    await restoreAll(secretary, restore),
  ])
    expect(refused).toMatchObject({ fault: { message: expect.stringContaining('låst') } })
  expect((await textIn(drafter, school))[0]).toBe('Idag: Vi vill ha lugn.')
  expect(await textIn(drafter, care)).toEqual(['Vi vill ha tid.'])
  expect(await db.version.count({ where: { proposalId } })).toBe(1)
})

test('an amendment that cannot stand any more keeps the whole from being restored by halves', async () => {
  const { leader, drafter, proposalId, school, amendmentId, restore } = await withVersion()
  await write(drafter, school, doc => textOf(doc, 0).insert(0, 'Idag: '))
  const cell = { board: 'BUN', at: 0, amount: tkr(12_000) }
  valueOf(await setFrameAmount(leader, proposalId, { id: amendmentId, revision: 1 }, cell, now))
  const { framework } = await db.proposal.findFirstOrThrow({
    where: { id: proposalId },
    include: { framework: true },
  })
  const content = JSON.parse(JSON.stringify(framework.content))
  content.boards.find(({ id }: { id: string }) => id === 'BUN').id = 'NYN'
  const { groupId, name, hash } = framework
  const { id: frameworkId } = await db.framework.create({
    data: { id: newId(), groupId, name, hash, content },
  })
  await db.proposal.update({ where: { id: proposalId }, data: { frameworkId } })
  expect(await restoreAll(leader, restore)).toMatchObject({
    fault: { kind: 'conflict', message: expect.stringMatching(/Ä1.*Inget är återställt/) },
  })
  expect((await textIn(drafter, school))[0]).toBe('Idag: Vi vill ha lugn.')
  expect(await revisionOf(leader, proposalId, amendmentId)).toBe(2)
})
