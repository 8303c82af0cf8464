import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { commandOf, processIdentity } from './process-identity.mjs'

/** The process that runs on a database folder, as its own lock file tells. */
export type Postmaster = { readonly pid: number; readonly port: number }

const lockOf = (folder: string) => path.join(folder, 'postmaster.pid')

/**
 * The server that runs on the folder, if any. A lock whose number now belongs to another program is removed; one whose
 * process is gone is left for PostgreSQL, which also sees whether old connections still hold the folder's memory.
 */
export function findPostmaster(folder: string): Postmaster | undefined {
  const lock = lockOf(folder)
  if (!existsSync(lock)) return undefined
  const [pid, , , port] = readFileSync(lock, 'utf8').split('\n').map(Number)
  const command = pid ? commandOf(pid) : null
  if (!pid || !port || command === null) return undefined
  if (command.includes(folder)) return { pid, port }
  rmSync(lock, { force: true })
  return undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // in a container an adopted one may stay as an entry that nobody reads
    return process.platform !== 'linux' || processIdentity(pid) !== null
  } catch {
    return false
  }
}

/**
 * Stops a server and waits for its end: open transactions are rolled back, everything committed is on disk. Synchronous,
 * as nothing else runs when a process ends. The lock file tells of the end: our own child stays a zombie until then.
 */
export function stopPostmaster(folder: string, pid: number): void {
  const isGone = () => !existsSync(lockOf(folder)) || commandOf(pid) === null
  for (const [signal, patience] of stops) {
    if (!send(pid, signal)) return
    for (let waited = 0; waited < patience; waited += 20) {
      if (isGone()) return
      pause(20)
    }
  }
}

const stops: readonly [NodeJS.Signals, number][] = [
  ['SIGINT', 15_000],
  ['SIGQUIT', 3000],
  ['SIGKILL', 1000],
]

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

const pause = (milliseconds: number) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
