import { useRef, type KeyboardEvent } from 'react'
import type { OpenCell } from './open-cell'
import type { CellEdits } from './cell-edits'
import type { CellPresses } from './cell-presses'
import { sameSpot, type Spot } from './grid'
import type { Grid } from './grid-selection'

/** The open cell: Enter saves and goes down, Tab saves and goes on, Esc undoes. */
export function CellInput({
  label,
  describedBy,
  spot,
  cell,
  edits,
  grid,
  presses,
}: {
  label: string
  describedBy: string | undefined
  spot: Spot
  cell: OpenCell
  edits: CellEdits
  grid: Grid
  presses: CellPresses
}) {
  // a key has said what becomes of it: to lose the focus then says nothing more
  const left = useRef(false)
  const replaces = presses.replacing !== null && sameSpot(presses.replacing, spot)
  const leave = (event: KeyboardEvent<HTMLElement>, how: () => void, onwards: boolean) => {
    event.preventDefault()
    left.current = true
    presses.leave(spot, !(onwards && grid.step(event, spot)))
    how()
  }
  return (
    <input
      className={cell.fault ? 'cell-input fault' : 'cell-input'}
      aria-label={label}
      aria-invalid={cell.fault ? true : undefined}
      aria-describedby={describedBy}
      value={cell.typed}
      data-cell={`${spot.row}.${spot.at}`}
      autoComplete="off"
      enterKeyHint="done"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the cell was opened by its own button
      autoFocus
      onFocus={event => {
        const end = event.currentTarget.value.length
        event.currentTarget.setSelectionRange(end, end)
        left.current = false
      }}
      onChange={event => edits.type(cell, event.currentTarget.value)}
      onPointerDown={presses.point}
      onBlur={() => {
        if (!left.current) edits.commit(cell)
      }}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') return leave(event, () => edits.close(cell), false)
        const goes = event.key === 'Enter' || (replaces && isArrow(event.key))
        if (goes) leave(event, () => edits.commit(cell), true)
        if (event.key === 'Tab') {
          left.current = true
          // out of the last cell the browser goes on by itself
          if (grid.step(event, spot)) event.preventDefault()
          edits.commit(cell)
        }
      }}
    />
  )
}

const isArrow = (key: string) => key.startsWith('Arrow')
