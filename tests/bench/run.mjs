// `npm run bench`, or `npm run bench -- NAME …` for some: each measurement in a process of its own, one after the other,
// and the medians of their runs in one table with the goals. A missed goal is shown and fails nothing.
import { spawn } from 'node:child_process'
import {
  closeSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { installPackages, missingPackages } from '../../app/boot/packages.mjs'
import { lineOf } from '../../app/boot/refusal.mjs'
import { median, tableOf } from './table.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = path.join(root, 'tests', 'bench')
const all = readdirSync(folder)
  .filter(name => name.endsWith('.ts'))
  .map(name => name.replace('.ts', ''))

try {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter(name => !all.includes(name))
  if (unknown.length > 0)
    throw new Error(`No such measurement: ${unknown.join(', ')}. There are: ${all.join(', ')}`)
  await prepare()
  await measure(wanted.length > 0 ? wanted : all)
} catch (error) {
  console.error(lineOf(error))
  process.exitCode = 1
}

async function prepare() {
  if (missingPackages(root, { withTools: true }).length > 0) {
    console.log('Installing packages')
    await installPackages(root, () => {})
  }
  console.log('Building where needed')
  const { code } = await run('tests/build.ts')
  if (code !== 0) throw new Error('The build failed, as said above')
}

/** @param {readonly string[]} names */
async function measure(names) {
  const loads = loadavg().slice(0, 1)
  const commits = commitTimes()
  /** @type {import('./table.mjs').Figure[]} */
  const figures = []
  const broken = []
  for (const name of names) {
    console.log(`Measuring ${name}`)
    const result = await run(`tests/bench/${name}.ts`)
    figures.push(...result.figures)
    if (result.code !== 0) broken.push(name)
    loads.push(...loadavg().slice(0, 1))
    commits.push(...commitTimes())
  }
  console.log(`\n${tableOf(figures)}\n`)
  console.log(
    `Medians of several runs; a peer is what the row names or plain Hocuspocus in memory, in the same run. Node ${process.version}, ` +
      `${cpus().length} cores, load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}; ` +
      `a safe write to the disk takes ${median(commits).toFixed(2)} ms, one in twenty ${twentieth(commits).toFixed(2)} ms or more.`,
  )
  if (broken.length > 0) throw new Error(`Did not run to the end: ${broken.join(', ')}`)
}

/**
 * @param {string} file
 * @returns {Promise<{ code: number | null, figures: import('./table.mjs').Figure[] }>}
 */
async function run(file) {
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  /** @type {import('./table.mjs').Figure[]} */
  const figures = []
  createInterface(child.stdout).on('line', line => {
    if (line.startsWith('{"figure":')) figures.push(JSON.parse(line).figure)
  })
  const code = await new Promise(resolve => child.on('close', resolve))
  return { code, figures }
}

/** The milliseconds that a database waits for the disk at a commit: latencies have to be read beside them. */
function commitTimes() {
  const cache = path.join(root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const file = path.join(cache, `commit-${process.pid}`)
  const handle = openSync(file, 'w')
  const page = Buffer.alloc(8192)
  const times = Array.from({ length: 60 }, () => {
    const started = performance.now()
    writeSync(handle, page, 0, page.length, 0)
    fdatasyncSync(handle)
    return performance.now() - started
  })
  closeSync(handle)
  rmSync(file)
  return times
}

/** What one in twenty of the values reaches. @param {readonly number[]} values */
function twentieth(values) {
  return values.toSorted((a, b) => b - a)[Math.floor(values.length / 20)] ?? Number.NaN
}
