import type { TableUnit } from '~/budget/framework'
import type { Comparison } from './compare'
import type { RestoredPart } from './restored'

/** What a restore would change, for the page that asks before it is done. */
export type RestorePage = {
  readonly part: RestoredPart
  /** As in a sentence: `avsnittet ”Skolan”`. */
  readonly what: string
  readonly version: { readonly name: string; readonly frozen: string }
  readonly years: readonly number[]
  readonly unit: TableUnit
  readonly sections: number
  readonly comparison: Comparison
  readonly changes: boolean
  /** The save of the amendment that is shown; 0 where the part is no amendment. */
  readonly revision: number
  /** True where the member only suggests: a leader decides. */
  readonly suggests: boolean
  /** Another base than the version's: the restore does not change it back. */
  readonly otherBase: boolean
  readonly mayRestore: boolean
}
