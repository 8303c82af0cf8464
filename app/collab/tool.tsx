import type { ReactNode } from 'react'

/** A tool above a section's text. One of them is the toolbar's only Tab stop. */
export function Tool({
  pressed,
  first,
  keys,
  onClick,
  children,
}: {
  pressed?: boolean
  first?: boolean
  /** The press that does the same in the text, as `aria-keyshortcuts` has it. */
  keys?: string
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-keyshortcuts={keys}
      title={keys && keys.replace('Control', 'Ctrl').replace('Shift', 'Skift')}
      tabIndex={first ? 0 : -1}
      // the text keeps its selection while a tool is pressed
      onMouseDown={event => event.preventDefault()}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
