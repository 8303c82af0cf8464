import type { Actor } from '~/group/policy'
import { statusName } from '~/group/status'
import { done, refused, type Outcome } from '~/outcome'
import { changeProposal } from './change-store.server'
import { datesOutOfOrder, type Dates } from './deadline'
import { saveDates } from './status-store.server'

/** Sets the days by which the group means to reach each status. */
export async function setDates(
  actor: Actor,
  proposalId: string,
  dates: Dates,
): Promise<Outcome<null>> {
  const early = datesOutOfOrder(dates)
  if (early)
    return refused({
      kind: 'invalid',
      field: early,
      message: `${statusName[early]} ligger före steget innan. Välj en senare dag.`,
    })
  return changeProposal(actor, proposalId, 'set-dates', async tx => {
    await saveDates(actor, proposalId, dates, tx)
    return done(null)
  })
}
