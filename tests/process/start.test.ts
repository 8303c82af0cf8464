import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { start, startApp, stopApp, temporaryFolder, type App } from '../started-app'
import { databaseOf, isRunning, processesThatName } from './database-process'

const folder = temporaryFolder('start')
const signInsFile = path.join(folder, 'demo-sign-ins.json')
let app: App

beforeAll(async () => {
  app = await startApp(folder)
}, 120_000)

afterAll(async () => {
  await stopApp(app)
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

test('the address is the first that is printed, and a one-time link comes after it', async () => {
  await vi.waitUntil(() => app.said().includes('Ctrl-C'), { timeout: 20_000 })
  const [first, ...others] = app.said().match(/https?:\/\/\S+/g) ?? []
  expect(first).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(others).toEqual([expect.stringMatching(new RegExp(`^${first}/setup/[\\w-]+$`))])
  expect((await fetch(`${first}/login`)).status).toBe(200)
})

test('the demo’s sign-ins are printed, and only the owner reads their file', () => {
  expect(statSync(signInsFile).mode & 0o777).toBe(0o600)
  const signIns: unknown[] = JSON.parse(readFileSync(signInsFile, 'utf8'))
  expect(signIns).toEqual(app.signIns)
  expect(app.signIns.length).toBeGreaterThan(7)
  for (const { email, password } of app.signIns)
    expect(app.said()).toMatch(new RegExp(`${email}\\s+${password}`))
})

test('a second start on the folder says where the app runs, and ends', async () => {
  const second = start(folder)
  expect(await second.end).toBe(1)
  expect(second.complaint()).toBe(`Appen körs redan: ${app.url}\n`)
  expect((await fetch(`${app.url}/login`)).status).toBe(200)
})

test('a DATABASE_URL whose server lets nobody in says what it wants', async () => {
  const [, , , port] = readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split(
    '\n',
  )
  const password = readFileSync(path.join(folder, 'postgres-password'), 'utf8').trim()
  for (const [login, name, line] of [
    ['app', 'skuggbudget', 'vill ha ett lösenord: postgresql://app:lösenord@'],
    ['app:fel', 'skuggbudget', 'släpper inte in användaren app med det lösenordet.'],
    [`app:${password}`, '100%25', 'databasen 100% finns inte på'],
    [
      `app:${password}`,
      'skuggbudget?options=-c%20default_transaction_read_only%3Don',
      'Databasen går bara att läsa',
    ],
    [`app:${password}`, '100%', 'ett procenttecken i adressen ska skrivas %25.'],
  ] as const) {
    const other = temporaryFolder('other')
    const DATABASE_URL = `postgresql://${login}@127.0.0.1:${port}/${name}`
    const refused = start(other, { DATABASE_URL })
    expect(await refused.end).toBe(1)
    expect(refused.complaint()).toMatch(/^.*DATABASE_URL.*\n$/)
    expect(refused.complaint()).toContain(line)
    rmSync(other, { recursive: true, force: true })
  }
})

test('after kill -9 of the app the next start goes on with the database that still runs', async () => {
  const database = databaseOf(folder)
  app.process.kill('SIGKILL')
  await app.end
  expect(isRunning(database)).toBe(true)
  const before = app.signIns
  app = await startApp(folder)
  expect(databaseOf(folder)).toBe(database)
  expect(app.signIns).toEqual(before)
  expect((await fetch(`${app.url}/login`)).status).toBe(200)
})

test('an adopted database that is killed is started again', async () => {
  const killed = databaseOf(folder)
  process.kill(killed, 'SIGKILL')
  await vi.waitUntil(() => app.said().includes('igång igen'), { timeout: 30_000 })
  expect(databaseOf(folder)).not.toBe(killed)
  expect((await fetch(`${app.url}/login`)).status).toBe(200)
})

test('an app whose log nobody reads any more runs on', async () => {
  app.process.stdout?.destroy()
  app.process.stderr?.destroy()
  for (let line = 0; line < 3; line++) {
    const { status } = await fetch(`${app.url}/login`, { method: 'OPTIONS' })
    expect(status).toBe(405)
  }
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
})

test('Ctrl-C stops the app and its database, also an adopted one, and leaves no process', async () => {
  const killed = app.process
  killed.kill('SIGKILL')
  await app.end
  app = await startApp(folder)
  const database = databaseOf(folder)
  app.process.kill('SIGINT')
  expect(await app.end).toBe(0)
  expect(isRunning(database)).toBe(false)
  expect(processesThatName(folder)).toEqual([])
})

test('npm that is ended ends the app and its database', async () => {
  const own = temporaryFolder('npm')
  const npm = start(own, {}, ['--data', own], ['npm', 'start', '--'])
  try {
    await vi.waitUntil(() => npm.said().includes('Ctrl-C'), { timeout: 60_000 })
    npm.process.kill('SIGTERM')
    await vi.waitUntil(() => processesThatName(own).length === 0, { timeout: 20_000 })
  } finally {
    for (const pid of processesThatName(own)) process.kill(Number(pid), 'SIGKILL')
    rmSync(own, { recursive: true, force: true })
  }
}, 120_000)

test('the development server hands out none of the data folder', async () => {
  const own = temporaryFolder('dev (1)')
  const dev = start(own, {}, ['--dev', '--data', own])
  try {
    await vi.waitUntil(() => dev.said().includes('Ctrl-C'), { timeout: 60_000 })
    const [url] = dev.said().match(/https?:\/\/\S+/) ?? []
    const place = encodeURI(path.relative('', own))
    for (const file of ['demo-sign-ins.json', 'postgres-password', 'postgres/PG_VERSION'])
      for (const address of [`/${place}/${file}`, `/@fs${encodeURI(own)}/${file}?raw`]) {
        const { status } = await fetch(`${url}${address}`)
        expect(status, address).toBe(403)
      }
  } finally {
    await stopApp(dev)
    rmSync(own, { recursive: true, force: true })
  }
}, 120_000)

// as a service is run: the program's folder belongs to somebody else
const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath]
const hasNobody =
  spawnSync('setpriv', [...asNobody, '-e', `require('fs').readdirSync('app')`]).status === 0
test.skipIf(!hasNobody)(
  'a user who may write in the data folder alone starts what is built',
  async () => {
    const own = temporaryFolder('nobody')
    chownSync(own, 65534, 65534)
    const program = ['setpriv', ...asNobody, 'app/boot/start.mjs'] as const
    const started = start(own, {}, ['--data', own], program)
    try {
      await vi.waitUntil(() => started.said().includes('Ctrl-C'), { timeout: 60_000 })
    } finally {
      await stopApp(started)
      rmSync(own, { recursive: true, force: true })
    }
  },
  120_000,
)

test('with a public origin there is no demo, and the printed link opens the first group', async () => {
  const real = temporaryFolder('real')
  const origin = 'https://budget.example.se'
  const started = await startApp(real, { PUBLIC_ORIGIN: origin })
  try {
    await vi.waitUntil(() => started.said().includes('Ctrl-C'), { timeout: 20_000 })
    expect(started.url).toBe(origin)
    expect(existsSync(path.join(real, 'demo-sign-ins.json'))).toBe(false)
    expect(started.said()).not.toContain('.example ')
    expect(started.said()).toMatch(new RegExp(`${origin}/setup/[\\w-]+\\s`))
  } finally {
    await stopApp(started)
    rmSync(real, { recursive: true, force: true })
  }
}, 120_000)
