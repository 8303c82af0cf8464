import type { Database } from '~/db.server'
import type { Actor } from '~/group/policy'
import { done, type Outcome } from '~/outcome'
import { takenByVersions, versionWithContent } from '~/proposal/version-store.server'
import { contentNow, storeVersion } from './freeze-version.server'

type Checkpoint = {
  readonly proposalId: string
  readonly name: string
  readonly now: Date
  /** Whether it is kept for good. */
  readonly lasting?: boolean
}

/**
 * Freezes an automatic version inside a change, so that what the change takes away can be had back. Where a version has
 * the same content already, and is kept as long, that is the one.
 */
export async function checkpointInside(
  actor: Actor,
  { proposalId, name, now, lasting = false }: Checkpoint,
  tx: Database,
): Promise<Outcome<{ versionId: string }>> {
  const content = await contentNow(actor, proposalId, tx)
  if (!content.ok) return content
  const { contentHash } = content.value
  const same = await versionWithContent(actor, proposalId, { contentHash, lasting }, tx)
  if (same) return done({ versionId: same })
  const free = await freeName(actor, proposalId, name, tx)
  const frozen = { proposalId, name: free, now, automatic: true, lasting }
  return storeVersion(actor, frozen, content.value, tx)
}

/** When it is frozen for a change that is made now: what has changed since then is that change too. */
export const justBefore = (now: Date): Date => new Date(now.getTime() - 1)

/** A version's name is taken once: `Före KS förslag`, then `Före KS förslag (2)`. */
export async function freeName(
  actor: Actor,
  proposalId: string,
  name: string,
  tx: Database,
): Promise<string> {
  const taken = new Set((await takenByVersions(actor, proposalId, tx)).map(version => version.name))
  let free = name.slice(0, 110)
  for (let i = 2; taken.has(free); i++) free = `${name.slice(0, 110)} (${i})`
  return free
}
