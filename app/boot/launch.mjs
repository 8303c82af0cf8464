import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { argumentFault } from './argument-fault.mjs'
import { claimFolder } from './folder.mjs'
import { installPackages, missingPackages } from './packages.mjs'
import { lineOf, Refusal } from './refusal.mjs'
import { countSteps } from './steps.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const steps = 6
const choices = 'Välj npm start -- [--dev] [--data MAPP]'

/**
 * Everything from a fresh clone to an address. `--dev` loads edited files at once and `--data` names another folder
 * than `.data`.
 * @param {string[]} args
 */
export async function launch(args) {
  outliveReaders()
  stopOnSignals()
  try {
    const options = readOptions(args)
    const { publish } = claimFolder(options.folder)
    const { step } = countSteps(steps)
    await step('Ser över paketen', completePackages)
    const { run } = await loadTypeScript()
    await run({ ...options, root, step, publish })
  } catch (error) {
    console.error(lineOf(error))
    if (process.env.DEBUG) console.error(error)
    process.exit(1)
  }
}

/** A log whose reader has gone or whose disk is full must not end the app that people write in. */
function outliveReaders() {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

/** What was started is stopped by its own 'exit' listener, which runs however the process ends but by kill -9. */
function stopOnSignals() {
  process.on('SIGINT', () => process.exit(0))
  process.on('SIGTERM', () => process.exit(0))
  process.on('SIGHUP', () => process.exit(0))
  if (/^(start|dev)$/.test(process.env.npm_lifecycle_event ?? '')) stopWithParent()
}

/** A signal to npm reaches only the shell between us, and dash ends without passing it on. */
function stopWithParent() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid !== parent) process.exit(0)
  }, 500)
  watch.unref()
}

/** @param {string[]} args */
function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        dev: { type: 'boolean', default: false },
        data: { type: 'string', default: '.data' },
      },
    })
    // an empty one, of a variable that is not set, would be the folder of the program itself
    if (!values.data) throw new Refusal(`--data saknar värde. ${choices}`)
    return {
      dev: values.dev,
      folder: path.resolve(root, values.data),
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`${argumentFault(error)}. ${choices}`)
  }
}

/** @param {(text: string) => void} far */
async function completePackages(far) {
  if (missingPackages(root, { withTools: false }).length > 0) await installPackages(root, far)
}

/** From here on the packages are there, and with them the compiler of the rest of the start. */
async function loadTypeScript() {
  // its cache would lie in the shared temporary folder, where anybody may have put it
  process.env.TSX_DISABLE_CACHE = '1'
  const { register } = await import('tsx/esm/api')
  register()
  return import('./run.server.ts')
}
