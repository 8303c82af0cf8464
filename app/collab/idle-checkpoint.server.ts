import type { Actor } from '~/group/policy'
import { appName, thinVersions } from '~/proposal/version-store.server'
import { clock, day } from '~/ui/date'
import { checkpointInside } from './checkpoint.server'
import { idleProposals, whileIdle, type IdleProposal } from './idle-store.server'

/** How long nobody has changed anything before the app freezes a version itself. */
const idleMinutes = 10

const lookEvery = 60_000

/** Looks every minute for proposals that were changed and then left alone, while the app runs. `every`: milliseconds. */
export function watchIdle(every = lookEvery): void {
  let looking = false
  setInterval(() => {
    if (looking) return
    looking = true
    void freezeIdle(idleMinutes, new Date())
      .catch(reason => console.error('Automatiska versioner gick inte att frysa:', reason))
      .finally(() => (looking = false))
  }, every).unref()
}

/**
 * Freezes an automatic version of each proposal that was changed, and not in that many minutes, and thins out the older
 * ones. Where a version has the same content already, that is the one.
 * @returns of how many proposals the changes are frozen now.
 */
export async function freezeIdle(minutes: number, now: Date): Promise<number> {
  let frozen = 0
  for (const proposal of await idleProposals(minutes))
    try {
      if (await freezeOne(proposal, minutes, now)) frozen += 1
    } catch (reason) {
      // one that cannot be frozen is no reason to leave the others
      console.error(`Förslaget ${proposal.id} gick inte att frysa:`, reason)
    }
  return frozen
}

function freezeOne(proposal: IdleProposal, minutes: number, now: Date): Promise<boolean> {
  const { id: proposalId, groupId } = proposal
  const app: Actor = { memberId: '', groupId, name: appName, roles: [] }
  return whileIdle(proposal, minutes, async tx => {
    const name = `Automatisk ${day(now)} ${clock(now)}`
    const outcome = await checkpointInside(app, { proposalId, name, now }, tx)
    if (!outcome.ok) console.error(`Förslaget ${proposalId} frystes inte:`, outcome.fault.message)
    await thinVersions(app, proposalId, now, tx)
  })
}
