import type { Amendment, InvestmentChange } from './amendment'
import { capitalCost } from './capital-cost'
import type { BoardId, Framework, Year } from './framework'
import { decidedYears } from './decided-years'
import { ofType } from './in-force'
import { changedBy, sumLines, type Line } from './line'
import { add, zero, type Tkr } from './money'

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
 * that project's line; others are projects of their own, each once. Only amendments in force are handed over.
 */
export function investmentsOf(framework: Framework, counted: readonly Amendment[]): Investments {
  const decided = decidedYears(framework)
  const count = decided.length
  const ours = ofType(counted, 'investment').map(({ change }) => change)
  const known = framework.investments ?? []
  const changes = grouped(ours, keyOf)
  const knownKeys = new Set(known.map(keyOf))
  const spending = (projects: readonly InvestmentChange[] = []): Tkr[] =>
    totals(
      projects.map(({ amounts }) => amounts),
      count,
    )

  const base = known.map(project => {
    const { id, name, board, amounts } = project
    const before = decided.map(({ at }) => amounts[at] ?? zero)
    return { id, name, board, ...changedBy(before, spending(changes.get(keyOf(project)))) }
  })
  const nothing = decided.map(() => zero)
  const added = [...changes]
    .filter(([key]) => !knownKeys.has(key))
    .flatMap(([, projects], i) => {
      const [first] = projects
      const line = changedBy(nothing, spending(projects))
      if (!first || line.change.every(amount => amount === 0)) return []
      return { id: `own-${i + 1}`, name: first.name, board: first.board, ...line }
    })
  return {
    projects: [...base, ...added],
    total: sumLines([...base, ...added], count),
    addedDepreciation: depreciationOf(
      ours,
      decided.map(({ year }) => year),
    ),
  }
}

/** What is spent on one project over one useful life is written off together, and so rounded once. */
function depreciationOf(ours: readonly InvestmentChange[], years: readonly Year[]): Tkr[] {
  const alike = grouped(
    ours,
    change => `${change.usefulLife} ${change.firstDepreciation ?? ''} ${keyOf(change)}`,
  )
  const costs = [...alike.values()].flatMap(changes => {
    const [first] = changes
    if (!first) return []
    const amounts = totals(
      changes.map(change => change.amounts),
      years.length,
    )
    return [capitalCost({ ...first, amounts }, years).depreciation]
  })
  return totals(costs, years.length)
}

function grouped<T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(key(thing))
    if (group) group.push(thing)
    else groups.set(key(thing), [thing])
  }
  return groups
}

/** A project is known by its board and its name. */
const keyOf = ({ board, name }: { readonly board: string; readonly name: string }): string =>
  `${board} ${name.trim().toLowerCase()}`

/** Adds lists of amounts year by year. */
export const totals = (lists: readonly (readonly Tkr[])[], count: number): Tkr[] =>
  Array.from({ length: count }, (_, i) =>
    lists.reduce<Tkr>((total, list) => add(total, list[i] ?? zero), zero),
  )
