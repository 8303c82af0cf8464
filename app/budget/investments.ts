import { capitalCost } from './capital-cost'
import { decidedYears, type BoardId, type Framework } from './framework'
import { ofType } from './in-force'
import { changedBy, sumLines, type Line } from './line'
import { add, zero, type Tkr } from './money'
import type { Amendment } from './amendment'

/** A project: what is spent on it in each year, positive. */
export type InvestmentLine = Line & {
  readonly id: string
  readonly name: string
  readonly board: BoardId
}

export type Investments = {
  /** The framework's projects in its order, then those that the group adds. */
  readonly projects: InvestmentLine[]
  readonly total: Line
  /** Straight-line depreciation of what the group adds or takes away (F15). */
  readonly addedDepreciation: Tkr[]
}

/**
 * The investments of base and amendments. An amendment of a project that the framework has, by board and name, changes
 * that project's line; another is a project of its own. Only amendments in force are handed over.
 */
export function investmentsOf(framework: Framework, counted: readonly Amendment[]): Investments {
  const decided = decidedYears(framework)
  const years = decided.map(({ year }) => year)
  const ours = ofType(counted, 'investment')
  const known = framework.investments ?? []
  const byProject = new Map<string, (readonly Tkr[])[]>()
  for (const { change } of ours) {
    const before = byProject.get(keyOf(change)) ?? []
    byProject.set(keyOf(change), [...before, change.amounts])
  }
  const knownKeys = new Set(known.map(keyOf))

  const projects = [
    ...known.map(project => {
      const changes = byProject.get(keyOf(project)) ?? []
      const base = decided.map(({ at }) => project.amounts[at] ?? zero)
      const { id, name, board } = project
      return { id, name, board, ...changedBy(base, totals(changes, years.length)) }
    }),
    ...ours
      .filter(({ change }) => !knownKeys.has(keyOf(change)))
      .map(({ id, change: { name, board, amounts } }) => {
        const nothing = years.map(() => zero)
        return { id, name, board, ...changedBy(nothing, amounts) }
      }),
  ]
  const depreciation = ours.map(({ change }) => capitalCost(change, years).depreciation)
  return {
    projects,
    total: sumLines(projects, years.length),
    addedDepreciation: totals(depreciation, years.length),
  }
}

/** A project is known by its board and its name. */
const keyOf = ({ board, name }: { readonly board: string; readonly name: string }): string =>
  `${board} ${name.trim().toLowerCase()}`

/** Adds lists of amounts year by year. */
export const totals = (lists: readonly (readonly Tkr[])[], count: number): Tkr[] =>
  Array.from({ length: count }, (_, i) =>
    lists.reduce<Tkr>((total, list) => add(total, list[i] ?? zero), zero),
  )
