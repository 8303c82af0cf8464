import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { textsOf } from '~/collab/anchor'
import { compactAfter } from '~/collab/log-store.server'
import { loadMoreThreads } from '~/collab/more-threads.server'
import { openThread } from '~/collab/open-thread.server'
import { replyToThread } from '~/collab/reply-to-thread.server'
import { removeSection } from '~/collab/arrange-section.server'
import { textFragment } from '~/collab/section-doc'
import { loadSectionPage } from '~/collab/section-page.server'
import { settleThread } from '~/collab/settle-thread.server'
import { db } from '~/db.server'
import { valueOf } from '../factories'
import { docIn, textOf, withVersion, write } from './versioned'

const at = (second: number) => new Date(Date.UTC(2026, 10, 29, 12, 0, second))

async function begun() {
  const made = await withVersion()
  const { reviewer, proposalId, school: sectionId } = made
  const place = { kind: 'section' as const, sectionId }
  const open = async (second: number, body = `Tråd ${second}`) =>
    valueOf(await openThread(reviewer, proposalId, { place, body, now: at(second) })).threadId
  const reply = async (threadId: string, second: number) =>
    valueOf(
      await replyToThread(reviewer, proposalId, { threadId, body: `${second}`, now: at(second) }),
    )
  const page = async (threadId: string | null = null) => {
    const loaded = await loadSectionPage(reviewer, proposalId, sectionId, { threadId })
    if (!loaded) throw new Error('no page')
    return loaded
  }
  return { ...made, sectionId, open, reply, page }
}

const words = (
  thread: { comments: readonly { parts: readonly { text: string }[] }[] } | undefined,
) => thread?.comments.map(({ parts }) => parts.map(({ text }) => text).join(''))

test('a long thread is folded to its first and last comments, and comes whole when asked for', async () => {
  const { reviewer, proposalId, open, reply, page } = await begun()
  const threadId = await open(0, 'Först')
  for (const second of [1, 2, 3, 4]) await reply(threadId, second)
  const [folded] = (await page()).threads
  expect(folded).toMatchObject({ id: threadId, leftOut: 2 })
  expect(words(folded)).toEqual(['Först', '3', '4'])
  const [whole] = valueOf(await loadMoreThreads(reviewer, proposalId, { threadId }))
  expect(whole).toMatchObject({ leftOut: 0 })
  expect(words(whole)).toEqual(['Först', '1', '2', '3', '4'])
  expect(words((await page(threadId)).threads[0])).toHaveLength(5)
})

test('a section’s page has the newest open threads, how many there are, and the one asked for', async () => {
  const { reviewer, drafter, proposalId, sectionId, open, page } = await begun()
  const first = await open(0)
  for (let second = 1; second < 25; second++) await open(second)
  const resolved = await open(30)
  const settle = { threadId: resolved, resolved: true, now: at(31) }
  valueOf(await settleThread(reviewer, proposalId, settle))
  const shown = await page()
  expect(shown).toMatchObject({ openThreads: 25, resolvedThreads: 1 })
  expect(shown.threads).toHaveLength(20)
  expect(words(shown.threads[0])).toEqual(['Tråd 24'])
  expect((await page(first)).threads.map(({ id }) => id)[0]).toBe(first)
  expect((await page(resolved)).threads[0]).toMatchObject({ id: resolved, resolvedAt: at(31) })
  const more = async (state: 'open' | 'resolved') =>
    valueOf(await loadMoreThreads(reviewer, proposalId, { sectionId, state, most: 50 }))
  expect(await more('open')).toHaveLength(25)
  expect((await more('resolved')).map(({ id }) => id)).toEqual([resolved])
  const seen = { id: sectionId, revision: 1 }
  valueOf(await removeSection(drafter, proposalId, seen, at(40)))
  expect(await more('open')).toEqual([])
})

test('a log that only threads make long is merged, and the threads keep their words', async () => {
  const { reviewer, drafter, proposalId, sectionId } = await begun()
  for (let i = 0; i < compactAfter; i++)
    await write(drafter, sectionId, doc => textOf(doc, 0).insert(0, '.'))
  expect(await db.sectionUpdate.count({ where: { sectionId } })).toBeGreaterThan(compactAfter)
  const [text] = textsOf(textFragment(await docIn(drafter, sectionId)))
  const position = (index: number) =>
    Buffer.from(
      Y.encodeRelativePosition(
        Y.createRelativePositionFromTypeIndex(text ?? new Y.XmlText(), index),
      ),
    ).toString('base64')
  const place = {
    kind: 'text' as const,
    sectionId,
    from: position(0),
    to: position(3),
    quote: '...',
  }
  valueOf(await openThread(reviewer, proposalId, { place, body: 'Varför?', now: at(0) }))
  expect(await db.sectionUpdate.count({ where: { sectionId } })).toBe(0)
  const page = await loadSectionPage(reviewer, proposalId, sectionId)
  expect(page?.threads[0]).toMatchObject({ quote: '...' })
})
