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
const unread = /^app\/(generated|boot)\/|\.test\.tsx?$/

/** Builds the pages, where the last build was of other files than those that lie here. */
export async function buildWhenStale(root: string): Promise<void> {
  const release = await waitForTurn(path.join(root, 'node_modules', '.cache', 'build-turn.json'))
  try {
    await generateWhenStale(root)
    const stamp = path.join(root, 'build', 'inputs.sha256')
    const wanted = hashOf(root, inputs)
    if (holds(stamp, wanted)) return
    rmSync(stamp, { force: true })
    await run(root, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], 'Bygget')
    writeFileSync(stamp, wanted)
  } finally {
    release()
  }
}

/** The database client, which is written from the schema: for development, which needs no build. */
export async function generateWhenStale(root: string): Promise<void> {
  const generated = path.join(root, 'app', 'generated', 'prisma')
  const stamp = path.join(generated, 'schema.sha256')
  const wanted = hashOf(root, ['prisma/schema.prisma', 'package-lock.json'])
  if (holds(stamp, wanted)) return
  await run(root, ['app/boot/prisma.mjs', 'generate'], 'Databasklienten')
  writeFileSync(stamp, wanted)
}

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
