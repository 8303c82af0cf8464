import type { Tkr } from './money'

/** How a bar is drawn: a total or the base as print, our change as ink; outline against fill, never colour alone. */
export type Look = 'total' | 'base' | 'plus' | 'minus'

/** A bar from one amount to another, with what is written after it. */
export type Bar = {
  readonly from: Tkr
  readonly to: Tkr
  readonly look: Look
  readonly text: string
}

export type ChartRow = {
  readonly label: string
  readonly strong: boolean
  readonly bars: readonly Bar[]
  /** What the row's amount is measured against, if anything: a dashed mark across its bars. */
  readonly target: Tkr | null
}

/** The same figures as a table: a head for each column, the first for the rows' names. */
export type ChartTable = {
  readonly heads: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[]
}

/** Lying bars on one scale, each with its value: no axis, no grid. Texts are written out, amounts are whole tkr. */
export type BarChart = {
  readonly id: string
  readonly caption: string
  /** What the picture says, for who does not see it. */
  readonly description: string
  readonly keys: readonly { readonly look: Look | 'target'; readonly text: string }[]
  readonly rows: readonly ChartRow[]
  /** True where each bar begins where the one above it ended. */
  readonly joined: boolean
  readonly table: ChartTable
}

/** The chart in words, for those who do not see it. */
export const described = (unit: string, rows: readonly ChartRow[]): string =>
  `Liggande staplar, ${unit}. ${rows
    .map(({ label, bars }) => `${label}: ${bars.map(barText).join('; ')}`)
    .join('. ')}.`

const barText = ({ look, text }: Bar): string => (look === 'base' ? `ramen ${text}` : text)
