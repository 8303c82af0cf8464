import { beforeAll, expect, test } from 'vitest'
import { loadCommentsPage } from '~/collab/comments-page.server'
import { markRead } from '~/collab/mark-read.server'
import { Seen } from '~/collab/news-mark'
import { loadNewsPage } from '~/collab/news-page.server'
import { openThread } from '~/collab/open-thread.server'
import { replyToThread } from '~/collab/reply-to-thread.server'
import { settleThread } from '~/collab/settle-thread.server'
import { filterOf } from '~/collab/thread-filter'
import { addSection } from '~/collab/arrange-section.server'
import { db } from '~/db.server'
import { removeMember } from '~/group/remove-member.server'
import type { Actor } from '~/group/policy'
import { buildGroup, buildMember, buildProposal, valueOf } from '../factories'
import { cookieOf, serve, type Served } from './server'

const now = new Date()
let served: Served

beforeAll(async () => {
  served = await serve()
}, 240_000)

async function begun() {
  const made = await buildProposal()
  const { proposalId, secretary, reviewer } = made
  const { sectionId } = valueOf(await addSection(secretary, proposalId, 'Skolan'))
  const place = { kind: 'section' as const, sectionId }
  const open = (body: string) => openThread(reviewer, proposalId, { place, body, now })
  const said = async (reader: Actor) =>
    (await loadCommentsPage(reader, proposalId))?.threads[0]?.comments[0]?.parts
  return { ...made, sectionId, open, said }
}

const parts = (name: string, mention: string) => [
  { text: 'Kan du, ', mention: null },
  { text: `@${name}`, mention },
  { text: '?', mention: null },
]

test('a mentioned member is kept by id, and read by the name that they have now', async () => {
  const { drafter, reviewer, admin, open, said } = await begun()
  valueOf(await open(`Kan du, @{${drafter.memberId}}?`))
  expect(await said(drafter)).toEqual(parts('drafter', 'reader'))
  expect(await said(reviewer)).toEqual(parts('drafter', 'other'))
  await db.member.update({ where: { id: drafter.memberId }, data: { name: 'Anna Ny' } })
  expect(await said(reviewer)).toEqual(parts('Anna Ny', 'other'))
  valueOf(await removeMember(admin, { memberId: drafter.memberId, now }))
  expect(await said(reviewer)).toEqual(parts('Anna Ny', 'other'))
})

test('who is not in the group cannot be mentioned, and whether they exist is not told', async () => {
  const { group, admin, open, proposalId, reviewer } = await begun()
  const rival = await buildMember(await buildGroup('Rivalerna'), ['drafter'], 'Rut Rival')
  const gone = await buildMember(group, ['drafter'], 'Gunnar Gick')
  valueOf(await removeMember(admin, { memberId: gone.memberId, now }))
  const [unknown, ofRivals, removed] = await Promise.all(
    ['ingenalls', rival.memberId, gone.memberId].map(id => open(`Hej @{${id}}`)),
  )
  expect(unknown).toMatchObject({ ok: false, fault: { kind: 'invalid', field: 'body' } })
  expect(ofRivals).toEqual(unknown)
  expect(removed).toEqual(unknown)
  expect(await db.thread.count({ where: { proposalId } })).toBe(0)
  const { threadId } = valueOf(await open('Utan namn'))
  const body = `Hej @{${rival.memberId}}`
  expect(await replyToThread(reviewer, proposalId, { threadId, body, now })).toEqual(unknown)
  expect(await db.comment.count({ where: { threadId } })).toBe(1)
  expect(await db.mention.count({ where: { memberId: rival.memberId } })).toBe(0)
})

test('the names that are offered are those of the group, without who was removed', async () => {
  const { group, admin, reviewer } = await begun()
  await buildMember(await buildGroup('Rivalerna'), ['drafter'], 'Rut Rival')
  const gone = await buildMember(group, ['drafter'], 'Gunnar Gick')
  valueOf(await removeMember(admin, { memberId: gone.memberId, now }))
  const { status, text } = await served.ask({
    path: '/members/names',
    cookie: await cookieOf(reviewer),
  })
  expect(status).toBe(200)
  const names: { id: string; name: string }[] = JSON.parse(text)
  expect(names.map(({ name }) => name)).toEqual(['admin', 'drafter', 'reviewer', 'secretary'])
  expect(Object.keys(names[0] ?? {})).toEqual(['id', 'name'])
})

test('news tell whom a comment names, and its copy by name', async () => {
  const { proposalId, drafter, secretary, open } = await begun()
  valueOf(await open(`Kan du, @{${drafter.memberId}}?`))
  const newsTo = async (actor: Actor) => {
    const page = await loadNewsPage(actor, proposalId)
    if (!page) throw new Error('no page')
    return page
  }
  const page = await newsTo(drafter)
  expect(page.sections[0]?.talk).toMatchObject({ opened: 1, mentions: 1 })
  expect(page.text).toContain('1 ny tråd, nämner drafter (reviewer)')
  expect((await newsTo(secretary)).sections[0]?.talk).toMatchObject({ opened: 1, mentions: 0 })
  const seen = page.sections.map(one => Seen.parse(JSON.parse(one.seen)))
  expect(valueOf(await markRead(drafter, proposalId, seen, now))).toEqual({ marked: 1, left: 0 })
  expect((await newsTo(drafter)).sections).toEqual([])
})

test('the page of comments shows the threads that all conditions leave', async () => {
  const { proposalId, drafter, reviewer, secretary, open } = await begun()
  const toDrafter = `@{${drafter.memberId}}`
  const ids = {
    named: valueOf(await open(`Kan du, ${toDrafter}?`)).threadId,
    answered: valueOf(await open('Vem vet?')).threadId,
    both: valueOf(await open(`Och du, ${toDrafter}?`)).threadId,
    resolved: valueOf(await open(`Klart, ${toDrafter}.`)).threadId,
  }
  const reply = async (threadId: string) =>
    valueOf(await replyToThread(drafter, proposalId, { threadId, body: 'Jag.', now }))
  await reply(ids.answered)
  await reply(ids.both)
  valueOf(
    await settleThread(secretary, proposalId, { threadId: ids.resolved, resolved: true, now }),
  )
  const shown = async (reader: Actor, search: string) => {
    const page = await loadCommentsPage(reader, proposalId, filterOf(new URLSearchParams(search)))
    const names = Object.entries(ids).filter(([, id]) => page?.threads.some(one => one.id === id))
    return { names: names.map(([name]) => name), ...page?.counts }
  }
  const all = { names: ['named', 'answered', 'both'], open: 3, resolved: 1 }
  expect(await shown(drafter, '')).toEqual(all)
  expect(await shown(drafter, 'show=resolved')).toEqual({ ...all, names: ['resolved'] })
  const mine = { names: ['answered', 'both'], open: 2, resolved: 0 }
  expect(await shown(drafter, 'mine=1')).toEqual(mine)
  const named = { names: ['named', 'both'], open: 2, resolved: 1 }
  expect(await shown(drafter, 'named=1')).toEqual(named)
  expect(await shown(drafter, 'named=1&show=resolved')).toEqual({ ...named, names: ['resolved'] })
  expect(await shown(drafter, 'mine=1&named=1')).toEqual({ names: ['both'], open: 1, resolved: 0 })
  expect(await shown(reviewer, 'named=1')).toEqual({ names: [], open: 0, resolved: 0 })
})

const later = (at: number) => new Date(now.getTime() + (at + 1) * 1000)

test('a long page of comments shows the newest, and more when asked', async () => {
  const { proposalId, reviewer, open } = await begun()
  const { threadId } = valueOf(await open('Den första'))
  const { groupId } = reviewer
  const threads = Array.from({ length: 60 }, (_, at) => ({
    id: `${threadId}${at}`,
    groupId,
    proposalId,
    kind: 'line' as const,
    place: 'result',
    createdAt: later(at),
  }))
  await db.thread.createMany({ data: threads })
  const shown = async (search: string) =>
    loadCommentsPage(reviewer, proposalId, filterOf(new URLSearchParams(search)))
  const first = await shown('')
  expect(first?.threads).toHaveLength(50)
  expect(first?.threads[0]?.id).toBe(`${threadId}59`)
  expect(first?.counts).toEqual({ open: 61, resolved: 0 })
  expect((await shown('most=100'))?.threads).toHaveLength(61)
})
