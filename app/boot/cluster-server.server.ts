import type { ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { refusalOf, user, type ClusterFolder } from './cluster-folder.server'
import { spawnPostgres } from './postgres-program.server'
import { findPostmaster, type Postmaster } from './postmaster.server'
import { Refusal } from './refusal.mjs'

// after a crash the server reads its log through before it answers
const startLimit = 120_000
const logLimit = 5_000_000

export const urlOf = ({ password }: ClusterFolder, port: number, database: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`

/** The server that already runs on the folder, once it answers; undefined where none does. */
export async function adoptServer(cluster: ClusterFolder): Promise<Postmaster | undefined> {
  for (const limit = Date.now() + startLimit; Date.now() < limit; await sleep(50)) {
    const found = findPostmaster(cluster.data)
    if (!found) return undefined
    if (await answers(cluster, found.port)) return found
  }
  throw new Refusal(
    `Databasen i ${cluster.data} körs redan men svarar inte: stoppa den och starta igen.`,
  )
}

/**
 * Starts the server on the folder. `onSpawn` is told of the process at once, before it answers, so that it can be
 * stopped. Tried again while what is left of a killed one still holds the folder.
 */
export async function startServer(
  cluster: ClusterFolder,
  wantedPort: number | undefined,
  onSpawn: (started: Postmaster) => void,
): Promise<void> {
  for (const limit = Date.now() + startLimit; ; await sleep(100)) {
    const port = wantedPort ?? (await freePort())
    const said = await tryStart(cluster, port, onSpawn)
    if (said === undefined) return
    const passing = /postmaster\.pid|shared memory block|could not bind|Address already in use/
    if (!passing.test(said) || Date.now() > limit) throw refusalOf(said, cluster.data)
  }
}

/** What it said when it ended at once, or undefined when it answers. */
async function tryStart(
  cluster: ClusterFolder,
  port: number,
  onSpawn: (started: Postmaster) => void,
): Promise<string | undefined> {
  const begin = rotate(cluster.log)
  const log = openSync(cluster.log, 'a', 0o600)
  const child = spawnPostgres(cluster.servant, 'postgres', settings(cluster, port), [
    'ignore',
    log,
    log,
  ])
  closeSync(log)
  // the app's own end does not wait for it, but stops it
  child.unref()
  if (child.pid) onSpawn({ pid: child.pid, port })
  return (await comesUp(cluster, port, child))
    ? undefined
    : readFileSync(cluster.log, 'utf8').slice(begin)
}

async function comesUp(cluster: ClusterFolder, port: number, child: ChildProcess) {
  while (child.exitCode === null && child.signalCode === null) {
    if (await answers(cluster, port)) return true
    await sleep(25)
  }
  return false
}

const settings = ({ data, durable }: ClusterFolder, port: number): string[] =>
  [
    ['-D', data, '-p', String(port)],
    ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ['-c', 'max_connections=100'],
    durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off'],
  ].flat()

/** Where in the log the coming start begins. A long one is put aside. */
function rotate(log: string): number {
  if (!existsSync(log)) return 0
  const { size } = statSync(log)
  if (size < logLimit) return readFileSync(log, 'utf8').length
  renameSync(log, `${log}.old`)
  return 0
}

async function answers(cluster: ClusterFolder, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'postgres') })
  // a connection that breaks later than the answer is nobody's concern
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === cluster.data
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01')
      throw new Refusal(`Lösenordet i postgres-password passar inte databasen i ${cluster.data}.`)
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Any port that is free at this moment on the loopback address. */
export function freePort(): Promise<number> {
  const probe = net.createServer()
  return new Promise((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
