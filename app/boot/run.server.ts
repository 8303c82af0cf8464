import type http from 'node:http'
import { once } from 'node:events'
import { readEnvironment, type Environment } from '~/environment'
import { buildWhenStale, generateWhenStale } from './build.server'
import { startCluster } from './cluster.server'
import { migrate } from './migrate.server'
import { requireDatabase } from './own-database.server'
import { Refusal } from './refusal.mjs'
import type { SignIn } from './demo.server'

type Step = <T>(title: string, work: (far: (text: string) => void) => Promise<T> | T) => Promise<T>

type Start = {
  /** The folder of package.json. */
  readonly root: string
  /** The data folder. */
  readonly folder: string
  readonly dev: boolean
  readonly step: Step
  /** Tells later starts on the folder where this one listens. */
  readonly publish: (address: string) => void
}

/** The start from where the packages are there: pages, database, tables, demo, address. */
export async function run(start: Start): Promise<void> {
  const { root, folder, dev, step } = start
  const environment = readEnvironmentOrRefuse()
  await requirePort(environment)
  await step('Bygger sidorna', () => (dev ? generateWhenStale(root) : buildWhenStale(root)))
  const url = await step('Startar databasen', () => openDatabase(environment, folder))
  // from here on the app's own modules may be loaded, which read the address when they are
  process.env.DATABASE_URL = url
  process.env.NODE_ENV = dev ? 'development' : 'production'
  await step('Ser över tabellerna', far => migrate(root, url, far))
  const signIns = await step('Ser över exempelgrupperna', () => demoOf(environment, folder))
  const address = await step('Öppnar appen', () => open(start, environment))
  start.publish(address)
  const { welcome } = await import('./welcome.server')
  await welcome({ address, signIns, folder })
}

function readEnvironmentOrRefuse(): Environment {
  try {
    return readEnvironment(process.env)
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error))
  }
}

async function openDatabase({ DATABASE_URL }: Environment, folder: string): Promise<string> {
  if (!DATABASE_URL) return (await startCluster(folder)).url
  await requireDatabase(DATABASE_URL)
  return DATABASE_URL
}

/** A server with an address of its own holds real groups, and no example. */
async function demoOf({ PUBLIC_ORIGIN }: Environment, folder: string): Promise<SignIn[]> {
  if (PUBLIC_ORIGIN) return []
  const { loadDemo } = await import('./demo.server')
  return loadDemo(folder)
}

async function open({ root, folder, dev }: Start, environment: Environment): Promise<string> {
  const { createServer } = await import('./web.server')
  const publicOrigin = environment.PUBLIC_ORIGIN
  const server = await createServer({ root, folder, dev, publicOrigin, upkeep: true })
  await listen(server, environment)
  return environment.PUBLIC_ORIGIN ?? addressOf(server, environment)
}

/** The port is asked for before the slow steps, and taken after them. */
async function requirePort(environment: Environment) {
  const { createServer } = await import('node:http')
  const probe = createServer()
  await listen(probe, environment)
  probe.close()
  await once(probe, 'close')
}

async function listen(server: http.Server, { PORT, HOST }: Environment): Promise<void> {
  try {
    server.listen(PORT, HOST)
    await once(server, 'listening')
  } catch (error) {
    throw new Refusal(portRefusal(error, PORT, HOST))
  }
}

function portRefusal(error: unknown, port: number, host: string): string {
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'EADDRINUSE':
      return `Port ${port} är upptagen: stäng det som använder den, eller välj en annan med PORT=${port + 1}.`
    case 'EACCES':
      return `Port ${port} får bara öppnas av root: välj en över 1023, till exempel PORT=3000.`
    default:
      return `HOST: det går inte att lyssna på ${host} här.`
  }
}

function addressOf(server: http.Server, { HOST }: Environment): string {
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  const everywhere = HOST === '0.0.0.0' || HOST === '::'
  const host = everywhere ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST
  return `http://${host}:${port}`
}
