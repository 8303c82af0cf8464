import { spawn, type StdioOptions } from 'node:child_process'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** The path of a fixture. */
export const fixture = (name: string) => join(root, 'tests/fixtures', name)
export const demo = fixture('demo-snapshot.json')

type Run = { code: number | null; stdout: string; stderr: string }

/** The command line as a user has it, but for npm in front: no build, no database, an empty environment. */
export const command = (args: string[], stdio: StdioOptions = 'pipe') =>
  spawn(
    process.execPath,
    [join(root, 'node_modules/tsx/dist/cli.mjs'), 'app/cli.server.ts', ...args],
    { cwd: root, env: { PATH: process.env.PATH, NODE_ENV: 'production' }, stdio },
  )

/** What it printed and how it ended, once it has. */
export const endOf = (child: ReturnType<typeof command>): Promise<Run> =>
  new Promise(done => {
    let stdout = ''
    let stderr = ''
    child.stdout?.on('data', (data: Buffer) => (stdout += data.toString()))
    child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()))
    child.on('close', code => done({ code, stdout, stderr }))
  })

export const run = (...args: string[]): Promise<Run> => endOf(command(args))

/** Bad input: nothing on stdout, one line on stderr that names the file and the field, exit 2. */
export function expectRefusal({ code, stdout, stderr }: Run, says: RegExp): void {
  expect(stderr).toMatch(says)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/)
  expect(stdout).toBe('')
  expect(code).toBe(2)
}
