import type { Amendment } from '~/budget/amendment'
import type { Framework } from '~/budget/framework'
import type { Status } from '~/group/policy'
import type { Dates } from './deadline'
import type { Goal, Indicator } from './goal'
import type { Override } from './snapshot'

/** An amendment as it stands in the database: `revision` counts its saves, and says whether one has seen the last. */
export type StoredAmendment = Amendment & {
  readonly revision: number
  /** Where the leader takes it up among the suggested ones, if they have said. */
  readonly place: number | null
  /** Who suggests that it is withdrawn, where somebody does and it is adopted. */
  readonly withdrawalBy: { readonly id: string; readonly name: string; readonly at: Date } | null
  readonly updatedAt: Date
  readonly updatedById: string
  readonly updatedByName: string
  /** What its line was called, where the base has it no more. */
  readonly formerName?: string
}

export type StoredIndicator = Indicator & { readonly revision: number }

export type StoredGoal = Omit<Goal, 'indicators'> & {
  readonly revision: number
  readonly indicators: readonly StoredIndicator[]
}

export type DraftSection = {
  readonly id: string
  readonly title: string
  readonly position: number
  readonly revision: number
}

/** The leader's written reason against a check, with who gave it and when. */
export type StoredOverride = Override & {
  readonly id: string
  readonly at: Date
  readonly byName: string
}

/** A proposal that is still written: all of it but the sections' text. `revision` counts every acknowledged change. */
export type Draft = {
  readonly id: string
  readonly title: string
  readonly groupName: string
  readonly status: Status
  readonly dates: Dates
  /** Whether the group has a leader: then others suggest, and the leader adopts. */
  readonly led: boolean
  readonly revision: number
  readonly framework: Framework
  readonly frameworkHash: string
  readonly amendments: readonly StoredAmendment[]
  readonly sections: readonly DraftSection[]
  readonly goals: readonly StoredGoal[]
  readonly overrides: readonly StoredOverride[]
}

/** A line in the list of proposals. */
export type ProposalSummary = {
  readonly id: string
  readonly title: string
  readonly status: Status
  readonly dates: Dates
  readonly revision: number
  readonly createdAt: Date
  readonly frameworkName: string
  readonly municipality: string
  readonly constructed: boolean
}
