import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { publishAddress, takeFile } from './owned-file.mjs'
import { notWritable, Refusal } from './refusal.mjs'

/**
 * Takes the data folder for this process, so that no other start runs on it. Released when the process ends; after
 * kill -9 the next start sees that the owner is gone.
 * @param {string} folder
 * @throws Refusal where an app runs on it already, or it cannot be written
 */
export function claimFolder(folder) {
  makeFolder(folder)
  const file = path.join(folder, 'app.json')
  const owner = takeFile(file)
  if (owner) throw new Refusal(taken(owner))
  process.on('exit', () => rmSync(file, { force: true }))
  return {
    /** @param {string} address */
    publish: address => publishAddress(file, address),
  }
}

/** @param {string} folder */
function makeFolder(folder) {
  const probe = path.join(folder, `.write-${randomUUID()}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // a full disk still takes an empty file, and then not even PostgreSQL's word that it is full
    writeFileSync(probe, Buffer.alloc(65_536))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (/EACCES|EROFS|EPERM|ENOTDIR|EEXIST/.test(code)) throw new Refusal(notWritable(folder))
    throw error
  } finally {
    if (existsSync(probe)) rmSync(probe)
  }
}

/** @param {import('./owned-file.mjs').Owner} owner */
const taken = ({ address, pid }) =>
  address
    ? `Appen körs redan: ${address}`
    : `Appen håller redan på att starta i en annan process (${pid}).`
