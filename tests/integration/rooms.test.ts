import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { signOutEverywhere } from '~/auth/sign-out-everywhere.server'
import { schemaVersion } from '~/collab/editor-schema'
import { db } from '~/db.server'
import { changeRoles } from '~/group/change-roles.server'
import { can, type Actor } from '~/group/policy'
import { removeMember } from '~/group/remove-member.server'
import { buildMember, valueOf } from '../factories'
import { cookieOf, serve, type Served } from './server'
import { auth, frame, kinds, Line, logOf, step1, step2, update, writing } from './sockets'
import { buildWorld, unknownIds, type World } from './world'

let served: Served
let ours: World
let rivals: World
let section: string
const lines: Line[] = []

beforeAll(async () => {
  served = await serve()
  ours = await buildWorld('Partigruppen')
  rivals = await buildWorld('Rivalerna')
  section = ours.ids.sectionId
}, 240_000)

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(async () => {
  await Promise.all(lines.splice(0).map(line => line.end()))
})

async function line(actor: Actor): Promise<Line> {
  const opened = await Line.as(served.port, '/collab', actor)
  lines.push(opened)
  return opened
}

/** A line that has entered the section's room. */
async function inRoom(actor: Actor, sectionId = section): Promise<Line> {
  const opened = await line(actor)
  opened.send(auth(sectionId))
  await opened.until('authenticated')
  return opened
}

let written = 0
const words = () => `Ord ${++written} slut`

describe('every frame in every role', () => {
  test.each([
    ['an update', update],
    ['a sync step 2', step2],
    [
      'a sync reply',
      (name: string, bytes: Uint8Array) =>
        frame(name, kinds.syncReply, encoder => {
          encoding.writeVarUint(encoder, 1)
          encoding.writeVarUint8Array(encoder, bytes)
        }),
    ],
  ])('%s is written for those who may write, and for nobody else', async (_, make) => {
    for (const [role, actor] of Object.entries(ours.members)) {
      const may = can(actor, 'write-text', 'draft')
      const suggests = can(actor, 'suggest-text', 'draft')
      // a reconnect is judged anew
      for (const round of ['first', 'again']) {
        const what = words()
        const opened = await inRoom(actor)
        const { scope } = await opened.until('authenticated')
        expect(scope, role).toBe(suggests ? 'read-write' : 'readonly')
        const before = await logOf(ours, section)
        opened.send(step1(section))
        opened.send(make(section, writing(what)))
        if (suggests && !may) expect((await opened.until('shut')).reason).toBe('no suggestion')
        else expect((await opened.until('saved')).saved, `${role} ${round}`).toBe(may)
        await opened.end()
        const after = await logOf(ours, section)
        expect(after.text.includes(what), `${role} ${round}`).toBe(may)
        if (!may) expect(after).toEqual(before)
      }
    }
  })

  test('nobody writes once the proposal is locked', async () => {
    const { proposalId, sectionId } = ours.sibling
    await db.proposal.update({ where: { id: proposalId }, data: { status: 'locked' } })
    const before = await logOf(ours, sectionId)
    const opened = await inRoom(ours.all, sectionId)
    opened.send(update(sectionId, writing(words())))
    expect((await opened.until('saved')).saved).toBe(false)
    expect(await logOf(ours, sectionId)).toEqual(before)
  })
})

describe('the door', () => {
  test('is shut, with one answer, to another group’s section and to one that is not there', async () => {
    for (const name of [
      section,
      unknownIds.sectionId,
      '',
      'x'.repeat(2000),
      '\0',
      `${section}\0a`,
    ]) {
      const opened = await line(rivals.all)
      opened.send(auth(name))
      opened.send(update(name, writing(words())))
      expect((await opened.until('denied')).reason).toMatch(/no-access|permission-denied/)
    }
    const answers = [section, unknownIds.sectionId].map(async name => {
      const opened = await line(rivals.all)
      opened.send(auth(name))
      return (await opened.until('denied')).reason
    })
    expect(new Set(await Promise.all(answers)).size).toBe(1)
  })

  test('is not gone round from a room of one’s own', async () => {
    const before = await logOf(ours, section)
    const opened = await inRoom(rivals.all, rivals.ids.sectionId)
    opened.send(update(section, writing(words())))
    opened.send(step1(section))
    opened.send(update(rivals.ids.sectionId, writing(words())))
    await opened.until('saved')
    expect(await logOf(ours, section)).toEqual(before)
  })

  test('is shut to those without a word of the schema, or with an older one', async () => {
    for (const token of ['', '0', '999', 'x'.repeat(5000)]) {
      const opened = await line(ours.all)
      opened.send(auth(section, token))
      expect((await opened.until('denied')).reason).toBe('old-schema')
    }
    const before = await logOf(ours, section)
    const silent = await line(ours.all)
    for (let i = 0; i < 5; i++) silent.send(update(section, writing(words())))
    await silent.end()
    expect(await logOf(ours, section)).toEqual(before)
  })

  test('is shut to a page of another member, whoever signed in with its browser since', async () => {
    const opened = await line(ours.all)
    const other = ours.members.reviewer?.memberId
    opened.send(auth(section, `${schemaVersion} ${other}`))
    expect((await opened.until('denied')).reason).toBe('other-member')
    const before = await logOf(ours, section)
    opened.send(update(section, writing(words())))
    await opened.end()
    expect(await logOf(ours, section)).toEqual(before)
    const own = await line(ours.all)
    own.send(auth(section, `${schemaVersion} ${ours.all.memberId}`))
    expect((await own.until('authenticated')).scope).toBe('read-write')
  })

  test('is shut to those who are not signed in, and to more sockets than a member needs', async () => {
    expect(await Line.open(served.port, '/collab', {})).toBe(401)
    expect(await Line.open(served.port, '/collab', { Cookie: `session=${'x'.repeat(43)}` })).toBe(
      401,
    )
    const busy = await buildMember({ id: ours.groupId }, ['drafter'])
    const Cookie = await cookieOf(busy)
    const opened = await Promise.all(
      Array.from({ length: 70 }, () => Line.open(served.port, '/collab', { Cookie })),
    )
    lines.push(...opened.filter(one => one instanceof Line))
    expect(opened.filter(one => one === 429).length).toBeGreaterThanOrEqual(10)
    expect(opened.filter(one => one instanceof Line).length).toBeGreaterThanOrEqual(50)
  })
})

test('what is no frame leaves the room and its log as they were', async () => {
  const before = await logOf(ours, section)
  const other = await inRoom(ours.all)
  const junk = [
    new Uint8Array(0),
    randomBytes(300),
    auth(section).slice(0, -3),
    frame(section, 99),
    frame(section, kinds.sync),
    frame(section, kinds.sync, encoder => encoding.writeVarUint(encoder, 7)),
    update(section, randomBytes(200)),
    update(section, writing(words()).slice(0, -4)),
    step2(section, new Uint8Array([255, 255, 255, 255, 255])),
    frame(section, kinds.awareness, encoder =>
      encoding.writeVarUint8Array(encoder, randomBytes(40)),
    ),
    frame(section, kinds.broadcastStateless, encoder => encoding.writeVarString(encoder, 'hej')),
    frame(section, kinds.stateless, encoder => encoding.writeVarString(encoder, 'hej')),
    frame(section, kinds.syncStatus),
    frame(section, kinds.close),
    frame('x'.repeat(100_000), kinds.sync),
  ]
  for (const bytes of junk) {
    const opened = await inRoom(ours.all)
    opened.send(bytes)
    await opened.end()
  }
  const texter = await inRoom(ours.all)
  texter.send('{"type":"sync"}')
  expect(await texter.closed).toBe(1003)
  const large = await inRoom(ours.all)
  large.send(update(section, randomBytes(5 * 1024 * 1024)))
  expect(await large.closed).toBe(1009)
  expect(await logOf(ours, section)).toEqual(before)
  expect(other.socket.readyState).toBe(WebSocket.OPEN)
  const what = words()
  other.send(update(section, writing(what)))
  expect((await other.until('saved')).saved).toBe(true)
  expect((await logOf(ours, section)).text).toContain(what)
})

/** Tells the room of a client's state, as any client can write it. */
function say(from: Line, clientID: number, state: object) {
  const doc = new Y.Doc()
  doc.clientID = clientID
  const own = new Awareness(doc)
  own.setLocalState(state)
  const bytes = encodeAwarenessUpdate(own, [clientID])
  from.send(frame(section, kinds.awareness, encoder => encoding.writeVarUint8Array(encoder, bytes)))
}

test('a member is shown under the name of the session, and speaks for nobody else', async () => {
  const drafter = await inRoom(ours.all)
  const reviewer = await buildMember({ id: ours.groupId }, ['reviewer'], 'Amina')
  const forger = await inRoom(reviewer)
  const states = new Awareness(new Y.Doc())
  const seenBy = async (viewer: Line, clientID: number) => {
    for (let i = 0; i < 100; i++) {
      for (const one of viewer.heard)
        if (one.kind === 'awareness') applyAwarenessUpdate(states, one.bytes, null)
      if (states.getStates().has(clientID)) return states.getStates().get(clientID)?.user
      await sleep(20)
    }
  }
  say(forger, 7, { user: { name: 'Statsministern', roles: ['admin'] } })
  expect(await seenBy(drafter, 7)).toEqual({ name: 'Amina', roles: ['reviewer'] })
  say(drafter, 8, { user: { name: 'all' } })
  await seenBy(forger, 8)
  say(forger, 8, { user: { name: 'Förfalskad' } })
  say(forger, 9, {})
  await seenBy(drafter, 9)
  expect(states.getStates().get(8)?.user.name).toBe('all')
})

describe('what stands in the queue when access ends', () => {
  const frames = 400

  async function flood(end: (writer: Actor) => Promise<unknown>) {
    const writer = await buildMember({ id: ours.groupId }, ['drafter'])
    const cookie = await cookieOf(writer)
    const opened = await Line.open(served.port, '/collab', { Cookie: cookie })
    if (typeof opened === 'number') throw new Error(String(opened))
    lines.push(opened)
    opened.send(auth(section))
    await opened.until('authenticated')
    const count = () =>
      db.sectionUpdate.count({ where: { sectionId: section, memberId: writer.memberId } })
    for (let i = 0; i < frames; i++) opened.send(update(section, writing(words())))
    while ((await count()) < 3) await sleep(1)
    await end(writer)
    const atEnd = await count()
    expect(await opened.closed).toBe(4401)
    await sleep(300)
    const later = await count()
    // the one that was on its way to the database when access ended
    expect(later - atEnd).toBeLessThanOrEqual(1)
    expect(later).toBeLessThan(frames)
    return cookie
  }

  test('is dropped when the member is removed, and the way back is shut', async () => {
    const cookie = await flood(async ({ memberId }) =>
      valueOf(await removeMember(ours.all, { memberId, now: new Date() })),
    )
    expect(await Line.open(served.port, '/collab', { Cookie: cookie })).toBe(401)
  })

  test('is dropped when the role goes, and a new socket reads only', async () => {
    const cookie = await flood(async ({ memberId }) =>
      valueOf(await changeRoles(ours.all, { memberId, roles: ['leader'] })),
    )
    const again = await Line.open(served.port, '/collab', { Cookie: cookie })
    if (typeof again === 'number') throw new Error(String(again))
    lines.push(again)
    again.send(auth(section))
    expect((await again.until('authenticated')).scope).toBe('readonly')
  })

  test('is dropped at sign-out', async () => {
    const cookie = await flood(signOutEverywhere)
    expect(await Line.open(served.port, '/collab', { Cookie: cookie })).toBe(401)
  })
})
