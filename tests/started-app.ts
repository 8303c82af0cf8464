import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Role } from '~/group/policy'

const root = fileURLToPath(new URL('..', import.meta.url))

// the machine's own settings would lead the app to somebody else's database or address, and those of the running tests
// to another build
const foreign =
  /^(DATABASE_URL|PUBLIC_ORIGIN|HOST|NODE_ENV|VITEST.*|TEST|DEV|PROD|MODE|BASE_URL|SSR)$/
const environment = { ...process.env }
for (const name of Object.keys(environment)) if (foreign.test(name)) delete environment[name]

export type SignIn = { group: string; role: Role; email: string; password: string }

/** A start of the app, as a user makes it. */
export type Start = {
  readonly process: ChildProcess
  /** All that it has said, on both streams. */
  readonly said: () => string
  /** What it has said on the second of them. */
  readonly complaint: () => string
  /** Its exit status, or null where a signal ended it, once it has ended. */
  readonly end: Promise<number | null>
}

/** A start that has come up. */
export type App = Start & {
  /** The data folder. */
  readonly folder: string
  readonly url: string
  /** The first group's sign-ins, then the rival group's. */
  readonly signIns: readonly SignIn[]
}

/** A folder of this run's own, within the project, so that two runs never meet. */
export function temporaryFolder(name: string): string {
  const cache = path.join(root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  return mkdtempSync(path.join(cache, `${name}-`))
}

/** Starts the built app on the data folder and any free port. `settings` are environment variables. */
export function start(
  folder: string,
  settings: Record<string, string> = {},
  args = ['--data', folder],
  program: readonly [string, ...string[]] = [process.execPath, 'app/boot/start.mjs'],
): Start {
  const [command, ...words] = program
  const started = spawn(command, [...words, ...args], {
    cwd: root,
    env: { ...environment, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complaint = ''
  started.stdout?.on('data', text => (said += String(text)))
  started.stderr?.on('data', text => {
    said += String(text)
    complaint += String(text)
  })
  const end = new Promise<number | null>(resolve => started.on('close', resolve))
  return { process: started, said: () => said, complaint: () => complaint, end }
}

/** Starts the app and waits until it has printed its address, which is the first that it prints. */
export async function startApp(folder: string, settings?: Record<string, string>): Promise<App> {
  const started = start(folder, settings)
  const url = await Promise.race([addressOf(started), started.end])
  if (typeof url !== 'string') throw new Error(`The app did not start:\n${started.said()}`)
  return { ...started, folder, url, signIns: signInsOf(folder) }
}

function addressOf({ process: started, said }: Start): Promise<string> {
  return new Promise(resolve => {
    started.stdout?.on('data', () => {
      const url = /https?:\/\/\S+(?=\s)/.exec(said())?.[0]
      if (url) resolve(url)
    })
  })
}

function signInsOf(folder: string): SignIn[] {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'demo-sign-ins.json'), 'utf8'))
  } catch {
    return []
  }
}

/** Ends the app as Ctrl-C does, and its database with it. */
export async function stopApp({ process: started, end }: Start): Promise<void> {
  started.kill('SIGINT')
  await end
}
