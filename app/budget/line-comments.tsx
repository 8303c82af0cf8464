import type { ReactNode } from 'react'
import type { Mark } from '~/ui/mark-link'

/** How the rows of a table show what is said about them. */
export type LineComments = {
  /** The way to what is said about a row, by its key (app/budget/table-line.ts) and name. */
  readonly markerOf: (key: string, name: string) => ReactNode
  /** What that marker is drawn from, for tables with many rows; null where the row has none. */
  readonly markOf: (key: string, name: string) => Mark | null
  /** Leads to a marker's address. */
  readonly go: (address: string) => void
  /** Whether something is: a row that would else be left out is then shown. */
  readonly isOn: (key: string) => boolean
}
