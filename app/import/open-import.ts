import type { Framework } from '~/budget/framework'
import type { Choices } from './choices'
import type { Sheet } from './sheet'
import type { SourceRow } from './source-row'

/** An import between two steps: what the files hold, and what is settled so far. */
export type OpenImport = {
  readonly id: string
  readonly files: readonly string[]
  readonly sheets: readonly Sheet[]
  readonly rows: readonly SourceRow[]
  readonly choices: Choices
  /** The proposal that it is a newer edition for, with its base; null where it begins a proposal. */
  readonly edition: { readonly proposalId: string; readonly base: Framework } | null
}
