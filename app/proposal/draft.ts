import type { Amendment } from '~/budget/amendment'
import type { Framework } from '~/budget/framework'
import type { Status } from '~/group/policy'
import type { Goal, Indicator } from './goal'

/** An amendment as it stands in the database: `revision` counts its saves, and says whether one has seen the last. */
export type StoredAmendment = Amendment & {
  readonly revision: number
  readonly updatedAt: Date
  readonly updatedById: string
  readonly updatedByName: string
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

/** A proposal that is still written: all of it but the sections' text. `revision` counts every acknowledged change. */
export type Draft = {
  readonly id: string
  readonly title: string
  readonly groupName: string
  readonly status: Status
  readonly revision: number
  readonly framework: Framework
  readonly frameworkHash: string
  readonly amendments: readonly StoredAmendment[]
  readonly sections: readonly DraftSection[]
  readonly goals: readonly StoredGoal[]
}

/** A line in the list of proposals. */
export type ProposalSummary = {
  readonly id: string
  readonly title: string
  readonly status: Status
  readonly revision: number
  readonly createdAt: Date
  readonly frameworkName: string
  readonly municipality: string
  readonly constructed: boolean
}
