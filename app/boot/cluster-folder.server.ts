import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { major, spawnPostgres, servant, type Servant } from './postgres-program.server'
import { notWritable, Refusal } from './refusal.mjs'

export const user = 'app'

/** The folder of a database and what is needed to run it. */
export type ClusterFolder = {
  readonly data: string
  readonly log: string
  readonly password: string
  /** False gives up safety against a power failure, for tests. */
  readonly durable: boolean
  readonly servant: Servant
}

/** The database folder in `folder`, made where there is none. @throws Refusal for one of another major version. */
export async function openClusterFolder(folder: string, durable: boolean): Promise<ClusterFolder> {
  const cluster: ClusterFolder = {
    data: path.join(folder, 'postgres'),
    log: path.join(folder, 'postgres.log'),
    password: keepPassword(path.join(folder, 'postgres-password')),
    durable,
    servant: servant(),
  }
  if (existsSync(path.join(cluster.data, 'PG_VERSION'))) requireMajor(cluster.data)
  else await makeCluster(cluster)
  return cluster
}

function keepPassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8')
  const password = randomBytes(24).toString('base64url')
  writeFileSync(file, password, { mode: 0o600 })
  return password
}

function requireMajor(data: string) {
  const found = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  if (found === major) return
  throw new Refusal(
    `Databasen i ${data} är av PostgreSQL ${found}, men här körs ${major}: läs ut den med pg_dump ur version ${found}, eller flytta undan mappen.`,
  )
}

/** Made beside its place and moved there whole, so that a broken-off start leaves nothing half. */
async function makeCluster({ data, password, durable, servant: runner }: ClusterFolder) {
  const fresh = `${data}.new`
  const passwordFile = `${data}.password`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  try {
    runner.own(fresh)
    runner.own(passwordFile)
    await initialize(fresh, passwordFile, durable, runner)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(fresh, data)
}

async function initialize(data: string, passwordFile: string, durable: boolean, runner: Servant) {
  const owner = ['-U', user, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  const locale = [
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const args = ['-D', data, ...owner, ...locale, ...(durable ? [] : ['--no-sync'])]
  const initdb = spawnPostgres(runner, 'initdb', args, ['ignore', 'ignore', 'pipe'])
  const stop = () => initdb.kill('SIGTERM')
  process.on('exit', stop)
  let said = ''
  initdb.stderr?.on('data', text => (said += text))
  const [code] = await once(initdb, 'close')
  process.off('exit', stop)
  if (code !== 0) throw refusalOf(said, data)
}

/** The line for what PostgreSQL said when it ended. */
export function refusalOf(said: string, data: string): Error {
  if (/No space left|quota exceeded/.test(said)) return new Error(said)
  if (/Permission denied|Read-only file system/.test(said)) return new Refusal(notWritable(data))
  const reason = said.split('\n').findLast(line => /(FATAL|PANIC|error):/.test(line))
  return new Refusal(
    `Databasen i ${data} startar inte: ${reason?.trim() || 'den sade inget om varför'}`,
  )
}
