import {
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'
import type { Spot } from './grid'
import { cellAt, isTyping, spotOf } from './grid-selection'

/** What leads into an open cell and out of it. */
export type CellPresses = {
  /** The cell in which what is typed replaces what stood there: an arrow then leaves it. */
  readonly replacing: Spot | null
  /** A place in the open cell's text was pointed at: it is changed then, not replaced. */
  readonly point: () => void
  /** Told, at a key that leaves the open cell, whether the cell keeps the focus. */
  readonly leave: (spot: Spot, stays: boolean) => void
}

/**
 * Hears for all cells of the table what is pressed, typed and stood on, so that a closed one is no more than its button.
 * @param onOpen `typed` replaces what stands there, null keeps it for changing; null where nothing may be written
 */
export function useCellPresses(
  table: RefObject<HTMLElement>,
  onOpen: ((spot: Spot, typed: string | null) => void) | null,
  onStand: (spot: Spot, here: boolean) => void,
) {
  const [replacing, setReplacing] = useState<Spot | null>(null)
  const back = useRef<Spot | null>(null)
  useEffect(() => {
    const cell = back.current && cellAt(table.current, back.current)
    if (!cell || isTyping(cell)) return
    back.current = null
    cell.focus()
  })
  const open = (target: EventTarget, typed: string | null): boolean => {
    const spot = isTyping(target) ? null : spotOf(target)
    if (!spot || !onOpen) return false
    back.current = null
    setReplacing(typed === null ? null : spot)
    onOpen(spot, typed)
    return true
  }
  const presses: CellPresses = {
    replacing,
    point: () => setReplacing(null),
    leave: (spot, stays) => (back.current = stays ? spot : null),
  }
  return {
    presses,
    onClick: ({ target }: MouseEvent<HTMLElement>) => void open(target, null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const typed = typedBy(event)
      if (typed !== undefined && open(event.target, typed)) event.preventDefault()
    },
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      const spot = spotOf(target)
      if (spot) onStand(spot, true)
    },
    onBlur: ({ target }: FocusEvent<HTMLElement>) => {
      const spot = spotOf(target)
      if (spot) onStand(spot, false)
    },
  }
}

/** What a key puts into a closed cell: nothing typed yet for F2, an empty text for Delete; undefined where it opens none. */
function typedBy({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  if (key === 'F2') return null
  if (key === 'Delete' || key === 'Backspace') return ''
  return /^[\d+\-\u2212]$/.test(key) ? key : undefined
}
