import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import WebSocket from 'ws'
import { startCluster } from '~/boot/cluster.server'
import type { LiveMessage } from '~/collab/live-message'
import { startApp, stopApp, temporaryFolder, type App } from '../started-app'
import { hasRedis, RedisServer } from './redis-server'
import { addParagraph, readSection, section, signIn, waitUntil } from './section'
import { SectionClient } from './section-client'
import { alphabets, Writer } from './writer'

/** Two hundred of them, behind a balancer: `npm run bench -- kill`. */
const rounds = Number(process.env.KILL_ROUNDS ?? 4)

const folders = ['database', 'one', 'two'].map(name => temporaryFolder(`instances-${name}`))
const [databaseFolder = '', ...dataFolders] = folders

/** As a balancer does: the line to one instance ends, and the next goes to another. */
const moveTo = async (writer: Writer | undefined, app: App | null) => {
  writer?.client.leave()
  await waitUntil(() => !writer?.client.isConnected)
  if (app) writer?.client.join(app.url)
}

describe.skipIf(!hasRedis)('two instances on one database', () => {
  let database: Awaited<ReturnType<typeof startCluster>>
  let redis: RedisServer
  let apps: [App, App]
  let cookies: { karin: string; johan: string; reviewer: string; admin: string }

  const startInstance = async (at: 0 | 1): Promise<App> => {
    const app = await startApp(dataFolders[at] ?? '', {
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
    })
    // the demo's sign-ins lie where the first of them was started
    return { ...app, signIns: at === 0 ? app.signIns : apps[0].signIns }
  }

  beforeAll(async () => {
    database = await startCluster(databaseFolder, false)
    redis = await RedisServer.start()
    const first = await startInstance(0)
    apps = [first, first]
    apps[1] = await startInstance(1)
    cookies = {
      karin: await signIn(first, 'drafter'),
      johan: await signIn(first, 'drafter', 1),
      reviewer: await signIn(first, 'reviewer'),
      admin: await signIn(first, 'admin'),
    }
    await addParagraph(first)
  }, 120_000)

  afterAll(async () => {
    await Promise.all(apps.map(stopApp))
    await redis.kill()
    database.stop()
    folders.forEach(folder => rmSync(folder, { recursive: true, force: true }))
  }, 60_000)

  const joined = async (cookie: string, at: 0 | 1): Promise<SectionClient> => {
    const client = new SectionClient(apps[at].url, cookie, section)
    await waitUntil(() => client.isSynced)
    return client
  }

  const post = (at: 0 | 1, cookie: string, path: string, fields: Record<string, string>) =>
    fetch(`${apps[at].url}${path}`, {
      method: 'POST',
      headers: { cookie, origin: apps[at].url },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })

  const proposalOf = async (cookie: string): Promise<string> => {
    const page = await fetch(`${apps[0].url}/proposals`, { headers: { cookie } })
    return /href="\/proposals\/([\w-]{20})/.exec(await page.text())?.[1] ?? ''
  }

  /** An open page's line to one instance, with all it has been told. */
  const openPage = async (at: 0 | 1, cookie: string) => {
    const proposal = await proposalOf(cookies.karin)
    const address = `${apps[at].url.replace('http', 'ws')}/live?proposal=${proposal}`
    const socket = new WebSocket(address, { headers: { cookie, origin: apps[at].url } })
    const told: LiveMessage[] = []
    socket.on('message', text => told.push(JSON.parse(String(text))))
    const closed = new Promise<number>(resolve => socket.on('close', resolve))
    await waitUntil(() => told.some(({ type }) => type === 'hello'))
    return { told, closed, close: () => socket.close() }
  }

  test('what is typed at one is seen at the other, both ways', async () => {
    const karin = await joined(cookies.karin, 0)
    const johan = await joined(cookies.johan, 1)
    karin.type('þ')
    await vi.waitUntil(() => johan.text.includes('þ'))
    johan.type('ð')
    await vi.waitUntil(() => karin.text.includes('þð'))
    karin.close()
    johan.close()
  })

  test('pages of both know who is there, and hear of a figure that the other saved', async () => {
    const here = await openPage(0, cookies.karin)
    const there = await openPage(1, cookies.johan)
    for (const { told } of [here, there])
      await vi.waitUntil(
        () => told.some(message => message.type === 'present' && message.members.length === 2),
        { timeout: 3000 },
      )
    const proposal = await proposalOf(cookies.karin)
    const answer = await post(0, cookies.karin, `/proposals/${proposal}/budget`, {
      intent: 'cell',
      board: 'MSN',
      at: '0',
      typed: '150',
      id: '',
      revision: '0',
    })
    expect(answer.status).toBe(200)
    await vi.waitUntil(() => there.told.some(({ type }) => type === 'revision'), { timeout: 1000 })
    here.close()
    there.close()
  })

  test('a comment made at one marks its words in the room that is open at the other', async () => {
    const johan = await joined(cookies.johan, 1)
    const proposal = await proposalOf(cookies.karin)
    const answer = await post(0, cookies.reviewer, `/proposals/${proposal}/comments`, {
      intent: 'open',
      kind: 'text',
      sectionId: section,
      quote: 'þð',
      ...johan.placeOfLast(2),
      body: 'Från den andra.',
    })
    expect(answer.status).toBe(200)
    await vi.waitUntil(() => /<comment[^>]*>þð</.test(johan.text), { timeout: 1000 })
    johan.close()
  })

  test('who is shown out at one is shown out at the other, within a second', async () => {
    const cookie = await signIn(apps[0], 'drafter', 1)
    const page = await openPage(1, cookie)
    const client = await joined(cookie, 1)
    await post(0, cookie, '/logout', {})
    await vi.waitUntil(() => !client.isConnected || !client.isSynced, { timeout: 1000 })
    expect(await page.closed).toBe(4401)
    client.close()
  })

  test('without Redis both go on, sections open, and all is seen once it is back', async () => {
    const writers = [
      new Writer(apps[0].url, cookies.karin, section, alphabets[0]),
      new Writer(apps[1].url, cookies.johan, section, alphabets[1]),
    ]
    await waitUntil(() => writers.every(({ client }) => client.isSynced))
    await redis.kill()
    writers.forEach(writer => writer.type())
    await waitUntil(() => writers.every(({ client }) => client.acknowledged > 60))
    const opened = Date.now()
    const late = await joined(cookies.reviewer, 1)
    expect(Date.now() - opened).toBeLessThan(5000)
    late.close()
    writers.forEach(writer => writer.rest())
    await waitUntil(() => writers.every(({ client }) => client.isSaved))
    await redis.start()
    const [one, two] = writers.map(({ client }) => client)
    await waitUntil(() => one !== undefined && one.text === two?.text)
    for (const writer of writers)
      expect(writer.missingIn(one?.text ?? '', writer.client.sent)).toBe('')
    writers.forEach(writer => writer.close())
  }, 60_000)

  test(
    'either may be killed while two type: they move to the other, and nothing acknowledged is lost',
    async () => {
      await addParagraph(apps[0])
      const writers = alphabets.map(
        (letters, at) =>
          new Writer(
            apps[at === 0 ? 0 : 1].url,
            at === 0 ? cookies.karin : cookies.johan,
            section,
            // the small letters have been typed before
            letters.toUpperCase(),
          ),
      )
      await waitUntil(() => writers.every(({ client }) => client.isSynced))
      writers.forEach(writer => writer.type())
      for (let round = 0; round < rounds; round++) {
        const fallen = round % 2 === 0 ? 0 : 1
        const standing = fallen === 0 ? 1 : 0
        const marks = writers.map(({ client }) => client.acknowledged)
        await waitUntil(() =>
          writers.every(({ client }, i) => client.acknowledged > (marks[i] ?? 0)),
        )
        await sleep(Math.random() * 200)
        apps[fallen].process.kill('SIGKILL')
        const acknowledged = writers.map(({ client }) => client.acknowledged)
        await apps[fallen].end
        // what the fallen one acknowledged has to come from elsewhere than the page that wrote it
        await moveTo(writers[fallen], null)
        const reader = await joined(cookies.reviewer, standing)
        await waitUntil(() =>
          writers.every((writer, i) => writer.missingIn(reader.text, acknowledged[i] ?? 0) === ''),
        )
        reader.close()
        await moveTo(writers[fallen], apps[standing])
        apps[fallen] = await startInstance(fallen)
        await moveTo(writers[fallen], apps[fallen])
      }
      writers.forEach(writer => writer.rest())
      await waitUntil(() => writers.every(({ client }) => client.isSaved))
      const text = await readSection(apps[1], cookies.reviewer)
      for (const writer of writers) expect(writer.missingIn(text, writer.client.sent)).toBe('')
      await waitUntil(() => writers.every(({ client }) => client.text === text))
      writers.forEach(writer => writer.close())
    },
    60_000 + rounds * 15_000,
  )
})
