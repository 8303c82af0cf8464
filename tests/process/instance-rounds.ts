import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { startCluster } from '~/boot/cluster.server'
import { startApp, stopApp, temporaryFolder, type App } from '../started-app'
import { Balancer } from './balancer'
import { moreAcknowledged, faultsOnceSaved, standingIn, type Round } from './kill-rounds'
import { freePort, RedisServer } from './redis-server'
import { addParagraph, readSection, section, signIn, waitUntil } from './section'
import { SectionClient } from './section-client'
import { alphabets, Writer } from './writer'

/** Two members type in one section behind a balancer, and one of the two instances is killed over and over. */
export class KilledInstances {
  private constructor(
    private readonly folders: readonly string[],
    private readonly settings: readonly Record<string, string>[],
    private readonly apps: App[],
    private readonly balancer: Balancer,
    private readonly reviewer: string,
    readonly writers: readonly Writer[],
    private readonly stopRest: () => Promise<void>,
  ) {}

  static async start(): Promise<KilledInstances> {
    const folders = ['one', 'two'].map(name => temporaryFolder(`instances-${name}`))
    const databaseFolder = temporaryFolder('instances-database')
    const database = await startCluster(databaseFolder)
    const redis = await RedisServer.start()
    const ports = [await freePort(), await freePort()]
    const settings = ports.map(port => ({
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      PORT: String(port),
    }))
    const apps: App[] = []
    for (const [at, folder] of folders.entries()) apps.push(await startApp(folder, settings[at]))
    const balancer = await Balancer.start(databaseFolder, await freePort(), ports)
    // the demo's sign-ins lie where the first of them was started
    const reached = { url: balancer.url, signIns: apps[0]?.signIns ?? [] }
    const reviewer = await signIn(reached, 'reviewer')
    await addParagraph(reached)
    const writers = await Promise.all(
      alphabets.map(async (letters, at) => {
        const cookie = await signIn(reached, 'drafter', at)
        return new Writer(balancer.url, cookie, section, letters)
      }),
    )
    await waitUntil(() => writers.every(({ client }) => client.isSynced))
    writers.forEach(writer => writer.type())
    return new KilledInstances(folders, settings, apps, balancer, reviewer, writers, async () => {
      await redis.kill()
      database.stop()
      rmSync(databaseFolder, { recursive: true, force: true })
    })
  }

  /**
   * Kills one of the two. What it acknowledged has to come from elsewhere than the pages that wrote it: they stay away
   * until somebody else has read the text through the balancer, and then type on; that is when it has recovered.
   */
  async round(number: number): Promise<Round> {
    const at = number % 2
    await moreAcknowledged(this.writers)
    await sleep(Math.random() * 200)
    const since = performance.now()
    this.apps[at]?.process.kill('SIGKILL')
    const counts = this.writers.map(({ client }) => client.acknowledged)
    this.writers.forEach(({ client }) => client.leave())
    await waitUntil(() => this.writers.every(({ client }) => !client.isConnected))
    const read = await this.readOnceThere(counts)
    this.writers.forEach(({ client }) => client.join(this.balancer.url))
    await moreAcknowledged(this.writers)
    const recovery = performance.now() - since
    await this.apps[at]?.end
    this.apps[at] = await startApp(this.folders[at] ?? '', this.settings[at])
    return { ...read, recovery }
  }

  /** The standing instance may have to read from the log what the other did not live to tell it. */
  private async readOnceThere(counts: readonly number[]): Promise<Omit<Round, 'recovery'>> {
    const reader = new SectionClient(this.balancer.url, this.reviewer, section)
    const standing = () => standingIn(this.writers, reader.text, counts)
    await waitUntil(() => reader.isSynced && standing().lost.length === 0).catch(() => undefined)
    const read = standing()
    reader.close()
    return read
  }

  async end(): Promise<readonly string[]> {
    this.writers.forEach(writer => writer.rest())
    return faultsOnceSaved(this.writers, () => readSection(this.balancer, this.reviewer))
  }

  async stop(): Promise<void> {
    this.writers.forEach(writer => writer.close())
    await this.balancer.stop()
    await Promise.all(this.apps.map(stopApp))
    await this.stopRest()
    this.folders.forEach(folder => rmSync(folder, { recursive: true, force: true }))
  }
}
