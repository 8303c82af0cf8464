import type { ReactNode } from 'react'

/** How the rows of a table show what is said about them. */
export type LineComments = {
  /** The way to what is said about a row, by its key (app/budget/table-line.ts) and name. */
  readonly markerOf: (key: string, name: string) => ReactNode
  /** Whether something is: a row that would else be left out is then shown. */
  readonly isOn: (key: string) => boolean
}
