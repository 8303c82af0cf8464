import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { tkr } from '~/budget/money'
import { textsOf } from '~/collab/anchor'
import { addSection, removeSection, renameSection } from '~/collab/arrange-section.server'
import { framedProposal } from '~/collab/framed-proposal.server'
import { appendToLog, compactLog, readLogs } from '~/collab/log-store.server'
import { markRead } from '~/collab/mark-read.server'
import { Seen } from '~/collab/news-mark'
import { loadNewsPage } from '~/collab/news-page.server'
import { openThread } from '~/collab/open-thread.server'
import { replyToThread } from '~/collab/reply-to-thread.server'
import { docOf, firstUpdate, textFragment } from '~/collab/section-doc'
import { settleThread } from '~/collab/settle-thread.server'
import type { ThreadPlace } from '~/collab/thread'
import type { Actor } from '~/group/policy'
import { editGoals } from '~/proposal/edit-goals.server'
import { changeAmendment } from '~/proposal/change-amendment.server'
import { buildAmendment, buildProposal, valueOf } from '../factories'

const now = () => new Date()

const frame = (amount: number) => ({
  type: 'frame' as const,
  board: 'BUN',
  recurrence: 'indexed' as const,
  amounts: [tkr(amount), tkr(0), tkr(0)],
})

async function begun() {
  const made = await buildProposal()
  const { proposalId, drafter, secretary } = made
  const { sectionId } = valueOf(await addSection(secretary, proposalId, 'Skolan'))
  const { groupId, memberId } = secretary
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'Vi satsar.' }] }]
  await appendToLog({ groupId, memberId, sectionId, update: firstUpdate({ type: 'doc', content }) })

  const write = async (actor: Actor, at: number, cut: number, put: string) => {
    const logs = await readLogs(groupId, [sectionId])
    const doc = docOf(logs.get(sectionId) ?? [])
    const before = Y.encodeStateVector(doc)
    const [text] = textsOf(textFragment(doc))
    doc.transact(() => {
      text?.delete(at, cut)
      text?.insert(at, put)
    })
    const update = Y.encodeStateAsUpdate(doc, before)
    await appendToLog({ groupId, memberId: actor.memberId, sectionId, update })
  }
  const newsTo = async (actor: Actor) => {
    const page = await loadNewsPage(actor, proposalId)
    if (!page) throw new Error('no page')
    const { sections, amendments, places } = page
    const seen = [...sections, ...amendments, ...places].map(one =>
      Seen.parse(JSON.parse(one.seen)),
    )
    return { ...page, seen, section: sections[0], amendment: amendments[0] }
  }
  const mark = async (actor: Actor, seen?: readonly Seen[]) =>
    valueOf(await markRead(actor, proposalId, seen ?? (await newsTo(actor)).seen, now()))
  return { ...made, sectionId, write, newsTo, mark, drafter, secretary }
}

test('a section that another began is new until it is marked, and one’s own never is', async () => {
  const { drafter, secretary, newsTo, mark } = await begun()
  expect((await newsTo(drafter)).section).toMatchObject({
    kind: 'new',
    number: 1,
    wordsIn: 2,
    wordsOut: 0,
    by: [{ name: 'secretary' }],
  })
  expect((await newsTo(secretary)).sections).toEqual([])
  expect(await mark(drafter)).toEqual({ marked: 1, left: 0 })
  expect((await newsTo(drafter)).sections).toEqual([])
})

test.each([false, true])('only others’ words are counted (rows merged: %s)', async merged => {
  const { sectionId, drafter, secretary, write, newsTo, mark } = await begun()
  await mark(drafter)
  const merge = async () => merged && (await compactLog(sectionId))
  await write(drafter, 10, 0, ' Mina egna ord.')
  await merge()
  await write(secretary, 25, 0, ' Din tur nu.')
  await write(drafter, 37, 0, ' Mitt svar.')
  await merge()
  await write(secretary, 3, 6, 'sparar')
  await write(drafter, 0, 2, 'Alla')
  await merge()
  expect((await newsTo(drafter)).section).toMatchObject({
    kind: 'changed',
    wordsIn: 4,
    wordsOut: 1,
    by: [{ name: 'secretary' }],
  })
  expect((await newsTo(secretary)).section).toMatchObject({ by: [{ name: 'drafter' }] })
  await mark(drafter)
  expect((await newsTo(drafter)).sections).toEqual([])
})

test('what came after the page was read stays new', async () => {
  const { sectionId, drafter, secretary, write, newsTo, mark } = await begun()
  const first = await newsTo(drafter)
  await write(secretary, 0, 0, 'Efteråt. ')
  expect(await mark(drafter, first.seen)).toEqual({ marked: 1, left: 0 })
  expect((await newsTo(drafter)).section).toMatchObject({ kind: 'changed', wordsIn: 1 })
  const second = await newsTo(drafter)
  await write(secretary, 0, 0, 'Senare. ')
  await compactLog(sectionId)
  expect(await mark(drafter, second.seen)).toEqual({ marked: 0, left: 1 })
  expect((await newsTo(drafter)).section).toMatchObject({ wordsIn: 2 })
})

test('threads, answers and what is resolved are counted until they are read', async () => {
  const { proposalId, sectionId, drafter, reviewer, newsTo, mark } = await begun()
  await mark(drafter)
  const place = { kind: 'section' as const, sectionId }
  const opened = await openThread(reviewer, proposalId, { place, body: 'Fråga', now: now() })
  const { threadId } = valueOf(opened)
  valueOf(await replyToThread(reviewer, proposalId, { threadId, body: 'Mer', now: now() }))
  const talk = { opened: 1, replies: 1, resolved: 0, by: ['reviewer'] }
  const page = await newsTo(drafter)
  expect(page.section).toMatchObject({ talk, wordsIn: 0, by: [] })
  expect((await newsTo(reviewer)).section?.talk).toMatchObject({ opened: 0, replies: 0 })
  valueOf(await settleThread(reviewer, proposalId, { threadId, resolved: true, now: now() }))
  await mark(drafter, page.seen)
  expect((await newsTo(drafter)).section?.talk).toMatchObject({ opened: 0, resolved: 1 })
  await mark(drafter)
  expect((await newsTo(drafter)).sections).toEqual([])
})

test('an amendment shows what it was and is, by whom, and not one’s own change', async () => {
  const { proposalId, drafter, secretary, newsTo, mark } = await begun()
  const { id } = await buildAmendment(secretary, proposalId, frame(50_000))
  expect((await newsTo(secretary)).amendments).toEqual([])
  const fresh = (await newsTo(drafter)).amendment
  expect(fresh?.figures).toMatchObject({ before: null })
  await mark(drafter)
  const change = async (actor: Actor, revision: number, amount: number) =>
    valueOf(
      await changeAmendment(
        actor,
        proposalId,
        { id, revision },
        { change: frame(amount), motivation: 'För att det behövs.', section: null },
        now(),
      ),
    )
  await change(drafter, 1, 55_000)
  expect((await newsTo(drafter)).amendments).toEqual([])
  await change(secretary, 2, 60_000)
  const page = await newsTo(drafter)
  expect(page.amendment).toMatchObject({ by: { name: 'secretary' }, state: null, motivation: null })
  expect(page.amendment?.figures?.before).toContain('+55\u00A0000')
  expect(page.amendment?.figures?.after).toContain('+60\u00A0000')
  expect(page.text).toContain('Ä1 Barn- och ungdomsnämnden')
  expect(page.text).toMatch(/\+55\u00A0000.* → \+60\u00A0000.*\(secretary, /)
  await change(secretary, 3, 70_000)
  expect(await mark(drafter, page.seen)).toEqual({ marked: 0, left: 1 })
  expect((await newsTo(drafter)).amendment?.figures?.before).toContain('+55\u00A0000')
})

test('a new name and a removal are told of, to all but who did it', async () => {
  const { proposalId, sectionId, drafter, secretary, newsTo, mark } = await begun()
  await mark(drafter)
  const seen = { id: sectionId, revision: 1 }
  valueOf(await renameSection(secretary, proposalId, seen, 'Skola och fritid'))
  expect((await newsTo(drafter)).section).toMatchObject({ renamedFrom: 'Skolan' })
  expect((await newsTo(secretary)).sections).toEqual([])
  await mark(drafter)
  valueOf(await removeSection(secretary, proposalId, { id: sectionId, revision: 2 }, now()))
  expect((await newsTo(drafter)).section).toMatchObject({ kind: 'removed', number: null })
  expect((await newsTo(secretary)).sections).toEqual([])
  await mark(drafter)
  expect((await newsTo(drafter)).sections).toEqual([])
})

test('threads on lines, goals, indicators and clauses are news, and read one by one', async () => {
  const { proposalId, drafter, reviewer, secretary, newsTo, mark } = await begun()
  await mark(drafter)
  await buildAmendment(drafter, proposalId, frame(50_000))
  const goal = await editGoals(secretary, proposalId, { type: 'add-goal', title: 'Trygghet' })
  const goalId = valueOf(goal).id
  const say = async (place: ThreadPlace, body = 'Fråga') =>
    valueOf(await openThread(reviewer, proposalId, { place, body, now: now() })).threadId
  await say({ kind: 'line', place: 'frame.BUN' })
  const threadId = await say({ kind: 'line', place: 'frame.BUN' })
  await say({ kind: 'goal', place: goalId }, `Hej @{${drafter.memberId}}`)
  await say({ kind: 'clause', place: 'frames' })
  const reply = { threadId, body: 'Svar', now: now() }
  valueOf(await replyToThread(secretary, proposalId, reply))
  const page = await newsTo(drafter)
  expect(page.sections).toEqual([])
  expect(page.places).toMatchObject([
    {
      kind: 'line',
      name: 'Barn- och ungdomsnämnden',
      path: 'budget?threads=line.frame.BUN',
      talk: { opened: 2, replies: 1, mentions: 0, by: ['reviewer', 'secretary'] },
    },
    { kind: 'goal', name: '1. Trygghet', talk: { opened: 1, mentions: 1 } },
    { kind: 'clause', name: expect.stringMatching(/^Att-sats \d+$/), gone: false },
  ])
  expect(page.text.split('\n').slice(1)).toEqual([
    '',
    'Budget',
    '• Barn- och ungdomsnämnden: 2 nya trådar, 1 svar (reviewer, secretary)',
    '',
    'Mål',
    '• 1. Trygghet: 1 ny tråd, nämner drafter (reviewer)',
    '',
    'Att-satser',
    expect.stringMatching(/^• Att-sats \d+: 1 ny tråd \(reviewer\)$/),
  ])
  expect((await framedProposal(drafter, proposalId, now(), false))?.counts.news).toBe(3)
  const [line] = page.seen
  expect(await mark(drafter, line ? [line] : [])).toEqual({ marked: 1, left: 0 })
  valueOf(await editGoals(secretary, proposalId, { type: 'remove-goal', goalId, revision: 1 }))
  const rest = await newsTo(drafter)
  expect(rest.places).toHaveLength(2)
  expect(rest.places).toContainEqual(
    expect.objectContaining({ kind: 'goal', name: 'Trygghet', gone: true }),
  )
  valueOf(await replyToThread(secretary, proposalId, reply))
  expect((await newsTo(drafter)).places[0]).toMatchObject({
    kind: 'line',
    talk: { opened: 0, replies: 1 },
  })
  expect(await mark(drafter)).toEqual({ marked: 3, left: 0 })
  expect((await newsTo(drafter)).places).toEqual([])
  expect((await newsTo(reviewer)).places).toMatchObject([{ talk: { opened: 0, replies: 2 } }])
})

test('a thread that is opened again without an answer is news, once and to others', async () => {
  const { proposalId, sectionId, drafter, reviewer, secretary, newsTo, mark } = await begun()
  const place = { kind: 'section' as const, sectionId }
  const opened = await openThread(reviewer, proposalId, { place, body: 'Fråga', now: now() })
  const { threadId } = valueOf(opened)
  const settle = async (actor: Actor, resolved: boolean) =>
    valueOf(await settleThread(actor, proposalId, { threadId, resolved, now: now() }))
  const talkTo = async (actor: Actor) => (await newsTo(actor)).section?.talk
  await settle(secretary, true)
  await mark(drafter)
  await settle(reviewer, false)
  await settle(reviewer, false)
  expect(await talkTo(drafter)).toMatchObject({ resolved: 0, reopened: 1, by: ['reviewer'] })
  expect((await newsTo(drafter)).text).toContain('1 tråd öppnad igen (reviewer)')
  expect(await talkTo(reviewer)).toMatchObject({ reopened: 0 })
  await mark(drafter)
  expect((await newsTo(drafter)).sections).toEqual([])
  await settle(secretary, true)
  await settle(drafter, true)
  expect(await talkTo(drafter)).toMatchObject({ resolved: 1, by: ['secretary'] })
  await mark(drafter)
  valueOf(await replyToThread(reviewer, proposalId, { threadId, body: 'Nej', now: now() }))
  expect(await talkTo(drafter)).toMatchObject({ replies: 1, reopened: 0 })
})
