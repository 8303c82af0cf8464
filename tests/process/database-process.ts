import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The PostgreSQL that runs on an app's data folder, as its own lock file names it. */
export const databaseOf = (folder: string): number =>
  Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n', 1)[0])

/** Whether the process is there and no mere entry that waits to be read. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
