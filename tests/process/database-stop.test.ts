import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp, stopApp, temporaryFolder, type App } from '../started-app'
import { databaseOf, isRunning } from './database-process'
import { addParagraph, readSection, section, signIn, waitUntil } from './section'
import { alphabets, Writer } from './writer'

const folder = temporaryFolder('database-stop')
let app: App
let reviewer: string
let writers: Writer[] = []

beforeAll(async () => {
  app = await startApp(folder)
  reviewer = await signIn(app, 'reviewer')
  await addParagraph(app)
  writers = await Promise.all(
    alphabets.map(
      async (letters, at) =>
        new Writer(app.url, await signIn(app, 'drafter', at), section, letters),
    ),
  )
  await waitUntil(() => writers.every(({ client }) => client.isSynced))
  writers.forEach(writer => writer.type())
})

afterAll(async () => {
  writers.forEach(writer => writer.close())
  await stopApp(app)
  rmSync(folder, { recursive: true, force: true })
})

/** Waits until both have got something saved that they typed from now on, without any doing of theirs. */
async function writeOn() {
  const marks = writers.map(({ client }) => client.sent)
  await waitUntil(() => writers.every(({ client }, i) => client.acknowledged > (marks[i] ?? 0)))
}

function stopDatabase(signal: NodeJS.Signals): number {
  const pid = databaseOf(folder)
  process.kill(pid, signal)
  return pid
}

test.each(['SIGQUIT', 'SIGKILL', 'SIGINT'] as const)(
  'PostgreSQL ended by %s while two type: it is started again, they go on, nothing is lost',
  async signal => {
    await writeOn()
    const stopped = stopDatabase(signal)
    await vi.waitUntil(() => !isRunning(stopped), { timeout: 20_000 })
    await writeOn()
    const acknowledged = writers.map(({ client }) => client.acknowledged)
    const text = await readSection(app, reviewer)
    writers.forEach((writer, i) => expect(writer.missingIn(text, acknowledged[i] ?? 0)).toBe(''))
    const page = await fetch(`${app.url}/proposals`, { headers: { cookie: reviewer } })
    expect(page.status).toBe(200)
  },
)

test('PostgreSQL killed at the moment when the line comes back: the room lets them in later', async () => {
  for (const { client } of writers) {
    const killed = new Promise<void>(resolve => {
      client.onConnected = () => {
        client.onConnected = () => {}
        stopDatabase('SIGKILL')
        resolve()
      }
    })
    client.leave()
    await waitUntil(() => !client.isConnected)
    client.join(app.url)
    await killed
    await writeOn()
  }
})

test('what was written all along is in the database itself', async () => {
  writers.forEach(writer => writer.rest())
  await waitUntil(() => writers.every(({ client }) => client.isSaved))
  writers.forEach(({ client }) => client.leave())
  await stopApp(app)
  app = await startApp(folder)
  const text = await readSection(app, reviewer)
  for (const writer of writers) expect(writer.missingIn(text, writer.client.sent)).toBe('')
})
