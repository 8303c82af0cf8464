import { can, type Action, type Actor } from '~/group/policy'
import { done, notFound, type Outcome } from '~/outcome'
import { differingParts } from '~/proposal/restored'
import type { Snapshot } from '~/proposal/snapshot'
import { loadStatus } from '~/proposal/store.server'
import { frozenText, nowId, versionFigures } from '~/proposal/version-row'
import { listVersions, loadVersion } from '~/proposal/version-store.server'
import type { BrokenVersion, ListedVersion } from '~/proposal/version-table'
import { loadSnapshot } from './load-snapshot.server'
import { restoreActions } from './restore-page.server'

/** The list of versions: the ones that can be shown, the latest first, and the ones that do not agree with their sum. */
export async function versionList(
  actor: Actor,
  proposalId: string,
): Promise<{ listed: ListedVersion[]; broken: BrokenVersion[] }> {
  const versions = await listVersions(actor, proposalId)
  return {
    listed: versions.flatMap(({ version }) =>
      version.ok
        ? [
            {
              id: version.value.id,
              name: version.value.name,
              frozen: frozenText(version.value.frozenAt),
              by: version.value.frozenBy,
              automatic: version.value.automatic,
              sha256: version.value.sha256,
              figures: versionFigures(version.value.snapshot),
            },
          ]
        : [],
    ),
    broken: versions.flatMap(({ id, name, version }) =>
      version.ok ? [] : [{ id, name, reason: version.fault.message }],
    ),
  }
}

/** What of a version could be taken back, and what of it the member may take back as the proposal stands. */
export async function restorableParts(actor: Actor, proposalId: string, version: Snapshot) {
  const [now, status] = await Promise.all([
    loadSnapshot(actor, proposalId),
    loadStatus(actor, proposalId),
  ])
  const may = (action: Action) => can(actor, action, status ?? undefined)
  return {
    parts: now ? differingParts(now, version) : [],
    may: {
      section: may(restoreActions.section),
      amendment: may(restoreActions.amendment),
      all: may(restoreActions.all),
    },
  }
}

type ComparedSide = {
  readonly id: string
  readonly name: string
  /** When it was frozen, and its sum; null for the proposal as it is now. */
  readonly frozen: string | null
  /** The same as a moment. */
  readonly at: Date | null
  readonly sha256: string | null
  readonly snapshot: Snapshot
}

/** One side of a comparison: a version, or the proposal as it is now. */
export async function comparedSide(
  actor: Actor,
  proposalId: string,
  id: string,
): Promise<Outcome<ComparedSide>> {
  if (id === nowId) {
    const snapshot = await loadSnapshot(actor, proposalId)
    const unfrozen = { name: 'Just nu', frozen: null, at: null, sha256: null }
    return snapshot ? done({ id, ...unfrozen, snapshot }) : notFound
  }
  const version = await loadVersion(actor, proposalId, id)
  if (!version.ok) return version
  const { name, frozenAt, sha256, snapshot } = version.value
  return done({ id, name, frozen: frozenText(frozenAt), at: frozenAt, sha256, snapshot })
}
