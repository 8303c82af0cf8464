import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

/** Where a cell's typing stands: `saving` shows what was typed until the server's own figure comes. */
export type CellEdit = {
  readonly typed: string
  readonly phase: 'typing' | 'saving' | 'clash'
  readonly fault: string | null
}

/**
 * One cell of the column Ändring. The whole cell is a button; Enter, F2 or typing opens it, Enter saves, Esc undoes,
 * Tab saves and goes on.
 */
export function ChangeCell({
  label,
  figure,
  edit,
  describedBy,
  held,
  fresh,
  position,
  onOpen,
  onType,
  onCommit,
  onUndo,
  onStand,
}: {
  /** The cell's full name, with its figure. */
  label: string
  figure: string
  edit: CellEdit | null
  describedBy?: string | undefined
  /** Someone else stands here. */
  held: boolean
  /** Changed by someone else, and not seen yet. */
  fresh: boolean
  /** Row and column, for the arrow keys. */
  position: string
  onOpen: (typed: string | null) => void
  onType: (typed: string) => void
  onCommit: () => void
  onUndo: () => void
  onStand: (here: boolean) => void
}) {
  const button = useRef<HTMLButtonElement>(null)
  const [refocus, setRefocus] = useState(false)
  const left = useRef(false)
  const typing = edit?.phase === 'typing'
  useEffect(() => {
    if (refocus && !typing) button.current?.focus()
  }, [refocus, typing])

  if (edit && typing)
    return (
      <input
        className={edit.fault ? 'cell-input fault' : 'cell-input'}
        aria-label={label}
        aria-invalid={edit.fault ? true : undefined}
        aria-describedby={describedBy}
        value={edit.typed}
        data-cell={position}
        autoComplete="off"
        enterKeyHint="done"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the cell was opened by its own button
        autoFocus
        onFocus={event => {
          const end = event.currentTarget.value.length
          event.currentTarget.setSelectionRange(end, end)
        }}
        onChange={event => onType(event.currentTarget.value)}
        onBlur={() => {
          if (!left.current) onCommit()
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') leave(event, onCommit)
          if (event.key === 'Escape') leave(event, onUndo)
          if (event.key === 'Tab') {
            event.preventDefault()
            left.current = true
            focusBeside(event.currentTarget, event.shiftKey ? -1 : 1)
            onCommit()
          }
        }}
      />
    )

  return (
    <button
      ref={button}
      type="button"
      className={['cell', held && 'held', fresh && 'fresh'].filter(Boolean).join(' ')}
      aria-label={label}
      aria-busy={edit?.phase === 'saving' || undefined}
      aria-describedby={describedBy}
      data-cell={position}
      onClick={() => open(null)}
      onFocus={() => onStand(true)}
      onBlur={() => onStand(false)}
      onKeyDown={event => {
        if (event.key === 'F2') {
          event.preventDefault()
          open(null)
        } else if (opensCell(event)) {
          event.preventDefault()
          open(event.key)
        }
      }}
    >
      {edit ? edit.typed : figure}
    </button>
  )

  function open(typed: string | null) {
    setRefocus(false)
    left.current = false
    onOpen(typed)
  }

  function leave(event: KeyboardEvent, how: () => void) {
    event.preventDefault()
    left.current = true
    setRefocus(true)
    how()
  }
}

const opensCell = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  !ctrlKey && !metaKey && !altKey && /^[\d+\-\u2212]$/.test(key)

/** Moves the focus by arrow key among the cells of a table; `data-cell` holds `row.column`. */
export function moveByArrow(event: KeyboardEvent<HTMLElement>) {
  const step = steps[event.key]
  const target = event.target
  if (!step || !(target instanceof HTMLElement) || target.tagName === 'INPUT') return
  const [row, column] = (target.dataset.cell ?? '').split('.').map(Number)
  if (row === undefined || column === undefined) return
  event.preventDefault()
  event.currentTarget
    .querySelector<HTMLElement>(`[data-cell="${row + step[0]}.${column + step[1]}"]`)
    ?.focus()
}

const steps: Readonly<Record<string, readonly [number, number] | undefined>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Puts the focus on the next or previous cell that is seen: where one year is shown, those of that year. */
function focusBeside(cell: HTMLElement, step: 1 | -1) {
  const cells = [...(cell.closest('table')?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
  const seen = cells.filter(other => other === cell || other.offsetParent !== null)
  seen[seen.indexOf(cell) + step]?.focus()
}
