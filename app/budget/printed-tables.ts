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
  const identities = tables.flatMap(table =>
    table.lines.flatMap(line => {
      const rules = rulesOf(line, to => {
        const found = lineAt(tables, table, to)
        if (!found) lost.push({ table, line: line.name, to })
        return found?.amounts ?? []
      })
      return years.flatMap(({ year, kind: yearKind }, at) =>
        rules.flatMap(({ kind, parts, expectedAt }): Identity[] => {
          const [printed, expected] = [line.amounts[at] ?? zero, expectedAt(at)]
          if (expected === null) return []
          const difference = subtract(printed, expected)
          return [{ kind, table, line, year, yearKind, parts, printed, expected, difference }]
        }),
      )
    }),
  )
  return { identities, lost }
}

/** The line that a reference names: `id` in the same table, `table.id` in another one. */
function lineAt(tables: readonly PrintedTable[], table: PrintedTable, to: string) {
  const [id, of] = to.split('.').toReversed()
  const among = of === undefined ? table : tables.find(other => other.id === of)
  return among?.lines.find(other => other.id === id)
}

type Rule = Pick<Identity, 'kind' | 'parts'> & {
  /** What the line has to be in the year at a place; null where nothing is asked of it. */
  readonly expectedAt: (at: number) => Tkr | null
}

function rulesOf(
  { sumOf: parts, equals, rollsWith, amounts }: PrintedTable['lines'][number],
  amountsOf: (to: string) => readonly Tkr[],
): Rule[] {
  const rules: Rule[] = []
  if (parts) {
    const summed = parts.map(amountsOf)
    const expectedAt = (at: number) => sumOf(summed, list => list[at] ?? zero)
    rules.push({ kind: 'sum', parts: summed.length, expectedAt })
  }
  if (equals !== undefined) {
    const equal = amountsOf(equals)
    rules.push({ kind: 'equal', parts: 1, expectedAt: at => equal[at] ?? zero })
  }
  if (rollsWith !== undefined) {
    const rolling = amountsOf(rollsWith)
    const expectedAt = (at: number) => {
      const before = amounts[at - 1]
      return before === undefined ? null : add(before, rolling[at] ?? zero)
    }
    rules.push({ kind: 'roll', parts: 2, expectedAt })
  }
  return rules
}
