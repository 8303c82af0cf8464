import { useFetcher } from '@remix-run/react'
import { listIn } from '~/budget/table-unit'
import { Button } from '~/ui/button'
import { FormFault } from '~/ui/message'
import type { BudgetAnswer, BudgetPage, ShownAmendment } from './budget-page'

/** What an investment costs its board later, and the press that makes the frame amendment that pays for it (F15). */
export function RunningCostOffer({
  amendment,
  page,
}: {
  amendment: ShownAmendment
  page: BudgetPage
}) {
  const fetcher = useFetcher<BudgetAnswer>()
  const { runningCost, number } = amendment
  if (!runningCost || amendment.state === 'withdrawn') return null
  const { costs, paidBy, upToDate, withoutInterest } = runningCost
  const list = listIn(page.statement.unit, costs)
  const fault = fetcher.state === 'idle' && fetcher.data && !fetcher.data.ok && fetcher.data.message
  return (
    <div className="offer">
      <p>
        Avskrivning och ränta: <span className="num">{list}</span>
        {withoutInterest && ' (grunden har ingen internränta, så räntan är noll)'}
        {paidBy !== null && upToDate && `. Betalas av Ä${paidBy}.`}
      </p>
      {page.editable && !upToDate && (
        <fetcher.Form method="post" className="inline">
          <input type="hidden" name="intent" value="running-cost" />
          <input type="hidden" name="id" value={amendment.id} />
          <Button
            small
            type="submit"
            busy={fetcher.state !== 'idle'}
            aria-label={`${paidBy === null ? 'Lägg till' : 'Uppdatera'} drift för Ä${number}: avskrivning och ränta`}
          >
            {paidBy === null
              ? 'Lägg till drift: avskrivning och ränta'
              : `Uppdatera Ä${paidBy} till de nya beloppen`}
          </Button>
        </fetcher.Form>
      )}
      {fault && <FormFault title="Inte sparat.">{fault}</FormFault>}
    </div>
  )
}
