import { createContext, useContext, type ReactNode } from 'react'

/** Writes a row's cells as HTML: on the server, for React to take over in the browser. Null where React builds them. */
export const CellWriter = createContext<((cells: ReactNode) => string) | null>(null)

/**
 * A row of a table that may have hundreds. React on the server takes most of such a page's time for its cells, one
 * element and attribute at a time: there they are written by `markupOf`. They are drawn without `useId`.
 */
export function LongRow({
  id,
  className,
  tabIndex,
  children,
}: {
  id: string
  className: string | undefined
  /** Where a link leads to the row itself: it then takes the focus. */
  tabIndex?: -1
  children: ReactNode
}) {
  const write = useContext(CellWriter)
  const row = { id, className, tabIndex }
  if (write) return <tr role="row" {...row} dangerouslySetInnerHTML={{ __html: write(children) }} />
  return (
    <tr role="row" {...row}>
      {children}
    </tr>
  )
}
