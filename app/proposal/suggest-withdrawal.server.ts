import { statementOf } from '~/budget/statement'
import type { Actor } from '~/group/policy'
import { done, refused, type Outcome } from '~/outcome'
import { saveWithdrawal } from './amendment-store.server'
import type { StoredAmendment } from './draft'
import {
  leadersOnly,
  saveAmendment,
  unchanged,
  type SavedAmendment,
  type Saving,
  type Seen,
} from './save-amendment.server'
import { isLeaving } from './suggested'

/** Suggests that an adopted amendment is withdrawn. It counts until the leader has decided. */
export function suggestWithdrawal(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return saveAmendment(
    actor,
    proposalId,
    seen,
    unchanged,
    async (saving, saved) => {
      const { number, withdrawalBy } = saved
      if (!saving.draft.led)
        return refusedAs('Gruppen har ingen gruppledare: dra tillbaka ändringen direkt.')
      if (saved.state !== 'adopted')
        return refusedAs(`Ä${number} är inte antagen, så den går inte att föreslå bort.`)
      if (withdrawalBy)
        return refusedAs(`${withdrawalBy.name} har redan föreslagit att Ä${number} dras tillbaka.`)
      return written(saving, saved, actor.memberId, now)
    },
    now,
  )
}

/** Lets a suggested withdrawal fall: the leader keeps the amendment, or who suggested it takes that back. */
export function keepAmendment(
  actor: Actor,
  proposalId: string,
  seen: Seen,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  return saveAmendment(
    actor,
    proposalId,
    seen,
    unchanged,
    async (saving, saved) => {
      if (!saving.rights.decide && saved.withdrawalBy?.id !== actor.memberId) return leadersOnly
      return isLeaving(saved)
        ? written(saving, saved, null, now)
        : refusedAs(`Att dra tillbaka Ä${saved.number} är inte föreslaget längre.`)
    },
    now,
  )
}

async function written(
  { actor, draft, tx }: Saving,
  { id, number, revision, state }: StoredAmendment,
  by: string | null,
  now: Date,
): Promise<Outcome<SavedAmendment>> {
  await saveWithdrawal(actor, draft.id, { id, by }, now, tx)
  const statement = statementOf(draft.framework, draft.amendments)
  return done({ id, number, revision, state, statement })
}

const refusedAs = (message: string) => refused({ kind: 'conflict', message })
