import { boundedSheet, uploadLimits, Unreadable, type Cell, type Sheet } from './sheet'

const delimiters = [';', '\t', ','] as const

/**
 * A CSV's cells. The delimiter is the one of `;`, tab and comma that parts most lines alike; fields may be quoted, with
 * doubled quotes and line breaks inside, and lines end with CRLF, LF or CR.
 * @throws Unreadable for a quote that never ends and for too large a table
 */
export function readDelimited(text: string): Sheet {
  const body = text.replace(/^sep=(.)\r?\n/i, '\n')
  if (body.trim() === '') throw new Unreadable('Filen är tom. Välj filen med budgetramen.')
  const rows = splitRows(body, delimiterOf(body))
  return boundedSheet({ name: null, hidden: false, merged: [], rows })
}

/** Counted outside quotes. Decimal commas part most lines too, so a comma wins only where nothing else does. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '')
  const lines = sample.split(/\r\n|\n|\r/).filter(line => line.trim() !== '')
  const parted = (delimiter: string) => lines.filter(line => line.includes(delimiter)).length
  return delimiters.find(delimiter => parted(delimiter) > lines.length / 2) ?? mostUsed(parted)
}

const mostUsed = (count: (delimiter: string) => number): string =>
  delimiters.reduce((a, b) => (count(b) > count(a) ? b : a))

/** One row's fields, and where the next row begins. */
type Line = { readonly cells: (Cell | undefined)[]; readonly end: number }

function splitRows(text: string, delimiter: string): Line['cells'][] {
  const rows: Line['cells'][] = []
  for (let at = 0; at < text.length;) {
    const line = readLine(text, at, delimiter, rows.length)
    rows.push(line.cells)
    at = line.end
    if (rows.length > uploadLimits.rows)
      throw new Unreadable(
        `Filen har fler än ${uploadLimits.rows} rader. Spara bara tabellen med budgetramen.`,
      )
  }
  return rows
}

function readLine(text: string, start: number, delimiter: string, row: number): Line {
  const cells: Line['cells'] = []
  let at = start
  for (;;) {
    const field = text[at] === '"' ? readQuoted(text, at, row) : { text: '', end: at }
    const end = endOfField(text, field.end, delimiter)
    cells.push(cellOf(field.text + text.slice(field.end, end), row))
    if (text[end] !== delimiter)
      return { cells, end: text.startsWith('\r\n', end) ? end + 2 : end + 1 }
    at = end + 1
  }
}

function endOfField(text: string, start: number, delimiter: string): number {
  let at = start
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

function readQuoted(text: string, start: number, row: number): { text: string; end: number } {
  const parts: string[] = []
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at)
    if (quote < 0)
      throw new Unreadable(
        `Rad ${row + 1} har ett citattecken som aldrig stängs. Ta bort det eller dubbla det.`,
      )
    parts.push(text.slice(at, quote))
    if (text[quote + 1] !== '"') return { text: parts.join('"'), end: quote + 1 }
    at = quote + 2
  }
}

function cellOf(text: string, row: number): Cell | undefined {
  const trimmed = text.trim()
  if (trimmed.length > uploadLimits.cellCharacters)
    throw new Unreadable(
      `Rad ${row + 1} har en cell med mer än ${uploadLimits.cellCharacters} tecken. Korta den.`,
    )
  if (trimmed === '') return undefined
  // a cell that begins as a formula is one to the spreadsheet that opens it; here it is text, and named
  return { text: trimmed, kind: 'text', formula: /^[=@]/.test(trimmed) ? trimmed : null }
}
