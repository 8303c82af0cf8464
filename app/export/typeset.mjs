// Sets one report as PDF/UA-1, in a process of its own: a compiler that hangs or grows is ended without the server. It
// is plain JavaScript, because it is started as a file by the built server and by the command line alike. It is told
// nothing but the report, and answers over the channel with its steps and then the bytes or the reason.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const require = createRequire(import.meta.url)
const template = path.join(import.meta.dirname, 'template')
// A folder that holds nothing: the compiler sees only the files that it is given here.
const workspace = path.join(template, 'empty')

const serif = ['300Light', '400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic']
const sans = ['400Regular', '400Regular_Italic', '600SemiBold']

/** @param {object} message */
const say = message => new Promise(resolve => process.send?.(message, resolve))

/** @param {string} family @param {string[]} cuts */
function readFonts(family, cuts) {
  const folder = path.dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
  return cuts
    .flatMap(cut => readdirSync(path.join(folder, cut)).map(name => path.join(folder, cut, name)))
    .filter(file => file.endsWith('.ttf'))
    .map(file => readFileSync(file))
}

/** @typedef {{ file: string, bytes: Uint8Array }} File */

/** @param {unknown} report @param {File[]} images */
function prepare(report, images) {
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [
      { fontBlobs: [...readFonts('source-serif-4', serif), ...readFonts('source-sans-3', sans)] },
    ],
  })
  for (const name of readdirSync(template).filter(name => name.endsWith('.typ')))
    compiler.addSource(path.join(workspace, name), readFileSync(path.join(template, name), 'utf8'))
  compiler.mapShadow(path.join(workspace, 'report.json'), Buffer.from(JSON.stringify(report)))
  for (const { file, bytes } of images)
    compiler.mapShadow(path.join(workspace, file), Buffer.from(bytes))
  return compiler
}

/** @param {NodeCompiler} compiler @param {import('@myriaddreamin/typst-ts-node-compiler').NodeError} error */
const diagnostics = (compiler, error) =>
  compiler
    .fetchDiagnostics(error)
    .map(({ message, path: file, range }) =>
      /\bimage\b/.test(message)
        ? 'en av bilderna går inte att läsa'
        : `${message} (${path.basename(file)}:${range?.start?.line})`,
    )
    .join('; ')

/**
 * A warning is a fault: what the compiler wonders at, a reader stumbles over.
 * @param {NodeCompiler} compiler
 */
function compile(compiler) {
  const compiled = compiler.compile({ mainFilePath: path.join(workspace, 'document.typ') })
  const error = compiled.hasError() ? compiled.takeDiagnostics() : compiled.takeWarnings()
  const faults = error ? diagnostics(compiler, error) : ''
  if (faults || !compiled.result) throw new Error(faults || 'Typst gave no pages')
  return compiled.result
}

/** Sets an image alone: what cannot be decoded is refused before any text holds it. @param {File} image */
function tryImage({ file, bytes }) {
  const compiler = NodeCompiler.create({ workspace })
  compiler.mapShadow(path.join(workspace, file), Buffer.from(bytes))
  compiler.addSource(path.join(workspace, 'document.typ'), `#image("${file}", width: 10mm)`)
  const pdf = compiler.pdf(compile(compiler))
  return { type: 'done', pdf: new Uint8Array(pdf), pages: 1 }
}

/** @param {unknown} report @param {File[]} images */
async function typeset(report, images) {
  await say({ type: 'step', name: 'Läser typsnitt', percent: 10 })
  const compiler = prepare(report, images)
  await say({ type: 'step', name: 'Sätter sidorna', percent: 25 })
  const pages = compile(compiler)
  await say({ type: 'step', name: `Skriver ${pages.numOfPages} sidor`, percent: 80 })
  const pdf = compiler.pdf(pages, { pdfStandard: 'ua-1', creationTimestamp: 0 })
  return { type: 'done', pdf: new Uint8Array(pdf), pages: pages.numOfPages }
}

/**
 * The compiler's memory is not V8's, and its call blocks this thread: another one watches the whole process.
 * @param {number} megabytes
 */
function watchMemory(megabytes) {
  const watch = `const { workerData } = require('node:worker_threads')
    setInterval(() => { if (process.memoryUsage.rss() > workerData * 1e6) process.kill(process.pid, 'SIGKILL') }, 50)`
  new Worker(watch, { eval: true, workerData: megabytes }).unref()
}

/** @typedef {{ report?: unknown, images?: File[], image?: File, megabytes: number }} Order */

/** @param {Order} order */
async function answer({ report, images = [], image, megabytes }) {
  watchMemory(megabytes)
  try {
    return image ? tryImage(image) : await typeset(report, images)
  } catch (error) {
    return { type: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

process.once('message', async order => {
  await say(await answer(/** @type {Order} */ (order)))
  process.exit(0)
})
process.once('disconnect', () => process.exit(0))
