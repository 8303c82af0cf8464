import type { AmendmentState } from '~/budget/amendment'
import { PressForm, type AmendmentPresses } from './amendment-presses'
import type { BudgetPage, ShownAmendment } from './budget-page'
import { movesFrom, type MoveName } from './moves'

type Of = { amendment: ShownAmendment; name: string; presses: AmendmentPresses }

/** What the member may do with an amendment as a whole. */
export function AmendmentMoves({ page, ...of }: Of & { page: BudgetPage }) {
  const { state } = of.amendment
  return (
    <>
      {movesFrom(state, page.rights).map(move => (
        <MoveButton key={move} {...of} intent={move} label={moveLabel(move, state)} />
      ))}
      <WithdrawalButton {...of} page={page} />
    </>
  )
}

const moveLabels: Record<MoveName, string> = {
  adopt: 'Anta',
  suggest: 'Föreslå igen',
  defer: 'Skjut upp',
  withdraw: 'Dra tillbaka',
}

const moveLabel = (move: MoveName, state: AmendmentState): string =>
  move === 'adopt' && state === 'withdrawn' ? 'Anta igen' : moveLabels[move]

/** Who does not decide may suggest that an adopted one is withdrawn; the leader keeps it, or withdraws it as always. */
function WithdrawalButton({ page: { rights, memberId }, ...of }: Of & { page: BudgetPage }) {
  const { state, withdrawalBy } = of.amendment
  if (state !== 'adopted' || !rights.amend) return null
  if (withdrawalBy === null)
    return rights.decide ? null : (
      <MoveButton {...of} intent="suggest-withdrawal" label="Föreslå dra tillbaka" />
    )
  if (rights.decide) return <MoveButton {...of} intent="keep" label="Behåll" />
  return withdrawalBy.id === memberId ? (
    <MoveButton {...of} intent="keep" label="Ta tillbaka förslaget" />
  ) : null
}

/** Takes an amendment to another state. It can always be undone, so it asks no question first. */
const MoveButton = ({
  amendment,
  name,
  presses,
  intent,
  label,
}: Of & { intent: string; label: string }) => (
  <PressForm
    of={amendment}
    {...{ intent, presses }}
    kind="plain"
    label={`${label} Ä${amendment.number}, ${name}`}
  >
    {label}
  </PressForm>
)
