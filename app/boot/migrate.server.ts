import { readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { runProgram } from './program.mjs'
import { Refusal } from './refusal.mjs'

// the number that Prisma locks while it migrates
const prismaLock = 72_707_369

type Migration = { migration_name: string; finished_at: Date | null; rolled_back_at: Date | null }

/**
 * Brings the database's tables to what this version wants. Prisma's command line takes seconds, so it runs only where
 * something is pending.
 */
export async function migrate(root: string, url: string, far: (text: string) => void) {
  const wanted = migrationsIn(path.join(root, 'prisma', 'migrations'))
  const known = await readMigrations(url)
  const finished = known.filter(({ finished_at }) => finished_at).map(m => m.migration_name)
  requireKnown(finished, wanted)
  const pending = wanted.filter(name => !finished.includes(name))
  if (pending.length === 0) return
  far(`${pending.length} av ${wanted.length} återstår`)
  for (const { migration_name } of known.filter(isBrokenOff))
    await prisma(root, url, ['migrate', 'resolve', '--rolled-back', migration_name])
  await prisma(root, url, ['migrate', 'deploy'])
}

/** A migration is one transaction: one that was begun and not finished has left nothing. */
const isBrokenOff = ({ finished_at, rolled_back_at }: Migration) => !finished_at && !rolled_back_at

const migrationsIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)

function requireKnown(finished: readonly string[], wanted: readonly string[]) {
  const newer = finished.find(name => !wanted.includes(name))
  if (newer)
    throw new Refusal(
      `Databasen är nyare än programmet (${newer}): hämta den senaste versionen av Skuggbudget.`,
    )
}

async function readMigrations(url: string): Promise<Migration[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await waitForOthers(client)
    const { rows } = await client.query<{ place: string | null }>(
      `select to_regclass('_prisma_migrations')::text as place`,
    )
    if (!rows[0]?.place) return []
    return (
      await client.query<Migration>(
        'select migration_name, finished_at, rolled_back_at from _prisma_migrations',
      )
    ).rows
  } finally {
    await client.end()
  }
}

/** The migration of a start that was killed may still run to its end. */
async function waitForOthers(client: pg.Client) {
  const held = `select from pg_locks where locktype = 'advisory' and objid = $1`
  for (let tries = 0; tries < 300; tries++) {
    if (!(await client.query(held, [prismaLock])).rowCount) return
    await sleep(100)
  }
}

async function prisma(root: string, url: string, args: readonly string[]) {
  const { code, said } = await runProgram(process.execPath, ['app/boot/prisma.mjs', ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
  })
  if (code !== 0) throw failure(said)
}

function failure(said: string): Error {
  if (/No space left|ENOSPC/.test(said)) return new Error(said)
  if (/P3005/.test(said))
    return new Refusal(
      'DATABASE_URL: databasen innehåller redan andra tabeller. Ange en tom databas.',
    )
  if (/permission denied/.test(said))
    return new Refusal('DATABASE_URL: användaren får inte skapa tabeller i databasen.')
  const reason = said.split('\n').find(line => /error/i.test(line))
  return new Refusal(`Tabellerna gick inte att skapa: ${reason?.trim() ?? said.trim().slice(-200)}`)
}
