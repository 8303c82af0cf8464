import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { compactLog, readLogs } from '~/collab/log-store.server'
import { docOf, textFragment } from '~/collab/section-doc'
import { buildMember } from '../factories'
import { SectionClient } from '../process/section-client'
import { cookieOf, serve } from './server'
import { buildWorld, type World } from './world'

let world: World
let clients: SectionClient[] = []

// what the room would merge by itself after the end meets a closed database
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { port } = await serve()
  world = await buildWorld('Partigruppen')
  const writers = await Promise.all(
    [1, 2].map(() => buildMember({ id: world.groupId }, ['drafter'])),
  )
  clients = await Promise.all(
    writers.map(
      async writer =>
        new SectionClient(`http://127.0.0.1:${port}`, await cookieOf(writer), world.ids.sectionId),
    ),
  )
  await vi.waitUntil(() => clients.every(client => client.isSynced), { timeout: 20_000 })
}, 240_000)

afterAll(() => clients.forEach(client => client.close()))

test('a log that is merged again and again while two type loses nothing', async () => {
  const { sectionId } = world.ids
  const own = ['α', 'б']
  const letters = 300
  clients[0]?.addParagraph()
  const ended = clients[0]?.text
  await vi.waitUntil(() => clients[1]?.text === ended, { timeout: 20_000 })
  let merges = 0
  let rows = 0
  const done = new AbortController()
  const merging = (async () => {
    while (!done.signal.aborted) {
      const merged = await compactLog(sectionId)
      rows += merged
      if (merged > 0) merges += 1
      await turn()
    }
  })()
  await Promise.all(
    clients.map(async (client, at) => {
      for (let i = 0; i < letters; i++) {
        client.type(own[at] ?? '')
        await turn()
        if (i % 10 === 0) await vi.waitUntil(() => client.isSaved, { timeout: 20_000, interval: 2 })
      }
    }),
  )
  await vi.waitUntil(() => clients.every(client => client.isSaved), { timeout: 20_000 })
  done.abort()
  await merging
  expect(merges).toBeGreaterThan(10)
  expect(rows).toBeGreaterThan(letters)

  const [first, second] = clients
  await vi.waitUntil(() => first?.text === second?.text, { timeout: 20_000 })
  const logs = await readLogs(world.groupId, [sectionId])
  const rebuilt = textFragment(docOf(logs.get(sectionId) ?? [])).toString()
  expect(rebuilt).toBe(first?.text)
  for (const letter of own) expect(rebuilt.split(letter).length - 1).toBe(letters)
})
