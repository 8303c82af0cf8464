import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'
import { isInside, moved, sameSpot, type Area, type Extent, type Spot } from './grid'

/** The chosen cells, or the one that the keys act on; `whole` is the whole table, after Ctrl+A. */
export type Chosen = { readonly area: Area; readonly whole: boolean }

export type Clipboard = {
  readonly copy: (chosen: Chosen, extent: Extent) => string
  /** Takes the clipboard's text, for the chosen cells; null where nothing may be written. */
  readonly paste: ((text: string, chosen: Chosen, extent: Extent) => void) | null
}

/** What the cells of a table need of it. */
export type Grid = {
  /** The one cell that Tab leads to from outside. */
  readonly active: Spot
  readonly isChosen: (spot: Spot) => boolean
  readonly stand: (spot: Spot) => void
  /** Moves the focus from a cell; false where the key leads nowhere else. */
  readonly step: (event: KeyboardEvent<HTMLElement>, from: Spot) => boolean
}

/** Focus, choice and clipboard of the board table's cells, found by their `data-cell`: hidden years are passed over. */
export function useGrid(rows: number, years: number, clipboard: Clipboard) {
  const table = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Spot>(first)
  const [area, setArea] = useState<Area | null>(null)
  const [whole, setWhole] = useState(false)
  const extending = useRef(false)
  const extent = useCallback(() => seenExtent(table.current, rows, years), [rows, years])
  useClipboard(table, { area: area ?? { from: active, to: active }, whole }, extent, clipboard)

  const choose = (next: Area | null, all = false) => {
    setArea(next)
    setWhole(all)
  }
  const stand = (spot: Spot) => {
    setActive(spot)
    if (!extending.current) choose(null)
  }
  const step = (event: KeyboardEvent<HTMLElement>, from: Spot) => {
    const to = moved(from, pressOf(event), extent())
    if (!to || sameSpot(from, to)) return false
    cellAt(table.current, to)?.focus()
    return true
  }
  const extend = (to: Spot | null, from: Spot) => {
    if (!to) return
    choose({ from: area?.from ?? from, to })
    extending.current = true
    cellAt(table.current, to)?.focus()
    extending.current = false
  }

  return {
    table,
    chosenRange: area && !whole ? area : null,
    whole,
    grid: { active, stand, step, isChosen: spot => area !== null && isInside(spot, area) } as Grid,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const from = spotOf(event.target)
      // a cell's own button is opened by Enter
      if (!from || isTyping(event.target) || event.altKey || event.key === 'Enter') return
      const press = pressOf(event)
      if (press.ctrl && event.key.toLowerCase() === 'a') {
        event.preventDefault()
        return choose({ from: first, to: { row: rows - 1, at: years - 1 } }, true)
      }
      if (event.key === 'Escape') return choose(null)
      const to = moved(from, press, extent())
      if (!to) return
      event.preventDefault()
      if (press.shift && event.key !== 'Tab') extend(to, from)
      else step(event, from)
    },
    // Shift and a press choose the cells between, and open none
    onMouseDownCapture: (event: MouseEvent<HTMLElement>) => {
      const to = event.shiftKey && !isTyping(event.target) ? spotOf(event.target) : null
      if (!to) return
      event.preventDefault()
      extend(to, active)
    },
    onClickCapture: (event: MouseEvent<HTMLElement>) => {
      if (event.shiftKey && spotOf(event.target) && !isTyping(event.target)) event.stopPropagation()
    },
  }
}

/** Browsers send copy and paste to what was last clicked, not to what has the focus: the whole page listens. */
function useClipboard(
  table: RefObject<HTMLElement>,
  chosen: Chosen,
  extent: () => Extent,
  clipboard: Clipboard,
) {
  const current = useRef({ chosen, clipboard })
  useEffect(() => {
    current.current = { chosen, clipboard }
  })
  useEffect(() => {
    const isHere = () => {
      const { activeElement: focus } = document
      return table.current?.contains(focus) && spotOf(focus) && !isTyping(focus)
    }
    const copy = (event: ClipboardEvent) => {
      if (!isHere()) return
      event.preventDefault()
      const { chosen: cells, clipboard: to } = current.current
      event.clipboardData?.setData('text/plain', to.copy(cells, extent()))
    }
    const paste = (event: ClipboardEvent) => {
      const { chosen: cells, clipboard: from } = current.current
      if (!isHere() || !from.paste) return
      event.preventDefault()
      from.paste(event.clipboardData?.getData('text/plain') ?? '', cells, extent())
    }
    document.addEventListener('copy', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('paste', paste)
    }
  }, [table, extent])
}

const first: Spot = { row: 0, at: 0 }

/** The element of a cell, open or closed. */
export const cellAt = (table: HTMLElement | null, { row, at }: Spot) =>
  table?.querySelector<HTMLElement>(`[data-cell="${row}.${at}"]`) ?? null

function seenExtent(table: HTMLElement | null, rows: number, years: number): Extent {
  const all = Array.from({ length: years }, (_, at) => at)
  const seen = all.filter(at => (cellAt(table, { row: 0, at })?.offsetParent ?? null) !== null)
  return { rows, years: seen }
}

/** The cell that an event came from. */
export function spotOf(target: EventTarget | null): Spot | null {
  if (!(target instanceof HTMLElement)) return null
  const [row, at] = (target.dataset.cell ?? '').split('.').map(Number)
  return row === undefined || at === undefined ? null : { row, at }
}

export const isTyping = (target: EventTarget | null) => target instanceof HTMLInputElement

const pressOf = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent) => ({
  key,
  ctrl: ctrlKey || metaKey,
  shift: shiftKey,
})
