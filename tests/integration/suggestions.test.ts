import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { writeVarUint8Array } from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { addSection } from '~/collab/arrange-section.server'
import { appendToLog, readLogs } from '~/collab/log-store.server'
import { contentOf, docOf, firstUpdate } from '~/collab/section-doc'
import { loadSnapshot } from '~/collab/load-snapshot.server'
import { settleSuggestions, withdrawSuggestions } from '~/collab/settle-suggestions.server'
import { suggestionsIn } from '~/collab/suggested-text'
import { wordingHash, type Suggestion } from '~/collab/suggestion'
import type { Actor } from '~/group/policy'
import { checkSnapshot } from '~/proposal/check'
import { buildMember, valueOf } from '../factories'
import {
  opened,
  paragraphs,
  proposer,
  sent,
  suggest as suggestEdit,
  suggested,
} from '../suggestions'
import { serve, type Served } from './server'
import { auth, frame, kinds, Line, update } from './sockets'
import { buildWorld, type World } from './world'

let served: Served
let ours: World
let amina: Actor
let bo: Actor
let karin: Actor
let section = ''
const lines: Line[] = []

beforeAll(async () => {
  served = await serve()
  ours = await buildWorld('Partigruppen')
  amina = await buildMember({ id: ours.groupId }, ['reviewer'])
  bo = await buildMember({ id: ours.groupId }, ['reviewer'])
  karin = await buildMember({ id: ours.groupId }, ['drafter'])
}, 240_000)

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  section = valueOf(await addSection(ours.all, ours.ids.proposalId, 'Skolan')).sectionId
  const { groupId, memberId } = karin
  const { content } = paragraphs('Vi vill satsa på skolan.', 'Andra stycket.').toJSON()
  const first = firstUpdate({ type: 'doc', content })
  await appendToLog({ groupId, memberId, sectionId: section, update: first })
})
afterEach(async () => {
  await Promise.all(lines.splice(0).map(line => line.end()))
})

const docNow = async () => docOf((await readLogs(ours.groupId, [section])).get(section) ?? [])
const textNow = async () =>
  contentOf(await docNow()).content.map(
    block => JSON.stringify(block).match(/"text":"([^"]*)"/)?.[1],
  )
const openNow = async () => suggestionsIn(await docNow())
const seen = (one: Suggestion | undefined) => ({
  id: one?.id ?? '',
  wording: one ? wordingHash(one) : '',
})

async function inRoom(actor: Actor): Promise<Line> {
  const line = await Line.as(served.port, '/collab', actor)
  lines.push(line)
  line.send(auth(section))
  await line.until('authenticated')
  return line
}

/** A suggestion as a member's editor sends it. */
async function suggest(actor: Actor, words = 'förskolan') {
  const line = await inRoom(actor)
  const who = proposer(actor.memberId, new Date())
  line.send(
    update(
      section,
      suggested(await docNow(), who, tr => tr.insertText(words, 18, 24)),
    ),
  )
  return line
}

describe('the socket of one who may only suggest', () => {
  test('takes a suggestion, and the text stays as it is', async () => {
    const before = await textNow()
    const line = await suggest(amina)
    expect((await line.until('saved')).saved).toBe(true)
    expect(await textNow()).toEqual(before)
    expect(await openNow()).toMatchObject([{ authorId: amina.memberId }])
  })

  test('is refused a change of the text, whole, and nothing of it is stored', async () => {
    const { own, mapping, state } = opened(await docNow())
    const typing = sent(own, mapping, state.tr.insertText('Smyg ', 1).doc)
    const line = await inRoom(amina)
    line.send(update(section, typing))
    expect((await line.until('shut')).reason).toBe('no suggestion')
    expect((await textNow())[0]).toBe('Vi vill satsa på skolan.')
  })

  test('is refused a suggestion in another’s name, or to settle what another suggests', async () => {
    await (await suggest(bo)).until('saved')
    const doc = await docNow()
    const forger = await inRoom(amina)
    const who = proposer(bo.memberId, new Date())
    forger.send(
      update(
        section,
        suggested(doc, who, tr => tr.delete(1, 3)),
      ),
    )
    expect((await forger.until('shut')).reason).toBe('no suggestion')
    const settler = await inRoom(amina)
    const { own, mapping, state } = opened(doc)
    settler.send(update(section, sent(own, mapping, state.tr.delete(18, 24).doc)))
    expect((await settler.until('shut')).reason).toBe('no suggestion')
    expect(await openNow()).toMatchObject([{ authorId: bo.memberId }])
  })

  test('of two at once each keeps an id of their own', async () => {
    const [a, b] = await Promise.all([suggest(amina, 'a'), suggest(bo, 'b')])
    await Promise.all([a.until('saved'), b.until('saved')])
    const open = await openNow()
    expect(new Set(open.map(({ id }) => id)).size).toBe(2)
  })
})

const settleAs = async (actor: Actor, verdict: 'accept' | 'reject', which = seen) =>
  settleSuggestions(actor, ours.ids.proposalId, {
    sectionId: section,
    seen: (await openNow()).map(which),
    verdict,
  })

describe('settling', () => {
  test.each([
    ['accept', 'Vi vill satsa på förskolan.'],
    ['reject', 'Vi vill satsa på skolan.'],
  ] as const)('by %s leaves the text so, and tells the room', async (verdict, text) => {
    const line = await suggest(amina)
    await line.until('saved')
    const heard = line.heard.length
    expect(valueOf(await settleAs(karin, verdict)).settled).toBe(1)
    expect((await textNow())[0]).toBe(text)
    expect(await openNow()).toEqual([])
    await line.until('other', heard)
  })

  test('asks again where somebody has typed inside, and changes nothing', async () => {
    const line = await suggest(amina)
    await line.until('saved')
    const old = (await openNow()).map(seen)
    const { own, mapping, state } = opened(await docNow())
    const typing = sent(own, mapping, state.tr.insert(20, state.schema.text('ny')).doc)
    const writer = await inRoom(karin)
    writer.send(update(section, typing))
    await writer.until('saved')
    const before = Y.encodeStateAsUpdate(await docNow())
    const asked = { sectionId: section, seen: old, verdict: 'accept' as const }
    const answer = await settleSuggestions(karin, ours.ids.proposalId, asked)
    expect(answer).toMatchObject({ ok: false, fault: { kind: 'conflict' } })
    expect(Y.encodeStateAsUpdate(await docNow())).toEqual(before)
    valueOf(await settleAs(karin, 'accept'))
  })

  test('of what another has settled does nothing and says so', async () => {
    await (await suggest(amina)).until('saved')
    const old = (await openNow()).map(seen)
    valueOf(await settleAs(karin, 'reject'))
    const asked = { sectionId: section, seen: old, verdict: 'accept' as const }
    expect(valueOf(await settleSuggestions(karin, ours.ids.proposalId, asked)).settled).toBe(0)
    expect((await textNow())[0]).toBe('Vi vill satsa på skolan.')
  })

  test('is for writers; others take back their own, and no one else’s', async () => {
    await (await suggest(amina)).until('saved')
    expect(await settleAs(amina, 'accept')).toMatchObject({
      ok: false,
      fault: { kind: 'forbidden' },
    })
    const asked = { sectionId: section, seen: (await openNow()).map(seen) }
    const { proposalId } = ours.ids
    expect(await withdrawSuggestions(bo, proposalId, asked)).toMatchObject({
      ok: false,
      fault: { kind: 'forbidden' },
    })
    expect(await openNow()).toHaveLength(1)
    expect(valueOf(await withdrawSuggestions(amina, proposalId, asked)).settled).toBe(1)
    expect(await openNow()).toEqual([])
  })
})

/** What a page says beside its cursor. */
function says(doc: Y.Doc, state: Record<string, unknown>): Uint8Array {
  const awareness = new Awareness(doc)
  awareness.setLocalState(state)
  const bytes = encodeAwarenessUpdate(awareness, [doc.clientID])
  awareness.destroy()
  return frame(section, kinds.awareness, encoder => writeVarUint8Array(encoder, bytes))
}

/** Two frames of one page, which hears of nothing in between. */
async function writtenOn(actor: Actor, state: Record<string, unknown>) {
  const page = opened(await docNow())
  const who = proposer(actor.memberId, new Date())
  const first = suggestEdit(page.state, who, tr => tr.insertText('nya ', 18))
  const line = await inRoom(actor)
  line.send(says(page.own, state))
  line.send(update(section, sent(page.own, page.mapping, first.doc)))
  await line.until('saved')
  const heard = line.heard.length
  valueOf(await settleAs(karin, 'accept'))
  const second = page.state.apply(first)
  const more = suggestEdit(second, who, tr => tr.insertText('fina ', 22))
  line.send(update(section, sent(page.own, page.mapping, more.doc)))
  await line.until('saved', heard)
}

describe('what is written on to a suggestion that is accepted at that moment', () => {
  test('is a suggestion again, of a reviewer and of a writer who suggests', async () => {
    for (const [actor, state] of [
      [amina, {}],
      [karin, { suggesting: true }],
    ] as const) {
      await writtenOn(actor, state)
      expect((await openNow()).map(({ authorId, parts }) => [authorId, parts[0]?.words])).toEqual([
        [actor.memberId, 'fina '],
      ])
      valueOf(await settleAs(karin, 'reject'))
    }
    expect((await textNow())[0]).toBe('Vi vill satsa på nya nya skolan.')
  })

  test('is text where its writer writes', async () => {
    await writtenOn(karin, { suggesting: false })
    expect(await openNow()).toEqual([])
    expect((await textNow())[0]).toBe('Vi vill satsa på nya fina skolan.')
  })
})

test('a reviewer who takes back their own words as they are accepted suggests to take them away', async () => {
  const page = opened(await docNow())
  const who = proposer(amina.memberId, new Date())
  const first = suggestEdit(page.state, who, tr => tr.insertText('nya ', 18))
  const line = await inRoom(amina)
  line.send(update(section, sent(page.own, page.mapping, first.doc)))
  await line.until('saved')
  const heard = line.heard.length
  valueOf(await settleAs(karin, 'accept'))
  const back = suggestEdit(page.state.apply(first), who, tr => tr.delete(18, 22))
  line.send(update(section, sent(page.own, page.mapping, back.doc)))
  expect((await line.until('saved', heard)).saved).toBe(true)
  expect((await textNow())[0]).toBe('Vi vill satsa på nya skolan.')
  expect((await openNow()).map(({ parts }) => parts)).toMatchObject([
    [{ mark: { kind: 'deletion' }, words: 'nya ' }],
  ])
  valueOf(await settleAs(karin, 'accept'))
  expect((await textNow())[0]).toBe('Vi vill satsa på skolan.')
})

test('the proposal is printed without what is suggested, and C16 stops it', async () => {
  await (await suggest(amina)).until('saved')
  const snapshot = await loadSnapshot(karin, ours.ids.proposalId)
  if (!snapshot) throw new Error('the proposal is there')
  const { content, suggestions } = snapshot.sections.find(({ id }) => id === section) ?? {}
  expect(suggestions).toBe(1)
  expect(JSON.stringify(content)).not.toContain('förskolan')
  expect(checkSnapshot(snapshot)).toContainEqual(
    expect.objectContaining({ id: 'C16', severity: 'error', place: `section:${section}` }),
  )
})
