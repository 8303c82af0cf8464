import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * What tells a process from a later one that got the same number (in a container the numbers come again soon): the
 * boot and the moment that it started in. Null for a process that is gone.
 * @param {number} pid
 * @returns {string | null}
 */
export function processIdentity(pid) {
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid, 'lstart=')
}

/**
 * The words that a process was started with, or null for one that is gone.
 * @param {number} pid
 * @returns {string | null}
 */
export function commandOf(pid) {
  if (!existsSync('/proc/self/stat')) return fromPs(pid, 'command=')
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() || null
}

/** @param {number} pid */
function fromProc(pid) {
  // the name, in parentheses, may hold spaces; the state is the first field after it, the start time the 20th
  const fields = read(`/proc/${pid}/stat`)
    ?.replace(/^.*\)\s/s, '')
    .split(' ')
  if (!fields || fields[0] === 'Z') return null
  return `${read('/proc/sys/kernel/random/boot_id')?.trim()} ${fields[19]}`
}

/**
 * @param {number} pid
 * @param {string} field
 */
function fromPs(pid, field) {
  const { stdout } = spawnSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' })
  return stdout?.trim() || null
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
