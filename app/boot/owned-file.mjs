import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { processIdentity } from './process-identity.mjs'
import { Refusal } from './refusal.mjs'

/**
 * Who owns a thing that only one process may have. `address` is where it listens, once it does.
 * @typedef {{ pid: number, identity: string | null, address?: string }} Owner
 */

const self = () => ({ pid: process.pid, identity: processIdentity(process.pid) })

/**
 * Makes this process the owner of the file, also where a former owner died with it.
 * @param {string} file
 * @returns {Owner | null} the living owner that has it already, or null when it is ours now
 */
export function takeFile(file) {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, JSON.stringify(self()), { mode: 0o600 })
  try {
    for (let tries = 0; tries < 10; tries++) {
      if (link(mine, file)) return null
      const owner = readOwner(file)
      if (owner && processIdentity(owner.pid) === owner.identity) return owner
      rmSync(file, { force: true })
    }
    throw new Refusal(`Filen ${file} går inte att ta över: ta bort den och starta igen.`)
  } finally {
    rmSync(mine, { force: true })
  }
}

/**
 * @param {string} file that this process owns
 * @param {string} address
 */
export function publishAddress(file, address) {
  writeFileSync(`${file}.new`, JSON.stringify({ ...self(), address }), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/**
 * A hard link appears whole or not at all, and only where nothing is.
 * @param {string} from
 * @param {string} to
 */
function link(from, to) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/**
 * @param {string} file
 * @returns {Owner | undefined}
 */
function readOwner(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
