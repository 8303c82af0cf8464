import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { commandOf, processIdentity } from '~/boot/process-identity.mjs'

/** The PostgreSQL that runs on an app's data folder, as its own lock file names it. */
export const databaseOf = (folder: string): number =>
  Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n', 1)[0])

/** Whether the process is there and no mere entry that waits to be read. */
export const isRunning = (pid: number): boolean => processIdentity(pid) !== null

/** The numbers of the processes whose command holds the words. */
export const processesThatName = (words: string): string[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => commandOf(Number(pid))?.includes(words))
