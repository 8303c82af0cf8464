import { canonicalJson } from '~/proposal/canonical'
import { sha256 } from '~/proposal/hash.server'
import type { Snapshot } from '~/proposal/snapshot'
import { done, type Outcome } from '~/outcome'
import { annex } from './annex'
import { report } from './compose'
import type { Report } from './report'
import { imageFile } from './report-text'
import { setPdf, type File, type Limits, type Pdf } from './typeset.server'

/** What a version is exported as: the tabled document, or the group's own check report beside it. */
export type Part = 'document' | 'annex'

/** A part of a snapshot's export, with the sums that name the snapshot and its framework. */
export function reportOf(snapshot: Snapshot, part: Part = 'document'): Report {
  const hashes = {
    snapshot: sha256(canonicalJson(snapshot)),
    framework: sha256(canonicalJson(snapshot.framework)),
  }
  return part === 'document' ? report(snapshot, hashes) : annex(snapshot, hashes)
}

/** A snapshot as tagged PDF (PDF/UA-1), always the same bytes. Whether its checks allow it is asked before. */
export async function exportPdf(
  snapshot: Snapshot,
  limits: Limits & { readonly part?: Part } = {},
): Promise<Outcome<Uint8Array>> {
  const outcome = await exportPart(snapshot, limits.part ?? 'document', limits)
  return outcome.ok ? done(outcome.value.bytes) : outcome
}

/** The same, with the number of its pages. */
export const exportPart = (
  snapshot: Snapshot,
  part: Part,
  limits: Limits = {},
): Promise<Outcome<Pdf>> =>
  setPdf(reportOf(snapshot, part), {
    ...limits,
    ...(part === 'document' && { images: imagesOf(snapshot) }),
  })

const imagesOf = ({ images = {} }: Snapshot): File[] =>
  Object.entries(images).map(([sha256, { type, base64 }]) => ({
    file: imageFile(sha256, type),
    bytes: Uint8Array.from(Buffer.from(base64, 'base64')),
  }))
