import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { CellEdit } from './cell-edit'
import { CellInput } from './cell-input'
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

/** One cell of the column Ändring, and where it stands. */
export type Cell = {
  /** The cell's full name, with its figure. */
  readonly label: string
  readonly spot: Spot
  readonly grid: Grid
  readonly onStand: (here: boolean) => void
}

type Shown = {
  /** Whose figure it is. */
  readonly details: string
  readonly figure: string
  /** Someone else stands here. */
  readonly held: boolean
  /** Changed by someone else, and not seen yet. */
  readonly fresh: boolean
}

/**
 * One cell of the column Ändring. The whole cell is a button; Enter or F2 opens it, a figure replaces what stands there,
 * Enter saves and goes down, Tab saves and goes on, Esc undoes.
 */
export function ChangeCell({
  writing,
  details,
  figure,
  held,
  fresh,
  ...cell
}: Cell & Shown & { writing: CellWriting | null }) {
  const [refocus, setRefocus] = useState(false)
  const [replacing, setReplacing] = useState(false)
  const edit = writing?.edit
  if (writing && edit?.phase === 'typing')
    return (
      <CellInput
        {...cell}
        {...{ writing, edit, replacing }}
        onPoint={() => setReplacing(false)}
        onLeave={setRefocus}
      />
    )
  const open = (typed: string | null) => {
    setRefocus(false)
    setReplacing(typed !== null)
    writing?.onOpen(typed)
  }
  return (
    <CellButton {...cell} {...{ details, figure, held, fresh, writing, refocus }} onOpen={open} />
  )
}

/** The closed cell, which takes the focus back where the cell was left without going on. */
function CellButton({
  label,
  spot,
  grid,
  onStand,
  details,
  figure,
  held,
  fresh,
  writing,
  refocus,
  onOpen,
}: Cell &
  Shown & {
    writing: CellWriting | null
    refocus: boolean
    onOpen: (typed: string | null) => void
  }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (refocus) button.current?.focus()
  }, [refocus])
  const edit = writing?.edit
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
      onClick={() => onOpen(null)}
      onFocus={() => {
        grid.stand(spot)
        onStand(true)
      }}
      onBlur={() => onStand(false)}
      onKeyDown={event => {
        const typed = typedBy(event)
        if (!writing || typed === undefined) return
        event.preventDefault()
        onOpen(typed)
      }}
    >
      {edit ? edit.typed : figure}
    </button>
  )
}

/** What a key puts into a closed cell: nothing typed yet for F2, an empty text for Delete; undefined where it opens none. */
function typedBy({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  if (key === 'F2') return null
  if (key === 'Delete' || key === 'Backspace') return ''
  return /^[\d+\-\u2212]$/.test(key) ? key : undefined
}
