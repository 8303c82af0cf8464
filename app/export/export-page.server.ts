import { can, type Actor } from '~/group/policy'
import { done, forbidden, type Outcome } from '~/outcome'
import { checkSnapshot } from '~/proposal/check'
import { checkPage, type NamedFinding } from '~/proposal/check-page'
import { loadVersion } from '~/proposal/version-store.server'
import type { PartState } from './export-part'
import { jobOf } from './export-version.server'
import type { Part } from './pdf.server'

export type ExportPage = {
  readonly name: string
  readonly sha256: string
  /** What stops the document, each with its place in the draft. */
  readonly errors: NamedFinding[]
  readonly document: PartState
  readonly annex: PartState
}

/** How the exports of a version stand, and what stops them. */
export async function exportPage(
  actor: Actor,
  proposalId: string,
  versionId: string,
): Promise<Outcome<ExportPage>> {
  if (!can(actor, 'export')) return forbidden
  const version = await loadVersion(actor, proposalId, versionId)
  if (!version.ok) return version
  const { name, sha256, snapshot } = version.value
  const { findings } = checkPage(snapshot, checkSnapshot(snapshot))
  return done({
    name,
    sha256,
    errors: findings.filter(({ severity }) => severity === 'error'),
    document: stateOf(sha256, 'document'),
    annex: stateOf(sha256, 'annex'),
  })
}

function stateOf(sha256: string, part: Part): PartState {
  const job = jobOf(sha256, part)
  if (!job) return { type: 'none' }
  if (!job.outcome) return { type: 'running', ...job.progress }
  if (!job.outcome.ok) return { type: 'failed', reason: job.outcome.fault.message }
  const { pages, bytes } = job.outcome.value
  return { type: 'done', pages, kilobytes: Math.ceil(bytes.byteLength / 1000) }
}
