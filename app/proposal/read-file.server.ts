import { closeSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'

z.config(z.locales.sv())

/** Why a file cannot be used: where in it, and the reason, as one line. */
export class BadFile extends Error {
  constructor(file: string, field: string, reason: string) {
    super([file, field, reason].map(oneLine).join(': '))
  }
}

/** Large enough for any proposal with its text, small enough to be read in a second. */
const sizeLimit = 64 * 1024 * 1024
/** Deeper than any list in a text; a file that goes deeper is refused before anything walks it. */
export const depthLimit = 100

/**
 * Reads a file of one of the open formats. @throws BadFile for what cannot be read, is no JSON, or is refused by the
 * schema: the first fault that it has, with the field's path.
 */
export function readJsonFile<T>(file: string, schema: z.ZodType<T>): T {
  const value = parseJson(file, readText(file))
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new BadFile(
    file,
    issue?.path.map(String).join('.') || 'filen',
    issue?.message ?? 'okänt fel',
  )
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readBytes(file))
  } catch (error) {
    if (error instanceof BadFile) throw error
    const reason =
      error instanceof TypeError ? 'är inte UTF-8' : `går inte att läsa (${codeOf(error)})`
    throw new BadFile(file, 'filen', reason)
  }
}

/** In pieces up to the limit: a device or a pipe has no size to ask for. */
function readBytes(file: string): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const pieces: Buffer[] = []
    for (let size = 0; ;) {
      const piece = Buffer.alloc(1024 * 1024)
      const read = readSync(descriptor, piece)
      if (read === 0) return Buffer.concat(pieces)
      size += read
      if (size > sizeLimit)
        throw new BadFile(file, 'filen', `är större än ${sizeLimit / 1024 / 1024} MB`)
      pieces.push(piece.subarray(0, read))
    }
  } finally {
    closeSync(descriptor)
  }
}

function parseJson(file: string, text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new BadFile(
      file,
      'filen',
      `är inte JSON (${error instanceof Error ? error.message : 'okänt fel'})`,
    )
  }
  if (depthOver(value, depthLimit))
    throw new BadFile(file, 'filen', `har fler än ${depthLimit} nivåer`)
  return value
}

/** Level by level, so that no depth can exhaust the stack. */
export function depthOver(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap(entry =>
      typeof entry === 'object' && entry !== null ? Object.values(entry) : [],
    )
  }
  return false
}

/** The system's name of a failure, such as ENOENT. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'okänt fel'

// Control characters of a hostile file must not reach a terminal.
const oneLine = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ').slice(0, 300)
