import type { z } from 'zod'
import { Framework } from '~/budget/framework'
import { positionLists } from '~/budget/position-lists'

/** A framework that can be used, or one Swedish line `fält: orsak och hur man rättar`. */
export type ParsedFramework =
  | { readonly ok: true; readonly framework: Framework }
  | { readonly ok: false; readonly field: string; readonly message: string }

/**
 * Reads a framework file's value. Beside the format it asks for what the figures need to mean anything: a budget year,
 * years in order, one amount for each year, and each board once. Printed totals that do not tie are shown, not refused.
 */
export function parseFramework(value: unknown): ParsedFramework {
  const parsed = Framework.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return issue ? refuse(fieldOf(issue.path), reasonOf(issue, value)) : refuse('filen', 'är fel')
  }
  const fault = faultOf(parsed.data)
  return fault ? refuse(fault.field, fault.reason) : { ok: true, framework: parsed.data }
}

const refuse = (field: string, reason: string): ParsedFramework => ({
  ok: false,
  field,
  message: `${field}: ${reason}`,
})

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? 'filen'
    : path
        .map((part, i) =>
          typeof part === 'number' ? `[${part + 1}]` : `${i ? '.' : ''}${String(part)}`,
        )
        .join('')

function reasonOf(issue: z.core.$ZodIssue, file: unknown): string {
  const value = valueAt(file, issue.path)
  if (value === undefined && issue.code !== 'unrecognized_keys') return 'saknas. Lägg till fältet.'
  switch (issue.code) {
    case 'invalid_type':
      return `är ${shown(value)} men ska vara ${nameOf[issue.expected] ?? issue.expected}.`
    case 'too_big':
      return issue.origin === 'array' || issue.origin === 'string'
        ? `är för långt. Högst ${issue.maximum} ${issue.origin === 'array' ? 'poster' : 'tecken'} får plats.`
        : `är ${shown(value)} men får vara högst ${issue.maximum}.`
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? 'är tomt. Fyll i det.'
        : `är ${shown(value)} men ska vara minst ${issue.minimum}.`
    case 'unrecognized_keys':
      return `fältet ”${issue.keys[0]}” finns inte i formatet. Ta bort det eller rätta stavningen.`
    case 'invalid_value':
      return `är ${shown(value)} men ska vara ${issue.values.map(shown).join(' eller ')}.`
    default:
      return `är ${shown(value)}, som inte följer formatet. Se formatets beskrivning.`
  }
}

const nameOf: Record<string, string> = {
  int: 'ett heltal utan decimaler',
  number: 'ett tal, utan citattecken',
  string: 'text inom citattecken',
  boolean: 'true eller false',
  array: 'en lista inom hakparenteser',
  object: 'ett objekt inom klamrar',
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'en lista'
  if (typeof value === 'object' && value !== null) return 'ett objekt'
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  let value = file
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([name]) => name === String(key))?.[1]
  }
  return value
}

type Fault = { readonly field: string; readonly reason: string }

function faultOf(framework: Framework): Fault | null {
  return yearFault(framework) ?? lengthFault(framework) ?? doubledBoard(framework)
}

function yearFault({ years }: Framework): Fault | null {
  const unordered = years.findIndex(({ year }, i) => year !== (years[0]?.year ?? 0) + i)
  if (unordered > 0)
    return {
      field: `years[${unordered + 1}].year`,
      reason: `är ${years[unordered]?.year}. Åren ska följa på varandra utan lucka.`,
    }
  const budgetYears = years.filter(({ kind }) => kind === 'budget').length
  if (budgetYears !== 1)
    return {
      field: 'years',
      reason: `har ${budgetYears} år av slaget "budget". Ange ett budgetår, och "plan" för åren efter.`,
    }
  const late = years.findIndex(({ kind }, i) => kind === 'budget' && years[i - 1]?.kind === 'plan')
  if (late > 0)
    return { field: 'years', reason: 'har ett planår före budgetåret. Byt slag på det.' }
  return null
}

function lengthFault(framework: Framework): Fault | null {
  const count = framework.years.length
  for (const [field, list] of listsOf(framework)) {
    if (list && list.length > 0 && list.length !== count)
      return { field, reason: `har ${list.length} värden, men åren är ${count}. Ange ett per år.` }
  }
  return null
}

function* listsOf(framework: Framework): Generator<[string, readonly number[] | undefined]> {
  const { tax, printed } = framework
  for (const [i, board] of framework.boards.entries()) {
    for (const key of ['frames', 'indexation', 'volume', 'adjustment'] as const)
      yield [`boards[${i + 1}].${key}`, board[key]]
  }
  for (const [i, grant] of framework.grants.entries())
    yield [`grants[${i + 1}].amounts`, grant.amounts]
  yield ['centralFinance', framework.centralFinance]
  yield ['tax.base', tax.base]
  yield ['tax.settlement', tax.settlement]
  yield ['financialIncome', framework.financialIncome]
  yield ['financialCosts', framework.financialCosts]
  yield ['indexation.pkv', framework.indexation.pkv]
  yield ['tax.revenue', tax.revenue]
  yield ['inhabitants', framework.inhabitants]
  for (const { field, list } of positionLists(framework)) yield [field, list]
  for (const [name, list] of Object.entries(printed)) yield [`printed.${name}`, list]
}

function doubledBoard({ boards }: Framework): Fault | null {
  const seen = new Set<string>()
  for (const [i, { id }] of boards.entries()) {
    if (seen.has(id))
      return {
        field: `boards[${i + 1}].id`,
        reason: `är ${id}, som redan finns. Ge nämnden ett eget id.`,
      }
    seen.add(id)
  }
  return null
}
