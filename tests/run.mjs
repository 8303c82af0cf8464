// `npm test`: every check of the project, one after the other, and one line that sums them up.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawn, spawnSync } from 'node:child_process'
import { requireNode } from '../app/boot/node-version.mjs'
import { installPackages, missingPackages } from '../app/boot/packages.mjs'
import { lineOf } from '../app/boot/refusal.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @typedef {{ passed: number, failed: number, skipped?: number }} Count */

requireNode()
try {
  if (missingPackages(root, { withTools: true }).length > 0) {
    console.log('Installing packages')
    await installPackages(root, () => {})
  }
} catch (error) {
  console.error(lineOf(error))
  process.exit(1)
}

const cache = path.join(root, 'node_modules', '.cache')
mkdirSync(cache, { recursive: true })
const folder = mkdtempSync(path.join(cache, 'tests-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** @type {Count[]} */
const counts = []
counts.push(await program('Database client', ['app/boot/prisma.mjs', 'generate'], { quiet: true }))
counts.push(await program('Types', [bin('typescript', 'tsc'), '--noEmit']))
counts.push(
  await program('Lint', [
    bin('oxlint', 'oxlint'),
    '-c',
    'tests/oxlint.json',
    '--deny-warnings',
    'app',
    'tests',
    'prisma',
  ]),
)
counts.push(await vitest('Unit tests', 'unit'))
counts.push(await program('Build', ['--import', 'tsx', 'tests/build.ts'], { quiet: true }))
counts.push(await vitest('Integration tests', 'integration'))
installRedis()
counts.push(await vitest('Process tests', 'process'))
counts.push(await browserTests())

const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
const skipped = counts.reduce((sum, count) => sum + (count.skipped ?? 0), 0)
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0

/**
 * A program that passes or fails as a whole.
 * @param {string} title
 * @param {string[]} args
 * @param {{ quiet?: boolean }} [options] quiet says nothing unless it fails
 * @returns {Promise<Count>}
 */
async function program(title, args, { quiet = false } = {}) {
  console.log(`\n— ${title}`)
  const { code, said } = await run(args, { quiet })
  if (quiet && code !== 0) console.log(said)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * @param {string} title
 * @param {string} project
 * @returns {Promise<Count>}
 */
async function vitest(title, project) {
  console.log(`\n— ${title}`)
  const report = path.join(folder, `${project}.json`)
  const { code } = await run([
    bin('vitest', 'vitest'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  return atLeastOneFailure(code, {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
  })
}

/** @returns {Promise<Count>} */
async function browserTests() {
  console.log('\n— Browser tests')
  const report = path.join(folder, 'browser.json')
  const { code } = await run(
    [bin('@playwright/test', 'playwright'), 'test', '-c', 'tests/playwright.config.ts'],
    { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
  )
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(report, 'utf8')).stats
  return atLeastOneFailure(code, { passed: expected, failed: unexpected + flaky })
}

/**
 * A run that ends badly without a failed test (a file that does not load) is a failure too.
 * @param {number | null} code
 * @param {Count} count
 * @returns {Count}
 */
function atLeastOneFailure(code, count) {
  return { ...count, failed: code === 0 ? count.failed : Math.max(1, count.failed) }
}

/** The tests of several instances need Redis: root on Debian gets it, elsewhere they are skipped and counted. */
function installRedis() {
  if (has('redis-server') || process.getuid?.() !== 0 || !has('apt-get')) return
  console.log('\n— Redis')
  const options = { stdio: /** @type {const} */ ('ignore'), timeout: 120_000 }
  const { status } = spawnSync('apt-get', ['install', '-y', '-q', 'redis-server'], options)
  if (status !== 0) console.log('redis-server could not be installed; its tests are skipped')
}

/**
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number | null, said: string }>}
 */
function run(args, { quiet = false, env = {} } = {}) {
  const out = quiet ? 'pipe' : 'inherit'
  /** @type {import("node:child_process").SpawnOptions} */
  const options = { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', out, out] }
  const child = spawn(process.execPath, args, options)
  let said = ''
  child.stdout?.on('data', text => (said += text))
  child.stderr?.on('data', text => (said += text))
  return new Promise(resolve => child.on('close', code => resolve({ code, said })))
}

/**
 * The script that a package's command runs, so that no shell stands between.
 * @param {string} name
 * @param {string} command
 */
function bin(name, command) {
  const place = path.join(root, 'node_modules', name)
  const { bin: bins } = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'))
  return path.join(place, typeof bins === 'string' ? bins : bins[command])
}

/** @param {string} command */
function has(command) {
  return spawnSync(command, ['--version']).status === 0
}
