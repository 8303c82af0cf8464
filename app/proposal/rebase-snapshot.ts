import type { Framework } from '~/budget/framework'
import { rebase, type Decisions } from '~/budget/rebase'
import { frameworkHash } from './check-base'
import type { Snapshot } from './snapshot'

/**
 * The proposal on another edition of its framework. It is written anew, so it is no frozen version any more. @throws
 * RangeError while an amendment is undecided.
 */
export function rebaseSnapshot(
  snapshot: Snapshot,
  framework: Framework,
  decisions: Decisions,
): Snapshot {
  const next = { framework, hash: frameworkHash(framework) }
  return {
    ...snapshot,
    version: null,
    frozenOn: null,
    framework,
    amendments: rebase(snapshot.framework, snapshot.amendments, next, decisions),
  }
}
