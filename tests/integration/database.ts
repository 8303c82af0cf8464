import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { startCluster } from '~/boot/cluster.server'
import { migrate } from '~/boot/migrate.server'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a migrated, empty database that each test file copies. */
    template: string
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A PostgreSQL of this run's own: nothing is shared with another run, and nothing is left of it. */
export default async function startDatabase(project: TestProject) {
  const cache = path.join(root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(path.join(cache, 'test-database-'))
  const { url, stop } = await startCluster(folder, false)
  await migrate(root, url, () => {})
  project.provide('template', url)
  return () => {
    stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
