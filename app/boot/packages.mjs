import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runProgram } from './program.mjs'
import { Refusal } from './refusal.mjs'

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage
 */

/**
 * The places in node_modules that the lock names and that do not hold that version. npm writes its own list when it
 * has finished, so a broken-off installation counts as none.
 * @param {string} root
 * @param {{ withTools: boolean }} options whether packages for tests are asked for too
 */
export function missingPackages(root, { withTools }) {
  const wanted = readLock(path.join(root, 'package-lock.json'))
  const installed = readLock(path.join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted)
    .filter(([place, { dev, devOptional }]) => place && (withTools || !(dev || devOptional)))
    .filter(([, { optional }]) => !optional)
    .filter(([place, { version }]) => installed[place]?.version !== version)
    .map(([place]) => place)
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function readLock(file) {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : {}
}

/**
 * Runs `npm ci`, telling how far it has come.
 * @param {string} root
 * @param {(text: string) => void} far
 */
export async function installPackages(root, far) {
  // of the optional ones, most are for other machines
  const places = Object.entries(readLock(path.join(root, 'package-lock.json')))
    .filter(([place, { optional }]) => place && !optional)
    .map(([place]) => place)
  const count = setInterval(() => {
    const present = places.filter(place => existsSync(path.join(root, place, 'package.json')))
    far(`${present.length} av ${places.length} paket`)
  }, 1000)
  try {
    await npmCi(root)
  } finally {
    clearInterval(count)
  }
}

/** @param {string} root */
async function npmCi(root) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  const { code, said } = await runProgram('npm', ['ci', '--include=dev', ...quiet], {
    cwd: root,
    shell: process.platform === 'win32',
  })
  if (code !== 0) throw failure(said)
}

/** @param {string} said */
function failure(said) {
  if (/ENOSPC|EACCES|EROFS/.test(said)) return new Error(said)
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET/.test(said))
    return new Refusal(
      'Paketen gick inte att hämta: npm når inte sitt register. Se över nätet och starta igen.',
    )
  const reason = said.split('\n').find(line => /npm (error|ERR!) (?!code)/.test(line))
  return new Refusal(
    `Paketen gick inte att installera (npm ci): ${reason ?? said.trim().slice(-200)}`,
  )
}
