import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { CellEdit } from './cell-edit'
import type { Spot } from './grid'
import type { Grid } from './grid-selection'

/** How a cell is written; null where it is only read. */
export type CellWriting = {
  readonly edit: CellEdit | null
  readonly describedBy?: string | undefined
  /** `typed` replaces what stands there; null keeps it for changing. */
  readonly onOpen: (typed: string | null) => void
  readonly onType: (typed: string) => void
  readonly onCommit: () => void
  readonly onUndo: () => void
}

/**
 * One cell of the column Ändring. The whole cell is a button; Enter or F2 opens it, a figure replaces what stands there,
 * Enter saves and goes down, Tab saves and goes on, Esc undoes.
 */
export function ChangeCell({
  label,
  details,
  figure,
  held,
  fresh,
  spot,
  grid,
  writing,
  onStand,
}: {
  /** The cell's full name, with its figure. */
  label: string
  /** Whose figure it is. */
  details: string
  figure: string
  /** Someone else stands here. */
  held: boolean
  /** Changed by someone else, and not seen yet. */
  fresh: boolean
  spot: Spot
  grid: Grid
  writing: CellWriting | null
  onStand: (here: boolean) => void
}) {
  const button = useRef<HTMLButtonElement>(null)
  const [refocus, setRefocus] = useState(false)
  const left = useRef(false)
  const replacing = useRef(false)
  const edit = writing?.edit ?? null
  const typing = edit?.phase === 'typing'
  useEffect(() => {
    if (refocus && !typing) button.current?.focus()
  }, [refocus, typing])

  if (writing && edit && typing)
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
        onPointerDown={() => (replacing.current = false)}
        onBlur={() => {
          onStand(false)
          if (!left.current) writing.onCommit()
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') return leave(event, writing.onUndo, false)
          const goes = event.key === 'Enter' || (replacing.current && isArrow(event.key))
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

  const classes = ['cell', held && 'held', fresh && 'fresh', grid.isChosen(spot) && 'chosen']
  return (
    <button
      ref={button}
      type="button"
      className={[...classes, !writing && 'read'].filter(Boolean).join(' ')}
      aria-label={label}
      aria-busy={edit?.phase === 'saving' || undefined}
      aria-describedby={writing?.describedBy}
      title={details || undefined}
      data-cell={`${spot.row}.${spot.at}`}
      tabIndex={grid.active.row === spot.row && grid.active.at === spot.at ? 0 : -1}
      onClick={() => open(null)}
      onFocus={() => {
        grid.stand(spot)
        onStand(true)
      }}
      onBlur={() => onStand(false)}
      onKeyDown={event => {
        const typed = typedBy(event)
        if (!writing || typed === undefined) return
        event.preventDefault()
        open(typed)
      }}
    >
      {edit ? edit.typed : figure}
    </button>
  )

  function open(typed: string | null) {
    setRefocus(false)
    left.current = false
    replacing.current = typed !== null
    writing?.onOpen(typed)
  }

  function leave(event: KeyboardEvent<HTMLElement>, how: () => void, onwards: boolean) {
    event.preventDefault()
    left.current = true
    setRefocus(!(onwards && grid.step(event, spot)))
    how()
  }
}

const isArrow = (key: string) => key.startsWith('Arrow')

/** What a key puts into a closed cell: nothing typed yet for F2, an empty text for Delete; undefined where it opens none. */
function typedBy({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  if (key === 'F2') return null
  if (key === 'Delete' || key === 'Backspace') return ''
  return /^[\d+\-\u2212]$/.test(key) ? key : undefined
}
