import { listIn } from '~/budget/table-unit'
import { PressForm, type AmendmentPresses } from './amendment-presses'
import type { BudgetPage, ShownAmendment } from './budget-page'

/** What an investment costs its board later, and the press that makes the frame amendment that pays for it (F15). */
export function RunningCostOffer({
  amendment,
  page,
  presses,
}: {
  amendment: ShownAmendment
  page: BudgetPage
  presses: AmendmentPresses
}) {
  const { runningCost, number } = amendment
  if (!runningCost || amendment.state === 'withdrawn') return null
  const { costs, paidBy, upToDate, withoutInterest } = runningCost
  const list = listIn(page.statement.unit, costs)
  return (
    <div className="offer">
      <p>
        Avskrivning och ränta: <span className="num">{list}</span>
        {withoutInterest && ' (grunden har ingen internränta, så räntan är noll)'}
        {paidBy !== null && upToDate && `. Betalas av Ä${paidBy}.`}
      </p>
      {page.editable && !upToDate && (
        <PressForm
          of={amendment}
          intent="running-cost"
          presses={presses}
          label={`${paidBy === null ? 'Lägg till' : 'Uppdatera'} drift för Ä${number}: avskrivning och ränta`}
        >
          {paidBy === null
            ? 'Lägg till drift: avskrivning och ränta'
            : `Uppdatera Ä${paidBy} till de nya beloppen`}
        </PressForm>
      )}
    </div>
  )
}
