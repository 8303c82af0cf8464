import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { startApp, stopApp, temporaryFolder, type App } from '../started-app'
import { databaseOf } from './database-process'
import { addParagraph, readSection, section, signIn, waitUntil } from './section'
import { alphabets, Writer } from './writer'

type Moment = (writers: readonly Writer[], kill: () => void) => void | Promise<void>

const anyMoment: Moment = async (writers, kill) => {
  await moreAcknowledged(writers)
  await sleep(Math.random() * 300)
  kill()
}

/** Nothing may be said to be saved a moment too early: also what was typed off line. */
const acknowledgement =
  (number: number): Moment =>
  (writers, kill) =>
    new Promise(resolve => {
      let count = 0
      for (const { client } of writers)
        client.onAcknowledged = () => {
          if (++count !== number) return
          kill()
          resolve()
        }
    })

const ways: readonly { title: string; moment: Moment; database: boolean }[] = [
  { title: 'the app at any moment', moment: anyMoment, database: false },
  { title: 'the app at the first acknowledgement', moment: acknowledgement(1), database: false },
  { title: 'the app and the database at any moment', moment: anyMoment, database: true },
  { title: 'the app at the 40th acknowledgement', moment: acknowledgement(40), database: false },
  { title: 'both at the first acknowledgement', moment: acknowledgement(1), database: true },
]

/** How the round of that number, from 1, kills. */
export function wayOf(round: number) {
  const chosen = ways[round % ways.length]
  if (!chosen) throw new Error('There is no way to kill')
  return chosen
}

/** What a round of killing came to. */
export type Round = {
  /** How many characters have been acknowledged in all. */
  readonly acknowledged: number
  /** What of them is not in the text any more, by writer; empty where all is. */
  readonly lost: readonly string[]
  /** From the kill to the text, in milliseconds. */
  readonly recovery: number
}

/** Two members type in one section of an app that is killed over and over. */
export class KilledApp {
  private constructor(
    private readonly folder: string,
    private app: App,
    private readonly reviewer: string,
    readonly writers: readonly Writer[],
  ) {}

  static async start(): Promise<KilledApp> {
    const folder = temporaryFolder('kill')
    const app = await startApp(folder)
    const reviewer = await signIn(app, 'reviewer')
    await addParagraph(app)
    const writers = await Promise.all(
      alphabets.map(async (letters, at) => {
        const cookie = await signIn(app, 'drafter', at)
        return new Writer(app.url, cookie, section, letters)
      }),
    )
    await waitUntil(() => writers.every(({ client }) => client.isSynced))
    writers.forEach(writer => writer.type())
    return new KilledApp(folder, app, reviewer, writers)
  }

  /** Kills in the way of the round, and starts again. They type on without a line, and come back only in the next. */
  async round(number: number): Promise<Round> {
    const { moment, database } = wayOf(number)
    let since = 0
    const killed = moment(this.writers, () => {
      since = performance.now()
      this.app.process.kill('SIGKILL')
      if (database) process.kill(databaseOf(this.folder), 'SIGKILL')
    })
    this.writers.forEach(({ client }) => client.join(this.app.url))
    await killed
    await this.app.end
    await waitUntil(() => this.writers.every(({ client }) => !client.isConnected))
    this.writers.forEach(({ client }) => client.leave())
    this.app = await startApp(this.folder)
    const text = await readSection(this.app, this.reviewer)
    return { ...standingIn(this.writers, text), recovery: performance.now() - since }
  }

  /** Once all that was typed is saved: what of it is missing, or reads otherwise to one of the writers. */
  async end(): Promise<readonly string[]> {
    this.writers.forEach(writer => writer.rest())
    this.writers.forEach(({ client }) => client.join(this.app.url))
    return faultsOnceSaved(this.writers, () => readSection(this.app, this.reviewer))
  }

  async stop(): Promise<void> {
    this.writers.forEach(writer => writer.close())
    await stopApp(this.app)
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Waits until each writer has got more acknowledged than now. */
export function moreAcknowledged(writers: readonly Writer[]): Promise<void> {
  const before = writers.map(({ client }) => client.acknowledged)
  return waitUntil(() => writers.every(({ client }, i) => client.acknowledged > (before[i] ?? 0)))
}

/** What of the acknowledged stands in the text; `counts` are those of an earlier moment. */
export function standingIn(
  writers: readonly Writer[],
  text: string,
  counts: readonly number[] = writers.map(({ client }) => client.acknowledged),
): Pick<Round, 'acknowledged' | 'lost'> {
  const lost = writers.map((writer, i) => writer.missingIn(text, counts[i] ?? 0))
  return { acknowledged: counts.reduce((sum, count) => sum + count, 0), lost: lost.filter(Boolean) }
}

/** Once all that was typed is saved: what of it is missing, or reads otherwise to one of the writers. */
export async function faultsOnceSaved(
  writers: readonly Writer[],
  read: () => Promise<string>,
): Promise<readonly string[]> {
  await waitUntil(() => writers.every(({ client }) => client.isSaved))
  const text = await read()
  await waitUntil(() => writers.every(({ client }) => client.text === text))
  return standingIn(
    writers,
    text,
    writers.map(({ client }) => client.sent),
  ).lost
}
