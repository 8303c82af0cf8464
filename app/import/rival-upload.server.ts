import { done, refused, type Outcome } from '~/outcome'
import { depthLimit, depthOver } from '~/proposal/read-file.server'
import type { Rival } from '~/proposal/rival'
import { Snapshot } from '~/proposal/snapshot'
import { parseFramework } from './framework'
import { frameworkFileLimit, parseJson } from './import-framework.server'

/**
 * Another's proposal in the file that was sent: a snapshot in the open format, of which base and amendments are kept.
 * A file that cannot be used gets one line that says which field and why.
 */
export async function readRival(request: Request): Promise<Outcome<Rival>> {
  const form = await request.formData().catch(() => null)
  const upload = form?.get('upload')
  if (!(upload instanceof File) || upload.size === 0)
    return invalid('Välj en fil med det andra förslaget.')
  if (upload.size > frameworkFileLimit) return invalid('filen: är större än 5 MB.')
  return rivalOf(await upload.text(), upload.name)
}

/** Reads the file's text. `fileName` is said as the source. */
export function rivalOf(text: string, fileName: string): Outcome<Rival> {
  const json = parseJson(text)
  if (!json.ok) return invalid(json.message)
  if (depthOver(json.value, depthLimit)) return invalid(`filen: har fler än ${depthLimit} nivåer.`)
  const snapshot = Snapshot.safeParse(json.value)
  if (!snapshot.success) return invalid(reasonOf(snapshot.error.issues[0]?.path ?? []))
  const { group, title, frozenOn, framework, amendments } = snapshot.data
  const base = parseFramework(framework)
  if (!base.ok) return invalid(`framework.${base.message}`)
  const source = `${title}, filen ${fileName.replace(/[^\p{L}\p{N} ._-]/gu, '')}`
  return done({
    name: group.slice(0, nameLimit).trim(),
    source: source.slice(0, sourceLimit).trim(),
    datedOn: frozenOn,
    framework: base.framework,
    amendments,
  })
}

const nameLimit = 60
const sourceLimit = 200

const reasonOf = (path: readonly PropertyKey[]): string =>
  path.length === 0 || path[0] === 'format'
    ? 'filen: är inget förslag i formatet skuggbudget-snapshot/1. Be om JSON-filen som hör till en version.'
    : `${path.map(String).join('.').slice(0, 120)}: följer inte formatet skuggbudget-snapshot/1.`

const invalid = (message: string) => refused({ kind: 'invalid', field: 'upload', message })
