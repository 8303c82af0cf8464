import type { Framework, TableUnit, Year } from '~/budget/framework'
import { answersOf } from './asked-lines'
import { gather, type Origins } from './chosen-rows'
import type { Choices } from './choices'
import { parseFramework } from './framework'
import { fieldReader, type FrameworkFaults } from './field-reader'
import { particularsOf } from './framework-form'
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

const unitOf = ({ unit }: Choices): TableUnit => (unit === 'mnkr' ? 'mnkr' : 'tkr')

/** What is typed of what no row says; of a newer edition, what the old one says until it is typed otherwise. */
export const typedOver = (
  base: Framework | null,
  years: readonly Year[],
  choices: Choices,
): Choices['particulars'] => ({
  ...(base && answersOf(base, years, unitOf(choices))),
  ...choices.particulars,
})

/**
 * The framework that the rows make with these choices, or everything that stands in the way. Nothing is mended: an amount
 * that cannot be read, a row without a role and a board that stands twice are named with their cells.
 * @param base what it is a newer edition of; null where it begins a proposal
 */
export function buildFramework(
  rows: readonly SourceRow[],
  choices: Choices,
  base: Framework | null,
): Built {
  const years = yearsOf(rows, choices.budgetYear)
  const gathering = gather(rows, choices, years)
  const fields: Record<string, string> = {}
  const unit = unitOf(choices)
  const typed = typedOver(base, years, choices)
  const read = fieldReader(typed, fields, { unit, years: years.length })
  const rates = ratesOf(gathering, read)
  const framework = {
    format: 'skuggbudget-framework/1',
    ...particularsOf(typed, read),
    unit,
    years: years.map((year, i) => ({ year, kind: i === 0 ? 'budget' : 'plan' })),
    boards: boardsOf(gathering),
    ...linesOf(gathering, rates, { read, base }),
  }
  const { origins } = gathering
  const [faults, notes] = [[...new Set(gathering.faults)], [...new Set(gathering.notes)]]
  if (faults.length > 0 || Object.keys(fields).length > 0) return { ok: false, faults, fields }
  const parsed = parseFramework(framework)
  return parsed.ok
    ? { ok: true, framework: parsed.framework, notes, origins }
    : { ok: false, faults: [parsed.message], fields: {} }
}
