import { canonicalJson } from '~/proposal/canonical'
import { sha256 } from '~/proposal/hash.server'
import type { Snapshot } from '~/proposal/snapshot'
import type { Outcome } from '~/outcome'
import { report } from './compose'
import type { Report } from './report'
import { setPdf, type Limits, type Pdf } from './typeset.server'

/** The tabled document of a snapshot, with the sums that name it and its framework. */
export const reportOf = (snapshot: Snapshot): Report =>
  report(snapshot, {
    snapshot: sha256(canonicalJson(snapshot)),
    framework: sha256(canonicalJson(snapshot.framework)),
  })

/** A snapshot as tagged PDF (PDF/UA-1). The same snapshot gives the same bytes. Whether its checks allow it is asked before. */
export async function exportPdf(
  snapshot: Snapshot,
  limits: Limits = {},
): Promise<Outcome<Uint8Array>> {
  const outcome = await setSnapshot(snapshot, limits)
  return outcome.ok ? { ok: true, value: outcome.value.bytes } : outcome
}

/** The same, with the number of its pages. */
export const setSnapshot = (snapshot: Snapshot, limits: Limits = {}): Promise<Outcome<Pdf>> =>
  setPdf(reportOf(snapshot), limits)
