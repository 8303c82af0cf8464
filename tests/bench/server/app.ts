import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A server in a process of its own, and how it is ended. */
export type Server = {
  readonly url: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** A folder of this measurement's own; `removeAtExit` takes it away. */
export function newFolder(): string {
  const cache = path.join(root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  return mkdtempSync(path.join(cache, 'bench-'))
}

/** To be called once what lives in the folder has its own listener, which then ends it first. */
export function removeAtExit(folder: string): void {
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
}

/** The built app, as a user starts it, on a port of its own; without an address, with a database of its own. */
export const startApp = (folder: string, databaseUrl = '', redisUrl = ''): Promise<Server> =>
  start(['app/boot/start.mjs', '--data', folder], {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
  })

/** Hocuspocus alone: what live editing costs before anything is kept or asked. */
export const startPlainHocuspocus = (redisUrl = ''): Promise<Server> =>
  start(['--import', 'tsx', 'tests/bench/server/plain-hocuspocus.ts'], { REDIS_URL: redisUrl })

async function start(args: string[], env: Record<string, string>): Promise<Server> {
  const started = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PORT: '0', HOST: '', PUBLIC_ORIGIN: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => started.kill('SIGTERM')
  process.on('exit', kill)
  let said = ''
  const hear = (text: Buffer) => (said += String(text))
  started.stdout.on('data', hear)
  started.stderr.on('data', hear)
  for (;;) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
    if (url) return { url, pid: started.pid ?? 0, stop }
    if (started.exitCode !== null) throw new Error(`The server did not start:\n${said}`)
    await sleep(5)
  }

  async function stop() {
    process.off('exit', kill)
    const ended = once(started, 'exit')
    kill()
    await ended
  }
}
