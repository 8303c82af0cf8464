import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { once } from '~/once.server'
import { done, refused, type Outcome } from '~/outcome'
import { queue } from './queue'
import type { Report } from './report'
import { withDrawings } from './report-charts'

export type Progress = { readonly step: string; readonly percent: number }

export type Limits = {
  readonly onProgress?: (progress: Progress) => void
  /** How long one try may take. */
  readonly milliseconds?: number
  /** How large the compiler's process may grow. */
  readonly megabytes?: number
}

/** A file that the compiler is given beside the report. */
export type File = { readonly file: string; readonly bytes: Uint8Array }

export type Pdf = { readonly bytes: Uint8Array; readonly pages: number }

/** Whether the document can print an image: the compiler decodes it once, alone. */
export async function canBeSet(file: string, bytes: Uint8Array): Promise<boolean> {
  const tried = await inLine(() =>
    tryOnce({ image: { file, bytes } }, { milliseconds: 20_000, megabytes: 1000 }),
  )
  return tried.type === 'done'
}

type Message =
  | { type: 'step'; name: string; percent: number }
  | { type: 'done'; pdf: Uint8Array; pages: number }
  | { type: 'failed'; reason: string }

/** Two compilers at a time: each takes a core and some 200 MB. The rest wait in line. */
const inLine = once('pdf queue', () => queue(2))

/**
 * Sets a report as tagged PDF (PDF/UA-1). The same report gives the same bytes. A compiler that hangs, grows or dies is
 * ended and tried once more; what it refuses as written is refused at once, with its reason.
 */
export async function setPdf(
  report: Report,
  { images = [], ...limits }: Limits & { readonly images?: readonly File[] } = {},
): Promise<Outcome<Pdf>> {
  limits.onProgress?.({ step: 'Väntar på sin tur', percent: 0 })
  return inLine(async () => {
    const order = { report: withDrawings(report), images }
    const first = await tryOnce(order, limits)
    if (first.type === 'died') limits.onProgress?.({ step: 'Försöker en gång till', percent: 5 })
    return outcomeOf(first.type === 'died' ? await tryOnce(order, limits) : first)
  })
}

type Try =
  { type: 'done'; pdf: Pdf } | { type: 'failed'; reason: string } | { type: 'died'; reason: string }

function outcomeOf(result: Try): Outcome<Pdf> {
  switch (result.type) {
    case 'done':
      return done(result.pdf)
    case 'failed':
    case 'died':
      return refused({
        kind: 'conflict',
        message: `Dokumentet gick inte att sätta: ${sentence(result.reason)} Inget är sparat, försök igen.`,
      })
  }
}

/** The compiler's own words have no full stop. */
const sentence = (reason: string): string => (reason.endsWith('.') ? reason : `${reason}.`)

type Order =
  { readonly report: object; readonly images: readonly File[] } | { readonly image: File }

function tryOnce(
  order: Order,
  { onProgress, milliseconds = 60_000, megabytes = 1500 }: Limits,
): Promise<Try> {
  return new Promise(resolve => {
    // An empty environment: the compiler is told no secret and finds no home folder with fonts of its own.
    const child = fork(script(), [], {
      env: { NODE_ENV: 'production' },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    let overdue = false
    const timer = setTimeout(() => {
      overdue = true
      child.kill('SIGKILL')
    }, milliseconds)
    let result: Try | undefined
    child.on('message', (message: Message) => {
      if (message.type === 'step') onProgress?.({ step: message.name, percent: message.percent })
      else if (message.type === 'done')
        result = { type: 'done', pdf: { bytes: message.pdf, pages: message.pages } }
      else result = message
    })
    child.on('error', error => (result ??= { type: 'died', reason: `${error.message}.` }))
    child.on('close', () => {
      clearTimeout(timer)
      resolve(result ?? { type: 'died', reason: ended(overdue, milliseconds) })
    })
    child.send({ ...order, megabytes })
  })
}

const ended = (overdue: boolean, milliseconds: number): string =>
  overdue
    ? `det tog mer än ${Math.round(milliseconds / 1000)} sekunder och avbröts.`
    : 'programmet som sätter sidorna avbröts.'

/** The compiler's file lies beside this one, but not in the built server's bundle: look upwards for the app. */
function script(): string {
  const name = path.join('app', 'export', 'typeset.mjs')
  for (
    let folder = path.dirname(fileURLToPath(import.meta.url));
    folder !== path.dirname(folder);
    folder = path.dirname(folder)
  )
    if (existsSync(path.join(folder, name))) return path.join(folder, name)
  return path.resolve(name)
}
