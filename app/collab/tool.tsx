import type { ReactNode } from 'react'

/** A tool above a section's text. One of them is the toolbar's only Tab stop. */
export function Tool({
  pressed,
  first,
  onClick,
  children,
}: {
  pressed?: boolean
  first?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      tabIndex={first ? 0 : -1}
      // the text keeps its selection while a tool is pressed
      onMouseDown={event => event.preventDefault()}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
