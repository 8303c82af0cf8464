import type { CellEdit } from './cell-edit'
import type { Spot } from './grid'

/**
 * One closed cell of the column Ändring. The whole cell is a button; Enter or F2 opens it, a figure replaces what stands
 * there. The table hears its keys: it has hundreds of them.
 */
export function ChangeCell({
  label,
  details,
  figure,
  edit,
  describedBy,
  spot,
  classes,
  inTabOrder,
}: {
  /** The cell's full name, with its figure. */
  label: string
  /** Whose figure it is. */
  details: string
  figure: string
  edit: CellEdit | null
  describedBy: string | undefined
  spot: Spot
  classes: readonly (string | false)[]
  /** The one cell that Tab leads to from outside. */
  inTabOrder: boolean
}) {
  return (
    <button
      type="button"
      className={['cell', ...classes].filter(Boolean).join(' ')}
      aria-label={label}
      aria-busy={edit?.phase === 'saving' || undefined}
      aria-describedby={describedBy}
      title={details || undefined}
      data-cell={`${spot.row}.${spot.at}`}
      tabIndex={inTabOrder ? 0 : -1}
    >
      {edit ? edit.typed : figure}
    </button>
  )
}
