import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { once } from 'node:events'

/** Whether the machine has a Redis to test with. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

/** A Redis of the test's own, which keeps nothing, and can be ended and started again on its port. */
export class RedisServer {
  #process: ChildProcess | undefined

  private constructor(readonly port: number) {}

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort())
    await server.start()
    return server
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '']
    const started = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] })
    this.#process = started
    await new Promise<void>((resolve, reject) => {
      started.stdout.on('data', text => String(text).includes('Ready to accept') && resolve())
      started.on('close', () => reject(new Error('redis-server ended')))
    })
  }

  async kill(): Promise<void> {
    const { exitCode = null, signalCode = null } = this.#process ?? {}
    if (!this.#process || exitCode !== null || signalCode !== null) return
    this.#process.kill('SIGKILL')
    await once(this.#process, 'close')
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const bound = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof bound === 'object' && bound ? bound.port : 0
}
