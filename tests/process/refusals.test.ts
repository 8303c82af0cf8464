import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { start, temporaryFolder } from '../started-app'

const folder = temporaryFolder('refused')
const busy = http.createServer()
const within = (name: string) => path.join(folder, name)

beforeAll(() => new Promise<void>(resolve => busy.listen(0, '127.0.0.1', resolve)))

afterAll(() => {
  busy.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A start that cannot be says one line that tells why, has no stack, and fails. */
async function expectRefusal(
  place: string,
  settings: Record<string, string>,
  line: string | RegExp,
  args?: string[],
) {
  const refused = start(place, settings, args)
  expect(await refused.end).toBe(1)
  const [first, ...others] = refused.complaint().trim().split('\n')
  expect(first).toMatch(line)
  expect(others).toEqual([])
}

test('a taken port', async () => {
  const { port } = busy.address() as AddressInfo
  await expectRefusal(within('port'), { PORT: String(port) }, `Port ${port} är upptagen`)
})

test.each([
  ['PORT', 'abc', /^PORT: ska vara ett heltal/],
  ['HOST', '203.0.113.1', /^HOST: .*203\.0\.113\.1/],
  ['PUBLIC_ORIGIN', 'budget.example.se', /^PUBLIC_ORIGIN: /],
  ['DATABASE_URL', 'mysql://app@db/budget', /^DATABASE_URL: ska vara en PostgreSQL-adress/],
])('%s=%s', (name, value, line) => expectRefusal(within('settings'), { [name]: value }, line))

test.each([
  [['--port', '3001'], /^--port finns inte\. Välj npm start/],
  [['here'], /^here hör inte hit\. /],
  [['--data'], /^--data saknar värde\. /],
  [['--data', ''], /^--data saknar värde\. /],
  [['--dev=yes'], /^--dev tar inget värde\. /],
])('npm start -- %j', (args, line) => expectRefusal(within('call'), {}, line, args))

test('a DATABASE_URL where nobody answers, without its password', async () => {
  const { port } = busy.address() as AddressInfo
  const url = `postgresql://app:hemligt@127.0.0.1:${port}/budget`
  await expectRefusal(within('unreachable'), { DATABASE_URL: url }, /^DATABASE_URL: (?!.*hemligt)/)
  await expectRefusal(
    within('unreachable'),
    { DATABASE_URL: 'postgresql://app:hemligt@127.0.0.1:1/budget' },
    'DATABASE_URL: ingen PostgreSQL svarar på 127.0.0.1:1.',
  )
})

test('a file in the place of the data folder', async () => {
  writeFileSync(within('file'), '')
  await expectRefusal(within('file'), {}, `Det går inte att skriva i ${within('file')}`)
  await expectRefusal(within('file/data'), {}, `Det går inte att skriva i ${within('file/data')}`)
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be written', async () => {
  mkdirSync(within('closed'))
  chmodSync(within('closed'), 0o500)
  await expectRefusal(within('closed'), {}, `Det går inte att skriva i ${within('closed')}`)
})

test('a data folder of another PostgreSQL', async () => {
  mkdirSync(within('older/postgres'), { recursive: true })
  writeFileSync(within('older/postgres/PG_VERSION'), '16\n')
  await expectRefusal(within('older'), {}, /PostgreSQL 16, men här körs 18/)
})

test('a too old Node', async () => {
  const preload = within('older-node.cjs')
  const versions = `{ value: { ...process.versions, node: '20.18.3' } }`
  writeFileSync(preload, `Object.defineProperty(process, 'versions', ${versions})`)
  await expectRefusal(
    within('node'),
    { NODE_OPTIONS: `--require "${preload}"` },
    /^Node 20\.18\.3 är för gammal: installera Node 20\.19 eller nyare/,
  )
})
