import { beforeAll, expect, test } from 'vitest'
import { loadCommentsPage } from '~/collab/comments-page.server'
import { markRead } from '~/collab/mark-read.server'
import { Seen } from '~/collab/news-mark'
import { loadNewsPage } from '~/collab/news-page.server'
import { openThread } from '~/collab/open-thread.server'
import { replyToThread } from '~/collab/reply-to-thread.server'
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
