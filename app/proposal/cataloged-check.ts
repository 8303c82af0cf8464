import type { Statement } from '~/budget/statement'
import type { Snapshot } from './snapshot'

/** A check as the list of checks shows it: its rule in a few words, and how it was computed when it passed. */
export type CatalogedCheck = {
  readonly id: string
  readonly name: string
  /** The law or the practice that the rule comes from. */
  readonly source: string
  readonly proof: (snapshot: Snapshot, statement: Statement) => string
}
