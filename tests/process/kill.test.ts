import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, stopApp, temporaryFolder, type App } from '../started-app'
import { databaseOf } from './database-process'
import { addParagraph, readSection, section, signIn, waitUntil } from './section'
import { alphabets, Writer } from './writer'

/** More of them on demand: `KILL_ROUNDS=200 npx vitest run --project process kill`. */
const rounds = Number(process.env.KILL_ROUNDS ?? 20)

type Moment = (kill: () => void) => void | Promise<void>

const anyMoment: Moment = async kill => {
  const before = writers.map(({ client }) => client.acknowledged)
  await waitUntil(() => writers.every(({ client }, i) => client.acknowledged > (before[i] ?? 0)))
  await sleep(Math.random() * 300)
  kill()
}

/** Nothing may be said to be saved a moment too early: also what was typed off line. */
const acknowledgement =
  (number: number): Moment =>
  kill =>
    new Promise(resolve => {
      let count = 0
      for (const { client } of writers)
        client.onAcknowledged = () => {
          if (++count !== number) return
          kill()
          resolve()
        }
    })

const ways: { title: string; moment: Moment; database: boolean }[] = [
  { title: 'the app at any moment', moment: anyMoment, database: false },
  { title: 'the app at the first acknowledgement', moment: acknowledgement(1), database: false },
  { title: 'the app and the database at any moment', moment: anyMoment, database: true },
  { title: 'the app at the 40th acknowledgement', moment: acknowledgement(40), database: false },
  { title: 'both at the first acknowledgement', moment: acknowledgement(1), database: true },
]

const folder = temporaryFolder('kill')
let app: App
let reviewer: string
let writers: Writer[] = []

beforeAll(async () => {
  app = await startApp(folder)
  reviewer = await signIn(app, 'reviewer')
  await addParagraph(app)
  writers = await Promise.all(
    alphabets.map(async (letters, at) => {
      const cookie = await signIn(app, 'drafter', at)
      return new Writer(app.url, cookie, section, letters)
    }),
  )
  await waitUntil(() => writers.every(({ client }) => client.isSynced))
  writers.forEach(writer => writer.type())
}, 120_000)

afterAll(async () => {
  writers.forEach(writer => writer.close())
  await stopApp(app)
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

test.each(Array.from({ length: rounds }, (_, i) => ({ round: i + 1, ...way(i) })))(
  'kill -9 in round $round: $title, and all that was acknowledged is there',
  { timeout: 60_000 },
  async ({ moment, database }) => {
    const before = writers.map(({ client }) => client.acknowledged)
    const killed = moment(() => {
      app.process.kill('SIGKILL')
      if (database) process.kill(databaseOf(folder), 'SIGKILL')
    })
    writers.forEach(({ client }) => client.join(app.url))
    await killed
    await app.end
    await waitUntil(() => writers.every(({ client }) => !client.isConnected))
    // they type on without a line, and come back only after the text has been read
    writers.forEach(({ client }) => client.leave())
    app = await startApp(folder)
    const text = await readSection(app, reviewer)
    for (const writer of writers)
      expect(writer.missingIn(text, writer.client.acknowledged)).toBe('')
    expect(writers.map(({ client }) => client.acknowledged)).not.toEqual(before)
  },
)

test('in the end all that was typed is there, acknowledged and the same for everybody', async () => {
  writers.forEach(writer => writer.rest())
  writers.forEach(({ client }) => client.join(app.url))
  await waitUntil(() => writers.every(({ client }) => client.isSaved))
  const text = await readSection(app, reviewer)
  for (const writer of writers) expect(writer.missingIn(text, writer.client.sent)).toBe('')
  await waitUntil(() => writers.every(({ client }) => client.text === text))
}, 60_000)

function way(round: number) {
  const chosen = ways[round % ways.length]
  if (!chosen) throw new Error('There is no way to kill')
  return chosen
}
