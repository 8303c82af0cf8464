import { expect, test } from 'vitest'
import { addSection } from '~/collab/arrange-section.server'
import { openThread } from '~/collab/open-thread.server'
import { replyToThread } from '~/collab/reply-to-thread.server'
import { db } from '~/db.server'
import { buildProposal, valueOf } from '../factories'

const now = new Date()

async function begun() {
  const made = await buildProposal()
  const { proposalId, secretary, reviewer, drafter } = made
  const { sectionId } = valueOf(await addSection(secretary, proposalId, 'Skolan'))
  const place = { kind: 'section' as const, sectionId }
  const open = (sent: string | undefined, by = reviewer) =>
    openThread(by, proposalId, { place, body: 'Fråga', sent, now })
  const threadId = valueOf(await open(undefined)).threadId
  const reply = (sent: string | undefined, by = drafter) =>
    replyToThread(by, proposalId, { threadId, body: 'Svar', sent, now })
  const counted = async () => ({
    threads: await db.thread.count({ where: { proposalId } }),
    comments: await db.comment.count({ where: { thread: { proposalId } } }),
  })
  return { ...made, open, reply, counted, threadId }
}

const [one, other] = ['a'.repeat(24), 'b'.repeat(24)]

test('a comment that is sent twice at once is saved once, and both are answered alike', async () => {
  const { open, reply, counted, threadId } = await begun()
  const opened = await Promise.all([open(one), open(one), open(one)])
  expect(new Set(opened.map(answer => valueOf(answer).threadId)).size).toBe(1)
  expect(await counted()).toEqual({ threads: 2, comments: 2 })
  const replied = await Promise.all([reply(one), reply(one)])
  expect(replied.map(answer => valueOf(answer).threadId)).toEqual([threadId, threadId])
  expect(await counted()).toEqual({ threads: 2, comments: 3 })
})

test('an id counts for its sender and proposal alone, and another id is another comment', async () => {
  const { reply, counted, reviewer } = await begun()
  valueOf(await reply(one))
  valueOf(await reply(other))
  valueOf(await reply(one, reviewer))
  expect(await counted()).toEqual({ threads: 1, comments: 4 })
  const elsewhere = await begun()
  valueOf(await elsewhere.reply(one))
  expect(await elsewhere.counted()).toEqual({ threads: 1, comments: 2 })
})

test('what was refused may be sent again under its id', async () => {
  const { drafter, proposalId, threadId, reply, counted } = await begun()
  const nowhere = { threadId: 'nowhere', body: 'Svar', sent: one, now }
  expect(await replyToThread(drafter, proposalId, nowhere)).toMatchObject({ ok: false })
  expect(valueOf(await reply(one))).toEqual({ threadId })
  expect(await counted()).toEqual({ threads: 1, comments: 2 })
})
