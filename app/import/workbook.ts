import { readFormats, type NumberFormat } from './workbook-format'
import {
  boundedSheet,
  cellName,
  Unreadable,
  uploadLimits,
  type Cell,
  type CellKind,
  type Sheet,
} from './sheet'
import { attribute, xmlEvents } from './xml'

/** Asks for one text of the archive; null where it is not there. */
export type PartReader = (name: string) => string | null

type Book = {
  readonly part: PartReader
  readonly overdue: () => boolean
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
}

/**
 * The tables of an .xlsx file: the values that it stores, in the file's own digits. Formulas are kept as text beside the
 * value that the spreadsheet last computed, and never evaluated; links to other files are not followed.
 * @throws Unreadable
 */
export function readWorkbook(part: PartReader, overdue: () => boolean): Sheet[] {
  const book: Book = {
    part,
    overdue,
    strings: sharedStrings(part('xl/sharedStrings.xml') ?? '', overdue),
    formats: readFormats(part('xl/styles.xml') ?? '', overdue),
  }
  const places = sheetPlaces(book)
  if (places.length === 0)
    throw new Unreadable('Filen är inget kalkylblad (.xlsx). Spara om den i kalkylprogrammet.')
  if (places.length > uploadLimits.sheets)
    throw new Unreadable(
      `Filen har ${places.length} blad; högst ${uploadLimits.sheets} läses. Spara bara bladet med budgetramen.`,
    )
  let cells = 0
  return places.map(({ name, hidden, path }) => {
    const { rows, merged, count } = readCells(book, name, part(path) ?? '', cells)
    cells = count
    return boundedSheet({ name, hidden, merged, rows })
  })
}

type Place = { readonly name: string; readonly hidden: boolean; readonly path: string }

function sheetPlaces({ part, overdue }: Book): Place[] {
  const targets = new Map<string, string>()
  for (const event of xmlEvents(part('xl/_rels/workbook.xml.rels') ?? '', overdue)) {
    if (event.type !== 'open' || event.name !== 'Relationship') continue
    const target = attribute(event.attributes, 'Target') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    if (attribute(event.attributes, 'TargetMode') !== 'External')
      targets.set(attribute(event.attributes, 'Id') ?? '', path)
  }
  const places: Place[] = []
  for (const event of xmlEvents(part('xl/workbook.xml') ?? '', overdue)) {
    if (event.type !== 'open' || event.name !== 'sheet') continue
    const path = targets.get(/\s[\w.-]+:id\s*=\s*["']([^"']*)/.exec(event.attributes)?.[1] ?? '')
    const name = attribute(event.attributes, 'name') ?? ''
    const hidden = (attribute(event.attributes, 'state') ?? 'visible') !== 'visible'
    if (path?.includes('worksheets/')) places.push({ name, hidden, path })
  }
  return places
}

function sharedStrings(xml: string, overdue: () => boolean): string[] {
  const strings: string[] = []
  let text: string | null = null
  let phonetic = 0
  for (const event of xmlEvents(xml, overdue)) {
    if (event.type === 'text') {
      if (text !== null && phonetic === 0) text += event.text
    } else if (event.name === 'rPh') phonetic += event.type === 'open' ? 1 : -1
    else if (event.name === 'si' && event.type === 'open') text = ''
    else if (event.name === 'si' && text !== null) {
      strings.push(cleaned(text))
      text = null
    }
  }
  return strings
}

const cleaned = (text: string) =>
  text
    .replace(/_x([0-9A-F]{4})_/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

type Raw = { at: string; type: string; style: number; value: string; formula: string | null }

function readCells(book: Book, name: string, xml: string, before: number) {
  const rows: (Cell | undefined)[][] = []
  const merged: string[] = []
  let count = before
  let row = -1
  let raw: Raw | null = null
  let into: 'value' | 'formula' | null = null
  for (const event of xmlEvents(xml, book.overdue)) {
    if (event.type === 'text') {
      if (raw && into === 'value') raw.value += event.text
      else if (raw && into === 'formula') raw.formula = (raw.formula ?? '') + event.text
      continue
    }
    const opened = event.type === 'open'
    if (event.name === 'v' || event.name === 't') into = opened ? 'value' : null
    else if (event.name === 'f') {
      into = opened ? 'formula' : null
      if (raw && opened) raw.formula ??= ''
    } else if (event.name === 'row' && opened)
      row = Number(attribute(event.attributes, 'r') ?? row + 2) - 1
    else if (event.name === 'mergeCell' && opened)
      merged.push(attribute(event.attributes, 'ref') ?? '')
    else if (event.name === 'c' && opened) raw = rawCell(event.attributes)
    else if (event.name === 'c' && raw) {
      count += place(book, rows, raw, name, row)
      if (count > uploadLimits.cells)
        throw new Unreadable(
          `Filen har fler än ${uploadLimits.cells} celler. Spara bara bladet med budgetramen.`,
        )
      raw = null
    }
  }
  return { rows: Array.from(rows, cells => cells ?? []), merged, count }
}

const rawCell = (tag: string): Raw => ({
  at: attribute(tag, 'r') ?? '',
  type: attribute(tag, 't') ?? 'n',
  style: Number(attribute(tag, 's') ?? 0),
  value: '',
  formula: null,
})

/** Puts the cell where it says that it stands; returns how many were put. */
function place(
  book: Book,
  rows: (Cell | undefined)[][],
  raw: Raw,
  sheet: string,
  currentRow: number,
): number {
  const cell = cellOf(book, raw)
  if (!cell) return 0
  const [, letters = '', digits = ''] = /^([A-Z]{1,4})(\d{1,8})$/.exec(raw.at) ?? []
  const row = digits ? Number(digits) - 1 : currentRow
  const column = letters ? columnOf(letters) : (rows[row]?.length ?? 0)
  if (row < 0 || row >= uploadLimits.rows || column >= uploadLimits.columns)
    throw new Unreadable(
      `Bladet ”${sheet}” har något i ${cellName(Math.max(0, row), column)}; högst ${uploadLimits.rows} rader och ${uploadLimits.columns} kolumner läses. Spara bara tabellen med budgetramen.`,
    )
  const cells = (rows[row] ??= [])
  cells[column] = cell
  return 1
}

const columnOf = (letters: string): number =>
  [...letters].reduce((total, letter) => total * 26 + (letter.codePointAt(0) ?? 65) - 64, 0) - 1

function cellOf({ strings, formats }: Book, { type, style, value, formula }: Raw): Cell | null {
  const text = type === 's' ? (strings[Number(value)] ?? '') : cleaned(value)
  if (text === '' && formula === null) return null
  if (text.length > uploadLimits.cellCharacters)
    return { text: text.slice(0, uploadLimits.cellCharacters), kind: 'text', formula }
  return { text, kind: kindOf(type, formats[style] ?? 'number', text), formula }
}

function kindOf(type: string, format: NumberFormat, text: string): CellKind {
  if (type === 'e') return 'error'
  if (type === 'b') return 'boolean'
  if (type === 'd') return 'date'
  if (type !== 'n') return 'text'
  if (text === '') return 'text'
  return format
}
