import { done, refused, type Outcome } from '~/outcome'
import { askedNames } from './asked-lines'
import { ColumnRole, RowRole, SheetUnit, type Choices, type TableChoice } from './choices'
import { guessTable, isLongHeader, wideColumns } from './guess-table'
import { previewOf } from './import-preview'
import type { OpenImport } from './open-import'
import type { Sheet } from './sheet'
import { isLong, rowsOf } from './source-row'

/** A step's form as it was sent. */
export type Sent = Readonly<Record<string, string>>

/** More rows than any municipality prints: a page of them can still be worked with. */
const mostRows = 2500

const invalid = (field: string, message: string) => refused({ kind: 'invalid', field, message })

/** Step 1: which sheets, which row of headings, what each column holds, the budget year and the municipality. */
export function columnsStep(sent: Sent, { sheets, choices }: OpenImport): Outcome<Choices> {
  const tables: TableChoice[] = []
  for (const [at, sheet] of sheets.entries()) {
    if (sent[`use.${at}`] !== 'on') continue
    const table = tableOf(sent, sheet, at, choices)
    if (!table.ok) return table
    tables.push(table.value)
  }
  if (tables.length === 0) return invalid('tables', 'Välj minst ett blad att läsa.')
  const year = /^\d{4}$/.test(sent.budgetYear ?? '') ? Number(sent.budgetYear) : 0
  if (year < 1990 || year > 2100)
    return invalid('budgetYear', 'Skriv budgetåret med fyra siffror, som 2027.')
  const { municipality = '', municipalityId = '' } = sent
  if (!/^\d{4}$/.test(municipalityId.trim()))
    return invalid('municipalityId', 'Skriv kommunens kod, fyra siffror som 1489.')
  if (!/^.{1,120}$/.test(municipality.trim()))
    return invalid('municipality', 'Skriv kommunens namn.')
  const count = rowsOf(sheets, tables, year).length
  if (count > mostRows)
    return invalid(
      'tables',
      `Tabellerna har ${count} rader med belopp; högst ${mostRows} läses. Välj färre blad eller en kortare tabell.`,
    )
  return done({
    ...choices,
    tables,
    budgetYear: year,
    particulars: {
      ...choices.particulars,
      municipality: municipality.trim(),
      municipalityId: municipalityId.trim(),
    },
  })
}

function tableOf(sent: Sent, sheet: Sheet, at: number, choices: Choices): Outcome<TableChoice> {
  const before = choices.tables.find(table => table.sheet === at) ?? guessTable(sheet, at)
  const header = Number(sent[`header.${at}`]) - 1
  if (!Number.isInteger(header) || header < 0 || header >= sheet.rows.length)
    return invalid(`header.${at}`, `Skriv vilken rad som har rubrikerna, 1–${sheet.rows.length}.`)
  // another row of headings makes other columns: those of the form were chosen for the old one
  if (header !== before?.header) {
    const guessed = isLongHeader(sheet.rows[header] ?? []) ? guessTable(sheet, at) : null
    return done(guessed ?? { sheet: at, header, columns: wideColumns(sheet, header) })
  }
  const columns = before.columns.map((role, column): ColumnRole => {
    const chosen = ColumnRole.safeParse(sent[`column.${at}.${column}`])
    return chosen.success ? chosen.data : role
  })
  const doubled = columns.find((role, i) => role !== 'ignore' && columns.indexOf(role) < i)
  if (doubled !== undefined)
    return invalid(
      `column.${at}.${columns.lastIndexOf(doubled)}`,
      'Två kolumner är valda till samma sak. Välj Används inte för den ena.',
    )
  if (!isLong(columns) && !columns.some(role => role.startsWith('year-')))
    return invalid(`header.${at}`, 'Välj vilken kolumn som har vilket års belopp.')
  if (!columns.some(role => ['name', 'code', 'line'].includes(role)))
    return invalid(`header.${at}`, 'Välj vilken kolumn som har radernas namn.')
  return done({ sheet: at, header, columns })
}

/** Step 2: the unit, the sign of costs, what is done with decimals, and what each row is. */
export function rowsStep(sent: Sent, { rows, choices }: OpenImport): Outcome<Choices> {
  const unit = SheetUnit.safeParse(sent.unit)
  if (!unit.success) return invalid('unit', 'Välj vilken enhet tabellerna är skrivna i.')
  const chosen: Record<string, Choices['rows'][string]> = {}
  for (const { id, label, place } of rows) {
    const role = RowRole.safeParse(sent[`role.${id}`])
    if (!role.success)
      return invalid(`role.${id}`, `${place}: välj vad raden ”${label}” är, eller Används inte.`)
    const board = (sent[`board.${id}`] ?? '').trim()
    if (role.data === 'board' && !/^[A-Za-zÅÄÖåäö0-9_-]{1,24}$/.test(board))
      return invalid(`board.${id}`, 'Skriv en förkortning utan mellanslag, som BUN.')
    chosen[id] = { role: role.data, board: role.data === 'board' ? board : '' }
  }
  return done({
    ...choices,
    unit: unit.data,
    costs: sent.costs === 'minus' ? 'minus' : 'plus',
    decimals: sent.decimals === 'round' ? 'round' : 'refuse',
    rows: chosen,
  })
}

/**
 * Step 3: what no table says, kept as it was typed and judged when the proposal is made; and how a suspect cell is read,
 * where a button asks for that: `read 0` as the first suspect's rest, `unread Blad1!F14` as it stands.
 */
export function previewStep(sent: Sent, open: OpenImport): Outcome<Choices> {
  const { choices } = open
  // a form that no button of the page sent would empty the fields that it leaves out
  if (!/^(save|create|read|unread)( |$)/.test(sent.intent ?? ''))
    return invalid('form', 'Formuläret gick inte att läsa. Ladda om sidan och försök igen.')
  const yearly = Object.keys(sent).filter(name => /^[A-Za-z]+\d{0,3}\.\d{1,2}$/.test(name))
  const lines = yearly.filter(name => yearlyFields.has(name.replace(/\d*\.\d+$/, '')))
  const typed = Object.fromEntries(
    [...typedFields, ...lines].map(name => [name, (sent[name] ?? '').slice(0, 500)]),
  )
  const kept = { ...choices, particulars: { ...choices.particulars, ...typed } }
  return done({ ...kept, readings: readingsAfter(sent.intent ?? '', open) })
}

const typedFields = ['title', 'name', 'rate', 'target', 'source', 'constructed'] as const
const yearlyFields = new Set<string>(['pkv', ...askedNames])

function readingsAfter(
  intent: string,
  { sheets, rows, choices, edition }: OpenImport,
): Choices['readings'] {
  const [, asked, what = ''] = /^(read|unread) (.+)$/.exec(intent) ?? []
  if (asked === 'unread')
    return Object.fromEntries(Object.entries(choices.readings).filter(([place]) => place !== what))
  const suspect = asked
    ? previewOf(sheets, rows, choices, edition?.base ?? null).suspects[Number(what)]
    : undefined
  return suspect ? { ...choices.readings, [suspect.place]: suspect.rest } : choices.readings
}
