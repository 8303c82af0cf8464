import type { Framework, PrintedTable, Year } from './framework'
import { add, subtract, sumOf, zero, type Tkr } from './money'

/** What a line of a printed table has to be in a year: a sum, another line, or its own year before with the result. */
export type Identity = {
  readonly kind: 'sum' | 'equal' | 'roll'
  readonly table: PrintedTable
  readonly line: PrintedTable['lines'][number]
  readonly year: Year
  /** The year's kind, which says whether a step into it stays inside one base. */
  readonly yearKind: Framework['years'][number]['kind']
  /** How many lines make the expected amount. */
  readonly parts: number
  readonly printed: Tkr
  readonly expected: Tkr
  /** Printed less expected: 0 where the identity holds. */
  readonly difference: Tkr
}

/** A reference of a printed table that names no line. */
export type LostReference = {
  readonly table: PrintedTable
  readonly line: string
  readonly to: string
}

/** Every identity of the framework's printed tables, in their order, and the references that lead nowhere. */
export function identitiesOf({ tables = [], years }: Framework): {
  identities: Identity[]
  lost: LostReference[]
} {
  const lost: LostReference[] = []
  const amountsOf = (table: PrintedTable, line: string, to: string): readonly Tkr[] => {
    const [id, of] = to.split('.').toReversed()
    const found = (of === undefined ? table : tables.find(other => other.id === of))?.lines.find(
      other => other.id === id,
    )
    if (!found) lost.push({ table, line, to })
    return found?.amounts ?? []
  }
  const identities = tables.flatMap(table =>
    table.lines.flatMap(line => {
      const { sumOf: parts, equals, rollsWith } = line
      const amounts = (to: string) => amountsOf(table, line.name, to)
      const summed = parts?.map(amounts)
      const equal = equals === undefined ? undefined : amounts(equals)
      const rolling = rollsWith === undefined ? undefined : amounts(rollsWith)
      return years.flatMap(({ year, kind: yearKind }, at) => {
        const printed = line.amounts[at] ?? zero
        const identity = (kind: Identity['kind'], count: number, expected: Tkr): Identity => ({
          kind,
          table,
          line,
          year,
          yearKind,
          parts: count,
          printed,
          expected,
          difference: subtract(printed, expected),
        })
        const before = line.amounts[at - 1]
        return [
          ...(summed
            ? [
                identity(
                  'sum',
                  summed.length,
                  sumOf(summed, list => list[at] ?? zero),
                ),
              ]
            : []),
          ...(equal ? [identity('equal', 1, equal[at] ?? zero)] : []),
          ...(rolling && before !== undefined
            ? [identity('roll', 2, add(before, rolling[at] ?? zero))]
            : []),
        ]
      })
    }),
  )
  return { identities, lost }
}
