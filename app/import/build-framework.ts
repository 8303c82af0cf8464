import type { Framework, Year } from '~/budget/framework'
import { gather, type Origins } from './chosen-rows'
import type { Choices } from './choices'
import { parseFramework } from './framework'
import { fieldReader, particularsOf, type FrameworkFaults } from './framework-form'
import { ratesOf } from './framework-rates'
import { boardsOf, linesOf } from './framework-rows'
import type { SourceRow } from './source-row'

export type Built =
  | {
      readonly ok: true
      readonly framework: Framework
      /** What was read in another way than it stands, each with its cell. */
      readonly notes: readonly string[]
      readonly origins: Origins
    }
  | {
      readonly ok: false
      /** What stands in the way in the tables, each with its cell and how it is mended. */
      readonly faults: readonly string[]
      /** What is wrong in the typed fields, by field. */
      readonly fields: FrameworkFaults
    }

/** The years that the rows have from the budget year on, without a gap. */
export function yearsOf(rows: readonly SourceRow[], budgetYear: Year): Year[] {
  const known = new Set(rows.flatMap(({ amounts }) => [...amounts.keys()]))
  const years: Year[] = []
  for (let year = budgetYear; known.has(year) && years.length < 12; year++) years.push(year)
  return years
}

/**
 * The framework that the rows make with these choices, or everything that stands in the way. Nothing is mended: an amount
 * that cannot be read, a row without a role and a board that stands twice are named with their cells.
 */
export function buildFramework(rows: readonly SourceRow[], choices: Choices): Built {
  const years = yearsOf(rows, choices.budgetYear)
  const gathering = gather(rows, choices, years)
  const fields: Record<string, string> = {}
  const read = fieldReader(choices.particulars, fields)
  const rates = ratesOf(gathering, read)
  const hasBase = gathering.rowsOf('taxBase').length > 0
  if (rates.rate === null && hasBase && !fields.rate)
    fields.rate = 'Skriv skattesatsen, som 21,36: tabellerna har skatteunderlaget men inte den.'
  const framework = {
    format: 'skuggbudget-framework/1',
    ...particularsOf(choices.particulars, read),
    unit: choices.unit === 'mnkr' ? 'mnkr' : 'tkr',
    years: years.map((year, i) => ({ year, kind: i === 0 ? 'budget' : 'plan' })),
    boards: boardsOf(gathering),
    ...linesOf(gathering, rates),
  }
  const { origins } = gathering
  const [faults, notes] = [[...new Set(gathering.faults)], [...new Set(gathering.notes)]]
  if (faults.length > 0 || Object.keys(fields).length > 0) return { ok: false, faults, fields }
  const parsed = parseFramework(framework)
  return parsed.ok
    ? { ok: true, framework: parsed.framework, notes, origins }
    : { ok: false, faults: [parsed.message], fields: {} }
}
