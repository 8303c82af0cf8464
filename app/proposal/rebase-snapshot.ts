import type { Framework } from '~/budget/framework'
import { rebase, type Decisions } from '~/budget/rebase'
import { frameworkHash } from './check-base'
import type { Rival } from './rival'
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
    ...(snapshot.rivals && {
      rivals: snapshot.rivals.map(rival => onOwnBase(rival, snapshot.framework, next.hash)),
    }),
    amendments: rebase(snapshot.framework, snapshot.amendments, next, decisions),
  }
}

/** The other proposal stays with the base that it was written against, so that its frames do; unsaid where that is ours. */
function onOwnBase({ framework, ...rival }: Rival, base: Framework, nextHash: string): Rival {
  const own = framework ?? base
  return frameworkHash(own) === nextHash ? rival : { ...rival, framework: own }
}
