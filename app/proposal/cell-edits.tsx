import { useSubmit } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TableUnit } from '~/budget/framework'
import { useSaveState } from '~/ui/save-state'
import type { BudgetAnswer } from './budget-page'
import { afterAnswer, isSame, readyToGo, reopened, undone, type OpenCell } from './open-cell'

export type CellEdits = {
  readonly cells: readonly OpenCell[]
  /** The number of what was last saved as a suggestion: the cell then goes back to what counts. */
  readonly suggested: number | null
  readonly open: (
    board: string,
    at: number,
    seen: OpenCell['seen'],
    before: string,
    typed: string,
  ) => void
  readonly type: (cell: OpenCell, typed: string) => void
  readonly commit: (cell: OpenCell) => void
  readonly close: (cell: OpenCell) => void
  readonly answer: (fetcherKey: string, answer: BudgetAnswer) => void
  readonly saveOurs: (cell: OpenCell) => void
}

/**
 * The cells that are open in the board table; what is typed without a unit is in the table's. Several boards may be on
 * their way to the server at once; the cells of one go one after the other, each on top of the save before it.
 */
export function useCellEdits(unit: TableUnit): CellEdits {
  const submit = useSubmit()
  const [cells, setCells] = useState<readonly OpenCell[]>([])
  const [suggested, setSuggested] = useState<number | null>(null)
  const count = useRef(0)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const saving = cells.some(({ phase, flight }) => phase === 'saving' || flight)
  useSaveState(saving ? { type: 'saving' } : savedAt && { type: 'saved', at: savedAt })

  const put = useCallback(
    (cell: OpenCell) => setCells(all => [...all.filter(other => !isSame(other, cell)), cell]),
    [],
  )
  const close = useCallback(
    (cell: OpenCell) =>
      setCells(all => {
        const rest = all.filter(other => !isSame(other, cell))
        const kept = undone(cell)
        return kept ? [...rest, kept] : rest
      }),
    [],
  )
  useEffect(() => {
    for (const cell of readyToGo(cells)) {
      count.current += 1
      const fetcherKey = `cell-${cell.board}.${cell.at}-${count.current}`
      const { board, at, typed, seen, before } = cell
      put({ ...cell, flight: { fetcherKey, typed, seen, before } })
      void submit(
        {
          intent: 'cell',
          board,
          at,
          typed: typed.trim() || '0',
          unit,
          id: seen?.id ?? '',
          revision: seen?.revision ?? 0,
        },
        { method: 'post', navigate: false, fetcherKey },
      )
    }
  }, [cells, put, submit, unit])
  const answer = useCallback((fetcherKey: string, answered: BudgetAnswer) => {
    if (answered.ok) setSuggested(answered.state === 'suggested' ? answered.number : null)
    if (answered.ok) setSavedAt(new Date())
    setCells(all => afterAnswer(all, fetcherKey, answered))
  }, [])
  const send = (cell: OpenCell) =>
    put({ ...cell, phase: 'saving', fault: null, clash: null, left: null })

  return {
    cells,
    suggested,
    open: (board, at, seen, before, typed) => {
      const standing = cells.find(cell => isSame(cell, { board, at }))
      put(reopened(standing, { board, at, seen, before, typed }))
    },
    type: (cell, typed) => put({ ...cell, typed }),
    commit: cell => (cell.typed.trim() === cell.before ? close(cell) : send(cell)),
    close,
    answer,
    saveOurs: cell => send({ ...cell, seen: cell.clash?.saved ?? cell.seen }),
  }
}
