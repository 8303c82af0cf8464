/**
 * A block of cells as a spreadsheet puts it on the clipboard: tabs between cells, CRLF after each row; a cell with a tab,
 * a line break or a leading quotation mark stands in quotation marks.
 */
export const tabSeparated = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => `${row.map(quoted).join('\t')}\r\n`).join('')

const quoted = (cell: string) =>
  /^"|[\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** The block again. What is left open at the end of the text is closed there: nothing of it is lost. */
export function readTabSeparated(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    row.push(cell.text)
    at = cell.end
    if (text[at] === '\t' && at + 1 < text.length) at += 1
    else {
      if (text[at] === '\t') row.push('')
      at += text.startsWith('\r\n', at) ? 2 : 1
      rows.push(row)
      row = []
    }
  }
  return rows
}

type Cell = { readonly text: string; readonly end: number }

function plainCell(text: string, start: number): Cell {
  const length = text.slice(start).search(/[\t\r\n]/)
  const end = length === -1 ? text.length : start + length
  return { text: text.slice(start, end), end }
}

function quotedCell(text: string, start: number): Cell {
  const inside = /^"((?:[^"]|"")*)(?:"(?!")|$)/.exec(text.slice(start))
  const end = start + (inside?.[0].length ?? 0)
  // a mark that the cell only begins with is part of its text
  if (!inside || !/^(?:[\t\r\n]|$)/.test(text.slice(end, end + 1))) return plainCell(text, start)
  return { text: (inside[1] ?? '').replaceAll('""', '"'), end }
}
