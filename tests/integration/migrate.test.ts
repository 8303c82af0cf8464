import { cpSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '~/boot/migrate.server'
import { env } from '~/env.server'
import { temporaryFolder } from '../started-app'

const migrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
const far: string[] = []
let root: string

/** A project without Prisma's command line: what needs it fails here. */
beforeEach(() => {
  far.length = 0
  root = temporaryFolder('migrations')
  cpSync(migrations, path.join(root, 'prisma', 'migrations'), { recursive: true })
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

const run = () => migrate(root, env.DATABASE_URL ?? '', text => far.push(text))

test('where nothing is pending, the database is asked and Prisma’s command line does not run', async () => {
  await run()
  expect(far).toEqual([])
})

test('a pending migration is told of and given to Prisma', async () => {
  mkdirSync(path.join(root, 'prisma', 'migrations', '99990101000000_later'))
  await expect(run()).rejects.toThrow(/^Tabellerna gick inte att skapa/)
  expect(far).toEqual([expect.stringMatching(/^1 av \d+ återstår$/)])
})

test('a database that is newer than the program is refused', async () => {
  const folder = path.join(root, 'prisma', 'migrations')
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
  await expect(run()).rejects.toThrow(/^Databasen är nyare än programmet/)
})
