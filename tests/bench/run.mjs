// `npm run bench`: each measurement in a process of its own, one after the other.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('.', import.meta.url)
const benches = readdirSync(folder).filter(name => name.endsWith('.ts'))
const statuses = benches.map(name => {
  console.log(`\n— ${name.replace('.ts', '')}`)
  const file = fileURLToPath(new URL(name, folder))
  return spawnSync(process.execPath, ['--import', 'tsx', file], { stdio: 'inherit' }).status
})
process.exitCode = statuses.every(status => status === 0) ? 0 : 1
