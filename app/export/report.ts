import type { BarChart } from '~/budget/bar-chart'
import type { TableUnit } from '~/budget/framework'

/**
 * A piece of running text. `figure` is a figure from the statement, split from its unit so that a printer can keep the
 * digits together; `strong`, `emphasis` and `href` are the writer's own. A `note` stands at the foot of the page.
 */
export type Run =
  | {
      readonly type: 'text'
      readonly text: string
      readonly strong?: true
      readonly emphasis?: true
      readonly href?: string
    }
  | { readonly type: 'figure'; readonly amount: string; readonly unit: string }
  | { readonly type: 'break' }
  | { readonly type: 'note'; readonly runs: readonly Run[] }

/** How a row of a table stands: a plain line, a subtotal (bold) or a sum (bold under a rule). */
export type RowKind = 'line' | 'subtotal' | 'sum'

/** Base, our change and what we propose, of one row and one year, as written. */
export type Triple = { readonly base: string; readonly change: string; readonly proposed: string }

export type ChangeRow = {
  readonly label: string
  readonly kind: RowKind
  /** What the row is about, as a reference; empty where it is no figure of its own. */
  readonly years: readonly Triple[]
}

export type AmountRow = {
  readonly label: string
  readonly kind: RowKind
  /** True where the amounts are what the group changes. */
  readonly changed: boolean
  readonly years: readonly string[]
  /** What is said of the row, under it. */
  readonly note?: string
}

export type IndicatorRow = {
  readonly label: string
  readonly unit: string
  readonly kpi: string
  readonly direction: 'increase' | 'decrease'
  readonly outcome: string
  readonly outcomeYear: string
  readonly target: string
  readonly targetYear: string
  /** Outcome and target in tenths of a percent, where both lie between 0 and 100: what a strip beside the row draws. */
  readonly strip: { readonly outcome: number; readonly target: number } | null
}

export type KeyFigureRow = {
  readonly label: string
  readonly proposed: string
  readonly unit: string
  readonly change: string
  readonly base: string
}

/** One block of a report. Every figure is written out; a printer sets the blocks and computes nothing. */
export type Block =
  | { readonly type: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly type: 'lead'; readonly runs: readonly Run[] }
  | { readonly type: 'paragraph'; readonly runs: readonly Run[] }
  | {
      readonly type: 'list'
      readonly ordered: boolean
      readonly items: readonly (readonly Block[])[]
    }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | WrittenTable
  | Picture
  | {
      readonly type: 'margin'
      readonly unit: TableUnit
      readonly notes: readonly MarginNote[]
    }
  | {
      readonly type: 'change-table'
      readonly caption: string
      readonly first: string
      readonly years: readonly number[]
      readonly rows: readonly ChangeRow[]
    }
  | {
      readonly type: 'amount-table'
      readonly caption: string
      readonly first: string
      /** What each column is headed by: a year, mostly. */
      readonly years: readonly (number | string)[]
      /** Which column holds what the group changes, where one does. */
      readonly ours?: number
      readonly rows: readonly AmountRow[]
    }
  | {
      readonly type: 'indicator-table'
      readonly caption: string
      readonly rows: readonly IndicatorRow[]
    }
  | {
      readonly type: 'key-figures'
      readonly caption: string
      readonly rows: readonly KeyFigureRow[]
    }
  | {
      readonly type: 'chart'
      readonly chart: BarChart
    }
  | {
      readonly type: 'facts'
      readonly rows: readonly { readonly label: string; readonly text: string }[]
    }
  | {
      readonly type: 'clauses'
      readonly clauses: readonly {
        readonly runs: readonly Run[]
        /** What it changes of the base, under it. */
        readonly change: { readonly text: string; readonly changed: boolean } | null
      }[]
    }
  | {
      readonly type: 'findings'
      readonly caption: string
      readonly rows: readonly {
        readonly check: string
        readonly place: string
        readonly text: string
      }[]
      /** What the columns are headed by, where a row is no check. */
      readonly heads?: readonly [string, string, string]
    }

/** An image of the writer's, by the name of its file; `alt` says what it shows. Measures in pixels. */
export type Picture = {
  readonly type: 'picture'
  /** Null where the version does not hold the image. */
  readonly file: string | null
  readonly sha256: string
  readonly alt: string
  /** What is printed under it, if anything. */
  readonly caption?: string
  readonly width: number
  readonly height: number
}

/** A table that a writer made, without a caption of its own. */
export type WrittenTable = {
  readonly type: 'written-table'
  readonly head: readonly (readonly Run[])[]
  readonly rows: readonly (readonly (readonly Run[])[])[]
  /** Columns that hold nothing but figures stand to the right. */
  readonly figures: readonly boolean[]
}

/** Beside a section: the lines that its amendments change, one amount a year. */
export type MarginNote = {
  readonly name: string
  readonly years: readonly { readonly year: number; readonly change: string }[]
}

export type Chapter = {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

/** What stands on the cover, in the running heads and in the file's own description. All of it is text to be shown. */
export type Imprint = {
  readonly kind: string
  readonly title: string
  readonly group: string
  readonly municipality: string
  readonly years: string
  readonly yearsShort: string
  readonly version: string
  readonly versionShort: string
  /** ISO date of the freezing, for the file's description; null for a proposal that is still written. */
  readonly date: string | null
  readonly dateText: string
  /** Said wherever the figures are no municipality's own; else null. */
  readonly constructed: string | null
  readonly sha256: string
  /** What the tables' amounts are in, and how a change is written. */
  readonly amounts: string
  readonly exampleChange: string
}

/** The frames of the budget year in proportion, with what the proposal adds: the line on the cover. Whole tkr. */
export type CoverLine = {
  readonly caption: string
  readonly description: string
  readonly parts: readonly { readonly base: number; readonly added: number }[]
}

/** One frozen version as blocks that know no format: page, PDF and later formats show the same. */
export type Report = {
  readonly form: 'document' | 'annex'
  readonly imprint: Imprint
  readonly cover: CoverLine | null
  readonly chapters: readonly Chapter[]
}
