import { createContext, useContext, type ReactNode } from 'react'

/** Draws a row's cells from plain values; `live`, which only the browser has, adds what is open in it and what it hears. */
export type DrawCells<Of, Live> = (of: Of, live: Live | null) => ReactNode

/** Writes a row's cells as HTML: on the server, for React to take over in the browser. */
export type CellWriter = {
  readonly write: (cells: ReactNode) => string
  readonly writeFrom: <Of>(draw: DrawCells<Of, never>, of: Of) => string
}

/** Null where React builds the cells. */
export const CellWriting = createContext<CellWriter | null>(null)

type Row = {
  id: string
  className: string | undefined
  /** Where a link leads to the row itself: it then takes the focus. */
  tabIndex?: -1
}

/**
 * A row of a table that may have many. React on the server takes most of such a page's time for its cells, one element
 * and attribute at a time: there they are written by `markupOf`. They are drawn without `useId`.
 */
export function LongRow({ children, ...row }: Row & { children: ReactNode }) {
  const writer = useContext(CellWriting)
  if (writer) return <WrittenRow {...row} cells={writer.write(children)} />
  return (
    <tr role="row" {...row}>
      {children}
    </tr>
  )
}

/**
 * The same, of which there may be hundreds, and which page after page shows alike: the server keeps what it wrote for
 * the same values. It is drawn of them alone there, so that what it kept can not be old.
 */
export function RepeatedRow<Of, Live>({
  of,
  live,
  draw,
  ...row
}: Row & { of: Of; live: Live; draw: DrawCells<Of, Live> }) {
  const writer = useContext(CellWriting)
  if (writer) return <WrittenRow {...row} cells={writer.writeFrom(draw, of)} />
  return (
    <tr role="row" {...row}>
      {draw(of, live)}
    </tr>
  )
}

const WrittenRow = ({ cells, ...row }: Row & { cells: string }) => (
  <tr role="row" {...row} dangerouslySetInnerHTML={{ __html: cells }} />
)
