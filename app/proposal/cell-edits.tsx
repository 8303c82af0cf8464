import { useSubmit } from '@remix-run/react'
import { useCallback, useRef, useState } from 'react'
import type { TableUnit } from '~/budget/framework'
import { useSaveState } from '~/ui/save-state'
import type { Clash } from './amendment-judgement'
import type { BudgetAnswer, ShownAmendment } from './budget-page'
import type { CellEdit } from './change-cell'

/** A cell that is written in, saved, or has two values. `seen` is the save that stood there when writing began. */
export type OpenCell = CellEdit & {
  readonly board: string
  readonly at: number
  readonly before: string
  readonly seen: Pick<ShownAmendment, 'id' | 'revision'> | null
  readonly fetcherKey: string
  readonly clash: Clash | null
}

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

/** The cells that are open in the board table; what is typed without a unit is in the table's. Several may be on their way to the server at once. */
export function useCellEdits(unit: TableUnit): CellEdits {
  const submit = useSubmit()
  const [cells, setCells] = useState<readonly OpenCell[]>([])
  const [suggested, setSuggested] = useState<number | null>(null)
  const count = useRef(0)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const saving = cells.some(({ phase }) => phase === 'saving')
  useSaveState(saving ? { type: 'saving' } : savedAt && { type: 'saved', at: savedAt })

  const put = useCallback(
    (cell: OpenCell) => setCells(all => [...all.filter(other => !isSame(other, cell)), cell]),
    [],
  )
  const close = useCallback(
    (cell: OpenCell) => setCells(all => all.filter(other => !isSame(other, cell))),
    [],
  )
  const send = (cell: OpenCell) => {
    count.current += 1
    const fetcherKey = `cell-${cell.board}.${cell.at}-${count.current}`
    const { board, at, typed, seen } = cell
    put({ ...cell, fetcherKey, phase: 'saving', fault: null, clash: null })
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
  const answer = useCallback((fetcherKey: string, answered: BudgetAnswer) => {
    if (answered.ok) setSuggested(answered.state === 'suggested' ? answered.number : null)
    if (answered.ok) setSavedAt(new Date())
    setCells(all =>
      all.flatMap((cell): OpenCell[] => {
        if (cell.fetcherKey !== fetcherKey) return [cell]
        if (answered.ok) return []
        return answered.clash
          ? [{ ...cell, phase: 'clash', clash: answered.clash }]
          : [
              {
                ...cell,
                phase: 'typing',
                fault: Object.values(answered.faults)[0] ?? answered.message,
              },
            ]
      }),
    )
  }, [])

  return {
    cells,
    suggested,
    open: (board, at, seen, before, typed) =>
      put({
        board,
        at,
        seen,
        before,
        typed,
        phase: 'typing',
        fault: null,
        fetcherKey: '',
        clash: null,
      }),
    type: (cell, typed) => put({ ...cell, typed }),
    commit: cell => (cell.typed.trim() === cell.before ? close(cell) : send(cell)),
    close,
    answer,
    saveOurs: cell => send({ ...cell, seen: cell.clash?.saved ?? cell.seen }),
  }
}

const isSame = (a: OpenCell, b: OpenCell) => a.board === b.board && a.at === b.at
