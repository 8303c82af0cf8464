import { useRef, type KeyboardEvent } from 'react'
import type { CellEdit } from './cell-edit'
import type { Cell, CellWriting } from './change-cell'

/**
 * The open cell.
 * @param replacing whether what is typed replaces what stood there: an arrow then leaves the cell
 * @param onPoint told that a place in the text was pointed at: it is changed then, not replaced
 * @param onLeave told, at a key that leaves, whether the cell keeps the focus
 */
export function CellInput({
  label,
  spot,
  grid,
  onStand,
  writing,
  edit,
  replacing,
  onPoint,
  onLeave,
}: Cell & {
  writing: CellWriting
  edit: CellEdit
  replacing: boolean
  onPoint: () => void
  onLeave: (stays: boolean) => void
}) {
  // a key has said what becomes of it: to lose the focus then says nothing more
  const left = useRef(false)
  const leave = (event: KeyboardEvent<HTMLElement>, how: () => void, onwards: boolean) => {
    event.preventDefault()
    left.current = true
    onLeave(!(onwards && grid.step(event, spot)))
    how()
  }
  return (
    <input
      className={edit.fault ? 'cell-input fault' : 'cell-input'}
      aria-label={label}
      aria-invalid={edit.fault ? true : undefined}
      aria-describedby={writing.describedBy}
      value={edit.typed}
      data-cell={`${spot.row}.${spot.at}`}
      autoComplete="off"
      enterKeyHint="done"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the cell was opened by its own button
      autoFocus
      onFocus={event => {
        const end = event.currentTarget.value.length
        event.currentTarget.setSelectionRange(end, end)
        left.current = false
        grid.stand(spot)
        onStand(true)
      }}
      onChange={event => writing.onType(event.currentTarget.value)}
      onPointerDown={onPoint}
      onBlur={() => {
        onStand(false)
        if (!left.current) writing.onCommit()
      }}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') return leave(event, writing.onUndo, false)
        const goes = event.key === 'Enter' || (replacing && isArrow(event.key))
        if (goes) leave(event, writing.onCommit, true)
        if (event.key === 'Tab') {
          left.current = true
          // out of the last cell the browser goes on by itself
          if (grid.step(event, spot)) event.preventDefault()
          writing.onCommit()
        }
      }}
    />
  )
}

const isArrow = (key: string) => key.startsWith('Arrow')
