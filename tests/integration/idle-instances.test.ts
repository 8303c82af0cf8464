import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db, pool } from '~/db.server'
import { textOf, withVersion, write } from './versioned'

const root = fileURLToPath(new URL('../..', import.meta.url))
const instances: ChildProcess[] = []

const startInstance = (): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'tests/integration/idle-instance.ts'], {
    cwd: root,
    // the database of this file, whose address the setup has put there
    env: { ...process.env, NODE_ENV: 'test' },
    stdio: 'inherit',
  })

beforeAll(() => instances.push(startInstance(), startInstance()))
afterAll(() => instances.forEach(instance => instance.kill('SIGKILL')))

/** How many of the database's lines wait for a lock that somebody holds. */
async function waiting(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]?.count ?? 0
}

const back = (table: string, field: string) =>
  pool.query(`update "${table}" set "${field}" = "${field}" - interval '11 minutes'`)

/**
 * A proposal whose words nobody has changed for eleven minutes, held until both instances stand before it. What they do
 * then is told once neither waits any more.
 */
async function whenBothCome(meanwhile: () => void): Promise<string[]> {
  const { drafter, proposalId, school } = await withVersion()
  await write(drafter, school, doc => textOf(doc, 0).insert(0, 'Nu: '))
  await back('Proposal', 'changedAt')
  const holder = await pool.connect()
  try {
    await holder.query('begin')
    await holder.query('select 1 from "Proposal" where "id" = $1 for update', [proposalId])
    // now it is idle, for whoever looks
    await back('SectionUpdate', 'at')
    await vi.waitUntil(async () => (await waiting()) === 2, { timeout: 50_000 })
    meanwhile()
    await holder.query('commit')
  } finally {
    holder.release()
  }
  const versions = () =>
    db.version.findMany({ where: { proposalId, automatic: true }, select: { name: true } })
  await vi.waitUntil(async () => (await versions()).length > 0, { timeout: 30_000 })
  await vi.waitUntil(async () => (await busy()) === 0, { timeout: 30_000 })
  return (await versions()).map(({ name }) => name)
}

/** How many lines other than this process's own are in the middle of something. */
async function busy(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
       and backend_type = 'client backend'`,
  )
  return rows[0]?.count ?? 0
}

const once = [expect.stringMatching(/^Automatisk /)]

test('of two running processes that come at once, one freezes what was left alone', async () => {
  expect(await whenBothCome(() => {})).toEqual(once)
})

test('where one of them is killed before it, the other does it, once', async () => {
  expect(await whenBothCome(() => instances[0]?.kill('SIGKILL'))).toEqual(once)
})
