import type { ColumnRole, TableChoice } from './choices'
import type { Cell, Sheet } from './sheet'

type Cells = readonly (Cell | undefined)[]

/** A heading's year: 2027, Budget 2027, Plan 2028 (tkr). Null where it holds none, or more than a year. */
export function yearOf(text: string): number | null {
  const found = /^[^\d]*((?:19|20)\d\d)[^\d]*$/.exec(text)
  return found ? Number(found[1]) : null
}

const longNames: readonly { role: ColumnRole; names: RegExp }[] = [
  { role: 'code', names: /^(board|board_id|nämnd_id|kod|förkortning|id)$/ },
  { role: 'name', names: /^(name|namn|nämnd|board_name)$/ },
  { role: 'year', names: /^(year|år)$/ },
  { role: 'previous', names: /^(previous|föregående( ram)?|ram föregående år)$/ },
  { role: 'indexation', names: /^(indexation|uppräkning)$/ },
  { role: 'volume', names: /^(volume|volym|volymer)$/ },
  { role: 'adjustment', names: /^(adjustment|ramjustering|justering)$/ },
  { role: 'frame', names: /^(frame|ram)$/ },
  { role: 'line', names: /^(line|rad|post)$/ },
  { role: 'amount', names: /^(amount|belopp)$/ },
]

/** The columns of the long form, by their headings. */
export const longColumns = (cells: Cells): ColumnRole[] =>
  Array.from(cells, cell => {
    const text = (cell?.text ?? '').toLowerCase()
    return longNames.find(({ names }) => names.test(text))?.role ?? 'ignore'
  })

/** Whether the row has the headings of the long form: a year, and a frame or an amount. */
export function isLongHeader(cells: Cells): boolean {
  const roles = longColumns(cells)
  return roles.includes('year') && (roles.includes('frame') || roles.includes('amount'))
}

/** How a sheet is probably laid out; null where it has no year in any heading. The member sees it and may change it. */
export function guessTable(sheet: Sheet, at: number): TableChoice | null {
  const long = sheet.rows.findIndex(isLongHeader)
  if (long >= 0) return { sheet: at, header: long, columns: longColumns(sheet.rows[long] ?? []) }
  const header = headerRow(sheet)
  return header === null ? null : { sheet: at, header, columns: wideColumns(sheet, header) }
}

/** The first row with the most years; a lone year in a title is no heading. */
function headerRow({ rows }: Sheet): number | null {
  const years = rows
    .slice(0, 200)
    .map(cells => cells.filter((cell, column) => column > 0 && yearOf(cell?.text ?? '')).length)
  const most = Math.max(0, ...years)
  return most === 0 ? null : years.indexOf(most)
}

/** The columns under a heading row: names and codes as the cells look, years as the headings say. */
export function wideColumns(sheet: Sheet, header: number): ColumnRole[] {
  const width = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  const headings = Array.from({ length: width }, (_, column) => headingOf(sheet, header, column))
  const budget = budgetYearOf(headings)
  const name = nameColumn(sheet, header)
  const taken = new Set<number>()
  return headings.map((heading, column): ColumnRole => {
    const year = yearOf(sheet.rows[header]?.[column]?.text ?? '')
    if (column === name) return 'name'
    if (year !== null && !taken.has(year) && !/förändr|diff|andel|%|avvik/i.test(heading)) {
      if (year < budget - 1) return 'ignore'
      taken.add(year)
      return year === budget - 1 ? 'previous' : `year-${year}`
    }
    return year === null && isCodeColumn(sheet, header, column, heading) ? 'code' : 'ignore'
  })
}

/** A heading with what stands over it, where headings take two rows. */
function headingOf(sheet: Sheet, header: number, column: number): string {
  const above = sheet.rows[header - 1]?.[column]?.text ?? ''
  return `${above} ${sheet.rows[header]?.[column]?.text ?? ''}`.trim()
}

/** The budget year: the one before the first plan year, else the last called budget, else the first that is no account. */
export function budgetYearOf(headings: readonly string[]): number {
  const known = headings.flatMap(heading => {
    const year = yearOf(heading)
    return year === null ? [] : [{ year, heading: heading.toLowerCase() }]
  })
  const yearsOf = (words: RegExp) =>
    known.filter(({ heading }) => words.test(heading)).map(({ year }) => year)
  const plans = yearsOf(/plan/)
  if (plans.length > 0) return Math.min(...plans) - 1
  const budgets = yearsOf(/budget|förslag/)
  if (budgets.length > 0) return Math.max(...budgets)
  const others = known.filter(({ heading }) => !/bokslut|utfall|redovisning/.test(heading))
  return Math.min(2100, ...others.map(({ year }) => year))
}

const isWord = (cell: Cell | undefined) => cell !== undefined && /\p{L}{2}/u.test(cell.text)

function nameColumn({ rows }: Sheet, header: number): number {
  const letters = new Map<number, number>()
  for (const cells of rows.slice(header + 1))
    cells.forEach((cell, column) => {
      if (isWord(cell)) letters.set(column, (letters.get(column) ?? 0) + (cell?.text.length ?? 0))
    })
  return [...letters].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0]
}

function isCodeColumn({ rows }: Sheet, header: number, column: number, heading: string): boolean {
  if (/^(kod|förkortning|id)$/i.test(heading)) return true
  const texts = rows.slice(header + 1).flatMap(cells => cells[column]?.text ?? [])
  const codes = texts.filter(text => /^[A-ZÅÄÖ]{2,8}$/.test(text))
  return codes.length > 0 && codes.length > texts.length / 2
}
