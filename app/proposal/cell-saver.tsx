import { useFetcher, useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { BudgetAnswer, ShownAmendment } from './budget-page'
import type { CellEdits } from './cell-edits'

type Shown = readonly Pick<ShownAmendment, 'id' | 'revision'>[]

/** The saves of the board table's cells that are on their way. */
export function CellSavers({ edits, amendments }: { edits: CellEdits; amendments: Shown }) {
  return edits.cells.map(
    ({ flight }) =>
      flight && (
        <CellSaver
          key={flight.fetcherKey}
          fetcherKey={flight.fetcherKey}
          amendments={amendments}
          onAnswer={answer => edits.answer(flight.fetcherKey, answer)}
        />
      ),
  )
}

/**
 * Waits for the server's answer to one cell's save, and hands it over once the page shows what was saved: a cell that
 * closed on older figures would take its own save for somebody else's.
 */
function CellSaver({
  fetcherKey,
  amendments,
  onAnswer,
}: {
  fetcherKey: string
  amendments: Shown
  onAnswer: (answer: BudgetAnswer) => void
}) {
  const fetcher = useFetcher<BudgetAnswer>({ key: fetcherKey })
  const { state: loading, revalidate } = useRevalidator()
  const handed = useRef<BudgetAnswer | null>(null)
  const asked = useRef<BudgetAnswer | null>(null)
  const { data, state } = fetcher
  useEffect(() => {
    if (!data || state === 'submitting' || handed.current === data) return
    // a refusal changes no figure, so there is nothing to wait for
    if (!data.ok || isShown(data, amendments)) {
      handed.current = data
      onAnswer(data)
    } else if (state === 'idle' && loading === 'idle' && asked.current !== data) {
      // another reload came between, with what stood before
      asked.current = data
      revalidate()
    }
  }, [data, state, amendments, loading, revalidate, onAnswer])
  return null
}

const isShown = ({ id, revision }: { id: string; revision: number }, amendments: Shown) =>
  amendments.some(shown => shown.id === id && shown.revision >= revision)
