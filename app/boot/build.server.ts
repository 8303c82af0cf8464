import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeFile } from './owned-file.mjs'
import { runProgram } from './program.mjs'
import { Refusal } from './refusal.mjs'

const inputs = [
  'app',
  'public',
  'prisma/schema.prisma',
  'package-lock.json',
  'tailwind.config.ts',
  'tsconfig.json',
  'vite.config.ts',
]
const clientInputs = ['prisma/schema.prisma', 'package-lock.json']
const unread = /^app\/(generated|boot)\/|\.test\.tsx?$/

/** Builds the pages, where the last build was of other files than those that lie here. Else nothing is written. */
export async function buildWhenStale(root: string): Promise<void> {
  if (isGenerated(root) && isBuilt(root)) return
  const release = await waitForTurn(path.join(root, 'node_modules', '.cache', 'build-turn.json'))
  try {
    await generateWhenStale(root)
    if (isBuilt(root)) return
    rmSync(buildStamp(root), { force: true })
    const built = hashOf(root, inputs)
    await run(root, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], 'Bygget')
    writeFileSync(buildStamp(root), built)
  } finally {
    release()
  }
}

/** The database client, which is written from the schema: for development, which needs no build. */
export async function generateWhenStale(root: string): Promise<void> {
  if (isGenerated(root)) return
  await run(root, ['app/boot/prisma.mjs', 'generate'], 'Databasklienten')
  writeFileSync(clientStamp(root), hashOf(root, clientInputs))
}

const buildStamp = (root: string) => path.join(root, 'build', 'inputs.sha256')
const clientStamp = (root: string) => path.join(root, 'app', 'generated', 'prisma', 'schema.sha256')

const isBuilt = (root: string) => holds(buildStamp(root), hashOf(root, inputs))
const isGenerated = (root: string) => holds(clientStamp(root), hashOf(root, clientInputs))

async function run(root: string, args: string[], what: string) {
  const { code, said } = await runProgram(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (code === 0) return
  if (/ENOSPC|EACCES|EROFS/.test(said)) throw new Error(said)
  throw new Refusal(`${what} misslyckades:\n${said.trim()}`)
}

const holds = (stamp: string, wanted: string) =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted

function hashOf(root: string, places: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of places.flatMap(place => filesIn(root, place)))
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

function filesIn(root: string, place: string): string[] {
  if (/\.\w+$/.test(place)) return [place]
  return readdirSync(path.join(root, place), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter(file => !unread.test(file.replaceAll(path.sep, '/')))
    .toSorted()
}

/** Two starts in one clone (the app and its tests) build one after the other; the second finds the work done. */
async function waitForTurn(file: string): Promise<() => void> {
  mkdirSync(path.dirname(file), { recursive: true })
  while (takeFile(file)) await sleep(200)
  const release = () => rmSync(file, { force: true })
  process.on('exit', release)
  return () => {
    process.off('exit', release)
    release()
  }
}
