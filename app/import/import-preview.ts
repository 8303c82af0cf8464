import type { Framework } from '~/budget/framework'
import { askedLines, type AskedLine } from './asked-lines'
import { buildFramework, typedOver, yearsOf } from './build-framework'
import type { Choices } from './choices'
import type { Sheet } from './sheet'
import type { SourceRow } from './source-row'
import { placedTotals, suspectsOf, type PlacedTotal, type Suspect } from './suspect'

/** What the last step shows before anything is stored. */
export type ImportPreview = {
  /** Null where something in the tables stands in the way. */
  readonly framework: Framework | null
  readonly faults: readonly string[]
  readonly notes: readonly string[]
  readonly totals: readonly PlacedTotal[]
  readonly suspects: readonly Suspect[]
  /** Which of the typed fields a row of the tables already answers. */
  readonly answered: readonly string[]
  /** The lines that no row is: they are typed here. */
  readonly asked: readonly AskedLine[]
  readonly years: readonly number[]
  /** What stands in the fields for what no row says. */
  readonly typed: Choices['particulars']
}

/** Stands for what is not typed yet, so that the tables alone can be shown. */
const unsaid = (years: number) => ({
  name: '–',
  municipality: '–',
  municipalityId: '0000',
  rate: '0',
  ...Object.fromEntries(
    Array.from({ length: years }).flatMap((_, i) => [
      [`base.${i}`, '0'],
      [`grants.${i}`, '0'],
    ]),
  ),
})

/** The framework as far as the tables tell it: fields that are not typed yet do not stand in the way. */
export function previewOf(
  sheets: readonly Sheet[],
  rows: readonly SourceRow[],
  choices: Choices,
  base: Framework | null,
): ImportPreview {
  const roles = new Set(Object.values(choices.rows).map(({ role }) => role))
  const years = yearsOf(rows, choices.budgetYear)
  const common = {
    asked: askedLines(roles, base),
    years,
    typed: typedOver(base, years, choices),
    answered: [
      ...(roles.has('taxRate') ? ['rate'] : []),
      ...(roles.has('resultTarget') ? ['target'] : []),
      ...(roles.has('pkv') ? ['pkv'] : []),
    ],
  }
  const built = buildFramework(rows, { ...choices, particulars: unsaid(years.length) }, null)
  const sheetNotes = notesOf(sheets, choices)
  if (!built.ok)
    return {
      ...common,
      framework: null,
      faults: built.faults,
      notes: sheetNotes,
      totals: [],
      suspects: [],
    }
  const withTyped = buildFramework(rows, choices, base)
  const { framework, notes, origins } = withTyped.ok ? withTyped : built
  const totals = placedTotals(framework, origins).filter(
    ({ line }) => withTyped.ok || isOfRows(line, roles),
  )
  return {
    ...common,
    framework,
    faults: [],
    notes: [...sheetNotes, ...notes],
    totals,
    suspects: suspectsOf(totals, origins, choices),
  }
}

/** Whether rows alone give the total, whatever is not typed yet. */
function isOfRows(line: PlacedTotal['line'], roles: ReadonlySet<string>): boolean {
  if (line === 'netCosts') return roles.has('centralFinance')
  return line === 'frames' || line === 'grants'
}

/** What there is to know of the sheets that are read. */
function notesOf(sheets: readonly Sheet[], { tables }: Choices): string[] {
  const used = tables.flatMap(({ sheet }) => sheets[sheet] ?? [])
  const merged = used.flatMap(({ name, merged }) =>
    merged.length === 0
      ? []
      : [
          `${name ?? 'Filen'} har sammanslagna celler (${merged.slice(0, 5).join(', ')}${merged.length > 5 ? ' …' : ''}): värdet läses ur den första.`,
        ],
  )
  const hidden = sheets.filter(sheet => sheet.hidden && !used.includes(sheet))
  return [
    ...merged,
    ...hidden.map(({ name }) => `Det dolda bladet ”${name ?? ''}” används inte.`),
    ...used
      .filter(sheet => sheet.hidden)
      .map(({ name }) => `Bladet ”${name ?? ''}” är dolt i filen.`),
  ]
}
