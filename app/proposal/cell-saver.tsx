import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { BudgetAnswer } from './budget-page'

/** Waits for the server's answer to one cell's save, and hands it over once the page shows the new figures. */
export function CellSaver({
  fetcherKey,
  onAnswer,
}: {
  fetcherKey: string
  onAnswer: (answer: BudgetAnswer) => void
}) {
  const fetcher = useFetcher<BudgetAnswer>({ key: fetcherKey })
  const handed = useRef<BudgetAnswer | null>(null)
  const { data, state } = fetcher
  useEffect(() => {
    if (!data || handed.current === data) return
    // a refusal changes no figure, so there is nothing to wait for
    if (state === 'submitting' || (data.ok && state !== 'idle')) return
    handed.current = data
    onAnswer(data)
  }, [data, state, onAnswer])
  return null
}
