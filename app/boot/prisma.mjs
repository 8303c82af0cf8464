// Runs Prisma's command line with the WebAssembly schema engine beside this file, so that nothing is downloaded.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const commandLine = createRequire(import.meta.url).resolve('prisma/build/index.js')
const engine = fileURLToPath(new URL('./schema-engine.mjs', import.meta.url))
const config = fileURLToPath(new URL('../../prisma/prisma.config.ts', import.meta.url))

const { status } = spawnSync(
  process.execPath,
  [commandLine, ...process.argv.slice(2), '--config', config],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: engine,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  },
)
process.exit(status ?? 1)
