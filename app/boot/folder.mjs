import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { processIdentity } from './process-identity.mjs'
import { notWritable, Refusal } from './refusal.mjs'

/**
 * Who runs on a data folder. `address` is there from the moment that it listens.
 * @typedef {{ pid: number, identity: string, address?: string }} Claim
 */

/**
 * Takes the data folder for this process, so that no other start runs on it. Released when the process ends; after
 * kill -9 the next start sees that the owner is gone.
 * @param {string} folder
 * @throws Refusal where an app runs on it already, or it cannot be written
 */
export function claimFolder(folder) {
  makeFolder(folder)
  const file = path.join(folder, 'app.json')
  /** @type {Claim} */
  const claim = { pid: process.pid, identity: processIdentity(process.pid) ?? '' }
  takeOver(file, claim)
  process.on('exit', () => rmSync(file, { force: true }))
  return {
    /** @param {string} address */
    publish: address => writeWhole(file, { ...claim, address }),
  }
}

/** @param {string} folder */
function makeFolder(folder) {
  const probe = path.join(folder, `.write-${randomUUID()}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (/EACCES|EROFS|EPERM|ENOTDIR|EEXIST/.test(code)) throw new Refusal(notWritable(folder))
    throw error
  }
}

/**
 * @param {string} file
 * @param {Claim} claim
 */
function takeOver(file, claim) {
  const mine = `${file}.${claim.pid}`
  writeFileSync(mine, JSON.stringify(claim), { mode: 0o600 })
  try {
    for (let tries = 0; !linked(mine, file); tries++) {
      const owner = readClaim(file)
      if (owner && processIdentity(owner.pid) === owner.identity) throw new Refusal(taken(owner))
      if (tries > 5)
        throw new Refusal(`Filen ${file} går inte att ta över: ta bort den och starta igen.`)
      rmSync(file, { force: true })
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

/**
 * A hard link appears whole or not at all, and only where nothing is.
 * @param {string} from
 * @param {string} to
 */
function linked(from, to) {
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
 * @returns {Claim | undefined}
 */
function readClaim(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** @param {Claim} owner */
const taken = ({ address, pid }) =>
  address
    ? `Appen körs redan: ${address}`
    : `Appen håller redan på att starta i en annan process (${pid}).`

/**
 * @param {string} file
 * @param {Claim} claim
 */
function writeWhole(file, claim) {
  writeFileSync(`${file}.new`, JSON.stringify(claim), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
