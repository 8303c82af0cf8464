/** More than this no table has that somebody reads: what a hostile page says of a span is not believed. */
const widest = 40

/**
 * Tables as a section holds them: the first row heads the columns, a cell is one row high and one column wide, and there
 * is none inside another, a list or a quote. One of a single cell only frames its words. Runs in the browser.
 */
export function levelTables(page: Document): void {
  const all = [...page.querySelectorAll('table')].toReversed()
  for (const table of all) {
    const rows = gridOf(table)
    const isFrame = rows.length < 2 && (rows[0]?.length ?? 0) < 2
    if (isFrame || table.closest('li, blockquote, td, th'))
      table.replaceWith(...rows.flat().flatMap(paragraphsOf))
    else table.replaceWith(...captionOf(table), tableOf(page, rows))
  }
}

/** The cells by row and column; where one spans more, those it covers are empty. */
function gridOf(table: HTMLTableElement): (Element | null)[][] {
  const grid: (Element | null)[][] = []
  const rows = [...table.rows]
  rows.forEach((row, y) => {
    const line = (grid[y] ??= [])
    for (const cell of row.cells) {
      let x = 0
      while (line[x] !== undefined) x++
      for (let i = 0; i < Math.min(cell.rowSpan || 1, rows.length - y); i++)
        for (let j = 0; j < Math.min(cell.colSpan, widest); j++)
          (grid[y + i] ??= [])[x + j] = i + j === 0 ? cell : null
    }
  })
  const width = Math.max(0, ...grid.map(({ length }) => length))
  return grid
    .map(line => Array.from({ length: width }, (_, x) => line[x] ?? null))
    .filter(line => line.some(cell => cell !== null))
}

function tableOf(page: Document, rows: readonly (Element | null)[][]): Element {
  const table = page.createElement('table')
  rows.forEach((cells, y) => {
    const row = page.createElement('tr')
    for (const from of cells) {
      const cell = page.createElement(y === 0 ? 'th' : 'td')
      if (from) cell.append(...plainParts(from))
      row.append(cell)
    }
    table.append(row)
  })
  return table
}

/** The content of a cell, its lists and quotes as plain paragraphs: a cell holds nothing else. */
function plainParts(cell: Element): ChildNode[] {
  for (const item of [...cell.querySelectorAll('li, blockquote')].toReversed()) {
    const block = cell.ownerDocument.createElement('div')
    block.append(...item.childNodes)
    item.replaceWith(block)
  }
  for (const list of [...cell.querySelectorAll('ul, ol')].toReversed())
    list.replaceWith(...list.childNodes)
  return [...cell.childNodes]
}

function captionOf({ caption }: HTMLTableElement): Element[] {
  return caption?.textContent?.trim() ? paragraphsOf(caption) : []
}

/** The words of a cell outside of any table. */
function paragraphsOf(cell: Element | null): Element[] {
  if (!cell) return []
  const block = cell.ownerDocument.createElement('div')
  block.append(...cell.childNodes)
  return [block]
}
