import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { addSection, removeSection, returnSection } from '~/collab/arrange-section.server'
import { loadCommentsPage } from '~/collab/comments-page.server'
import { framedProposal } from '~/collab/framed-proposal.server'
import { loadSnapshot } from '~/collab/load-snapshot.server'
import { appendToLog } from '~/collab/log-store.server'
import { openThread } from '~/collab/open-thread.server'
import { replyToThread } from '~/collab/reply-to-thread.server'
import { loadBin } from '~/collab/section-bin-store.server'
import { firstUpdate } from '~/collab/section-doc'
import { loadSectionPage } from '~/collab/section-page.server'
import { settleThread } from '~/collab/settle-thread.server'
import { settleSuggestions } from '~/collab/settle-suggestions.server'
import { db } from '~/db.server'
import { buildProposal, valueOf } from '../factories'
import { serve, type Served } from './server'
import { auth, Line, logOf, update, writing } from './sockets'
import { textIn } from './versioned'

let served: Served
beforeAll(async () => {
  served = await serve()
}, 240_000)
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))

const now = new Date('2026-10-24T18:14:00Z')
const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Vi satsar 3 mnkr.' }] }

async function withSection() {
  const built = await buildProposal()
  const { proposalId, drafter } = built
  const { sectionId: first } = valueOf(await addSection(drafter, proposalId, 'Skolan'))
  await addSection(drafter, proposalId, 'Omsorgen')
  const content = firstUpdate({ type: 'doc', content: [paragraph] })
  await appendToLog({ ...drafter, sectionId: first, update: content })
  const place = { kind: 'section' as const, sectionId: first }
  const thread = await openThread(drafter, proposalId, { place, body: 'Räcker det?', now })
  const { threadId } = valueOf(thread)
  const remove = () => removeSection(drafter, proposalId, { id: first, revision: 1 }, now)
  const bringBack = (revision = 2) => returnSection(drafter, proposalId, { id: first, revision })
  return { ...built, sectionId: first, threadId, remove, bringBack }
}

async function inRoom(actor: Parameters<typeof Line.as>[2], sectionId: string): Promise<Line> {
  const line = await Line.as(served.port, '/collab', actor)
  line.send(auth(sectionId))
  await line.until('authenticated')
  return line
}

test('a section in the bin is out of everything that is made of the proposal', async () => {
  const { proposalId, drafter, sectionId, remove } = await withSection()
  valueOf(await remove())
  const titles = { sections: [{ title: 'Omsorgen' }] }
  expect(await loadSnapshot(drafter, proposalId)).toMatchObject(titles)
  const framed = await framedProposal(drafter, proposalId, now, false)
  expect(framed).toMatchObject({ ...titles, counts: { comments: 0 } })
  expect(await loadCommentsPage(drafter, proposalId)).toMatchObject({ threads: [] })
  expect(await loadBin(drafter, proposalId)).toMatchObject([
    { id: sectionId, title: 'Skolan', removedAt: now, removedByName: drafter.name },
  ])
})

test('its page is there to read, and lets nobody write, suggest or comment', async () => {
  const { proposalId, drafter, sectionId, remove } = await withSection()
  valueOf(await remove())
  expect(await loadSectionPage(drafter, proposalId, sectionId)).toMatchObject({
    number: null,
    inBin: { removedByName: drafter.name },
    content: { content: [paragraph] },
    canWrite: false,
    canSuggest: false,
    canComment: false,
  })
})

test('no command reaches it or its threads', async () => {
  const { proposalId, drafter, sectionId, threadId, remove } = await withSection()
  valueOf(await remove())
  const place = { kind: 'section' as const, sectionId }
  const answers = [
    await openThread(drafter, proposalId, { place, body: 'Fråga', now }),
    await replyToThread(drafter, proposalId, { threadId, body: 'Svar', now }),
    await settleThread(drafter, proposalId, { threadId, resolved: true, now }),
    await settleSuggestions(drafter, proposalId, { sectionId, seen: [], verdict: 'accept' }),
    await remove(),
  ]
  for (const answer of answers)
    expect(answer).toMatchObject({ ok: false, fault: { kind: 'not-found' } })
})

test('it comes back whole, to its place, once', async () => {
  const { proposalId, drafter, sectionId, threadId, remove, bringBack } = await withSection()
  const before = await loadSectionPage(drafter, proposalId, sectionId)
  valueOf(await remove())
  valueOf(await bringBack())
  const after = await loadSectionPage(drafter, proposalId, sectionId)
  expect(after).toEqual({ ...before, section: { ...before?.section, revision: 3 } })
  expect(after?.threads.map(({ id }) => id)).toEqual([threadId])
  expect(await loadBin(drafter, proposalId)).toEqual([])
  for (const revision of [2, 3])
    expect(await bringBack(revision)).toMatchObject({ ok: false, fault: { kind: 'conflict' } })
})

test('whoever writes in it is told at once, and gets no further', async () => {
  const { drafter, secretary, sectionId, remove, bringBack } = await withSection()
  const lines = [await inRoom(drafter, sectionId), await inRoom(secretary, sectionId)]
  const [one] = lines
  one?.send(update(sectionId, writing('Före.')))
  expect((await one?.until('saved'))?.saved).toBe(true)
  valueOf(await remove())
  for (const line of lines) {
    expect((await line.until('shut')).reason).toBe('removed')
    expect(await line.closed).toBe(4404)
  }
  const door = await Line.as(served.port, '/collab', drafter)
  door.send(auth(sectionId))
  door.send(update(sectionId, writing('Smyg.')))
  expect((await door.until('denied')).reason).toBe('in-bin')
  await door.end()
  valueOf(await bringBack())
  const back = await inRoom(drafter, sectionId)
  back.send(update(sectionId, writing('Efter.')))
  expect((await back.until('saved')).saved).toBe(true)
  await back.end()
  const text = await textIn(drafter, sectionId)
  expect(text).toEqual(expect.arrayContaining(['Vi satsar 3 mnkr.', 'Före.', 'Efter.']))
  expect(text).not.toContain('Smyg.')
})

test('what is on its way is stored with it, or not at all, and the log says which', async () => {
  const { drafter, sectionId, remove } = await withSection()
  const line = await inRoom(drafter, sectionId)
  const words = Array.from({ length: 60 }, (_, i) => `Ord${i}.`)
  for (const one of words) line.send(update(sectionId, writing(one)))
  await line.until('saved')
  valueOf(await remove())
  const atRemoval = await logOf(drafter, sectionId)
  await line.closed
  await line.end()
  expect(await logOf(drafter, sectionId)).toEqual(atRemoval)
  const acknowledged = line.heard.filter(one => one.kind === 'saved' && one.saved).length
  const stored = words.filter(one => atRemoval.text.includes(one)).length
  expect(acknowledged).toBeLessThanOrEqual(stored)
})

test('nothing is written past the room either', async () => {
  const { drafter, sectionId, remove } = await withSection()
  valueOf(await remove())
  const row = { ...drafter, sectionId, update: writing('Smyg.') }
  expect(await appendToLog(row)).toBe(false)
  expect(await db.sectionUpdate.count({ where: { sectionId } })).toBe(1)
})
