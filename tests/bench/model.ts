import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { print } from './server/figure'
import { root } from './server/app'

// Two minutes of what `npm test` does for twenty seconds; MODEL_SEED repeats the choices of one run.
const seconds = process.env.MODEL_SECONDS ?? '120'
const settings = ['run', '--project', 'process', 'tests/process/model.test.ts']
const test = spawn('node_modules/.bin/vitest', settings, {
  cwd: root,
  env: { ...process.env, MODEL_SECONDS: seconds },
  stdio: 'inherit',
})
const [code] = await once(test, 'close')
if (code === 0)
  print({
    name: `Eight members at random, ${seconds} s: changes lost or doubled`,
    unit: '',
    ours: 0,
    goal: 0,
  })
process.exit(code ?? 1)
