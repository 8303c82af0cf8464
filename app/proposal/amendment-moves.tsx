import { useFetcher } from '@remix-run/react'
import { useEffect } from 'react'
import type { AmendmentState } from '~/budget/amendment'
import { Button } from '~/ui/button'
import { FormFault } from '~/ui/message'
import type { BudgetAnswer, BudgetPage, ShownAmendment } from './budget-page'
import { movesFrom, type MoveName } from './moves'

type Of = { amendment: ShownAmendment; name: string }

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
function WithdrawalButton({
  amendment,
  name,
  page: { rights, memberId },
}: {
  amendment: ShownAmendment
  name: string
  page: BudgetPage
}) {
  const { state, withdrawalBy } = amendment
  if (state !== 'adopted' || !rights.amend) return null
  if (withdrawalBy === null)
    return rights.decide ? null : (
      <MoveButton
        {...{ amendment, name }}
        intent="suggest-withdrawal"
        label="Föreslå dra tillbaka"
      />
    )
  if (rights.decide) return <MoveButton {...{ amendment, name }} intent="keep" label="Behåll" />
  return withdrawalBy.id === memberId ? (
    <MoveButton {...{ amendment, name }} intent="keep" label="Ta tillbaka förslaget" />
  ) : null
}

/** Takes an amendment to another state. It can always be undone, so it asks no question first. */
function MoveButton({
  amendment,
  name,
  intent,
  label,
}: {
  amendment: ShownAmendment
  name: string
  intent: string
  label: string
}) {
  const fetcher = useFetcher<BudgetAnswer>()
  const { id, number, revision } = amendment
  const fault = fetcher.data && !fetcher.data.ok && fetcher.data.message
  useEffect(() => {
    if (fault) document.getElementById(`a-${id}`)?.scrollIntoView({ block: 'nearest' })
  }, [fault, id])
  return (
    <>
      <fetcher.Form method="post" className="inline">
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="revision" value={revision} />
        <Button
          kind="plain"
          small
          type="submit"
          busy={fetcher.state !== 'idle'}
          aria-label={`${label} Ä${number}, ${name}`}
        >
          {label}
        </Button>
      </fetcher.Form>
      {fault && fetcher.state === 'idle' && <FormFault title="Inte sparat.">{fault}</FormFault>}
    </>
  )
}
