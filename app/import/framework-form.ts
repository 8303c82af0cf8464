import { parsePercent } from '~/budget/parse'
import { printedLines } from '~/budget/printed-totals'
import { Framework, TableUnit } from '~/budget/framework'
import { grantsNeeded, typedRate, typedTax } from './asked-lines'
import {
  fieldReader,
  filled,
  type FrameworkFaults,
  type Reader,
  type TypedFramework,
} from './field-reader'

/** How many rows the tables of the form show before more are asked for. */
export const startRows = { boards: 8, grants: 4 } as const
const mostRows = 200

/** The rows that a table of the form has: those asked for, or enough for what was typed. */
export function rowCount(typed: TypedFramework, table: keyof typeof startRows): number {
  const asked = Number(typed[`${table}.rows`])
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, mostRows) : startRows[table]
}

/** What the tables' amounts are in where nothing is written beside them. */
export const unitOf = (typed: TypedFramework): TableUnit => (typed.unit === 'mnkr' ? 'mnkr' : 'tkr')

const yearCount = 3
export const yearPositions = Array.from({ length: yearCount }, (_, i) => i)

/**
 * Reads a framework that was typed into the form's tables: the budget year and two plan years, amounts in the form's
 * unit or with one of their own. Empty rows are no rows; a row has an amount for each year. Says per field what is wrong
 * and how to mend it.
 */
export function readTypedFramework(
  typed: TypedFramework,
): { ok: true; framework: Framework } | { ok: false; faults: FrameworkFaults } {
  const faults: Record<string, string> = {}
  const unit = unitOf(typed)
  const read = fieldReader(typed, faults, { unit, years: yearCount })
  const first = budgetYear(typed, faults)
  const framework = {
    format: 'skuggbudget-framework/1',
    ...particularsOf(typed, read),
    unit,
    years: yearPositions.map(i => ({ year: first + i, kind: i === 0 ? 'budget' : 'plan' })),
    boards: boardsOf(typed, read, faults),
    centralFinance: read.amounts('centralFinance') ?? read.zeros(),
    tax: taxOf(read),
    grants: grantsOf(typed, read),
    financialIncome: read.amounts('income') ?? read.zeros(),
    financialCosts: read.amounts('costs') ?? read.zeros(),
    indexation: { pkv: yearPositions.map(i => read.value(`pkv.${i}`, parsePercent, 0)) },
    resultTarget: read.value('target', parsePercent, null),
    printed: printedOf(read),
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const parsed = Framework.safeParse(framework)
  return parsed.success
    ? { ok: true, framework: parsed.data }
    : { ok: false, faults: { form: 'Budgetramen gick inte att läsa. Kontrollera namn och år.' } }
}

/** What a framework is and where it was taken from: no table says it. */
export const particularsOf = (typed: TypedFramework, read: Reader) => ({
  municipality: {
    id: read.pattern('municipalityId', /^\d{4}$/, 'Skriv kommunens kod, fyra siffror som 1489.'),
    name: read.text('municipality', 'Skriv kommunens namn.'),
  },
  name: read.text('name', 'Skriv vad budgetramen heter, som Ramverk juni 2026.'),
  edition: 1,
  constructed: typed.constructed === 'on',
  sources: filled(typed, 'source')
    ? [{ field: 'framework', text: (typed.source ?? '').trim().slice(0, 500) }]
    : [],
})

function budgetYear(typed: TypedFramework, faults: Record<string, string>): number {
  const text = (typed.year ?? '').trim()
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN
  if (year >= 1990 && year <= 2098) return year
  faults.year = 'Skriv budgetåret med fyra siffror, som 2027.'
  return 2000
}

function boardsOf(typed: TypedFramework, read: Reader, faults: Record<string, string>) {
  const seen = new Set<string>()
  const found = rows(typed, 'boards', ['boardName', 'boardId', 'frame'])
  if (found.length === 0) read.refuse('boardName.0', 'Skriv minst en nämnd, med sin ram.')
  return found.map(row => {
    const id = read.pattern(
      `boardId.${row}`,
      /^[A-Za-zÅÄÖåäö0-9_-]{1,24}$/,
      'Skriv en förkortning utan mellanslag, som BUN.',
    )
    if (seen.has(id))
      faults[`boardId.${row}`] = `${id} finns redan. Ge nämnden en egen förkortning.`
    seen.add(id)
    return {
      id,
      name: read.text(`boardName.${row}`, 'Skriv nämndens namn.'),
      frames: framesOf(read, row),
    }
  })
}

function framesOf(read: Reader, row: number) {
  const frames = read.amounts(`frame.${row}`)
  if (!frames) read.refuse(`frame.${row}.0`, 'Skriv nämndens ram för varje år.')
  return frames ?? read.zeros()
}

function taxOf(read: Reader) {
  const tax = typedTax(read)
  const rate = typedRate(read, 'base' in tax)
  return { ...tax, ...(rate !== null && { rate }) }
}

function grantsOf(typed: TypedFramework, read: Reader) {
  const found = rows(typed, 'grants', ['grantName', 'grant'])
  if (found.length === 0) read.refuse('grant.0.0', grantsNeeded)
  return found.map(row => {
    const amounts = read.amounts(`grant.${row}`)
    if (!amounts) read.refuse(`grant.${row}.0`, grantsNeeded)
    return {
      id: `grant-${row + 1}`,
      name: read.text(`grantName.${row}`, 'Skriv vad bidraget heter.'),
      amounts: amounts ?? read.zeros(),
    }
  })
}

/** The rows of a table in which anything was typed. */
function rows(typed: TypedFramework, table: keyof typeof startRows, fields: string[]): number[] {
  const candidates = Array.from({ length: rowCount(typed, table) }, (_, row) => row)
  return candidates.filter(row =>
    fields.some(field =>
      [`${field}.${row}`, ...yearPositions.map(i => `${field}.${row}.${i}`)].some(name =>
        filled(typed, name),
      ),
    ),
  )
}

/** A printed line is compared where it was typed. */
const printedOf = (read: Reader) =>
  Object.fromEntries(
    printedLines.flatMap(line => {
      const missing = 'Skriv summan för varje år, eller lämna hela raden tom.'
      const amounts = read.amounts(`printed.${line}`, missing)
      return amounts ? [[line, amounts]] : []
    }),
  )
