import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from './server/app'

// Three minutes at random, by four browsers; RANDOM_SEED repeats the choices of one run.
const settings = ['test', '-c', 'tests/playwright.config.ts', '--project', 'random']
const environment = { ...process.env, RANDOM_SECONDS: '180' }
const test = spawn('node_modules/.bin/playwright', settings, {
  cwd: root,
  env: environment,
  stdio: 'inherit',
})
process.exit((await once(test, 'close'))[0] ?? 1)
