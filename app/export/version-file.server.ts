import { can, type Actor } from '~/group/policy'
import { done, forbidden, notFound, type Outcome } from '~/outcome'
import { keepForGood, loadVersion } from '~/proposal/version-store.server'
import { exportVersion } from './export-version.server'
import { attachment, fileName } from './file-name'
import type { Part } from './pdf.server'

type Asked = { readonly proposalId: string; readonly versionId: string; readonly file: string }

export type VersionFile = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly disposition: string
}

const parts: ReadonlyMap<string, Part> = new Map([
  ['document.pdf', 'document'],
  ['annex.pdf', 'annex'],
])

/** One of a version's files, for who may export it. A PDF that is not made yet is made first. */
export async function versionFile(actor: Actor, asked: Asked): Promise<Outcome<VersionFile>> {
  if (asked.file === 'snapshot.json') return jsonFile(actor, asked)
  const part = parts.get(asked.file)
  return part ? pdfFile(actor, asked, part) : notFound
}

/** The version's canonical bytes exactly as they were hashed. */
async function jsonFile(actor: Actor, asked: Asked): Promise<Outcome<VersionFile>> {
  if (!can(actor, 'export')) return forbidden
  const version = await loadVersion(actor, asked.proposalId, asked.versionId)
  if (!version.ok) return version
  const { bytes, number, snapshot } = version.value
  await keepForGood(actor, asked.versionId)
  return done({
    bytes: new TextEncoder().encode(bytes),
    type: 'application/json',
    disposition: attachment(fileName(snapshot.title, number, 'json')),
  })
}

async function pdfFile(actor: Actor, asked: Asked, part: Part): Promise<Outcome<VersionFile>> {
  const started = await exportVersion(actor, { ...asked, part })
  if (!started.ok) return started
  const { version, job } = started.value
  const outcome = await job.ended
  if (!outcome.ok) return outcome
  const { title } = version.snapshot
  const name = part === 'annex' ? `Kontrollrapport ${title}` : title
  return done({
    bytes: new Uint8Array(outcome.value.bytes),
    type: 'application/pdf',
    disposition: attachment(fileName(name, version.number, 'pdf')),
  })
}
