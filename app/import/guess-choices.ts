import type { Choices, SheetUnit, TableChoice } from './choices'
import type { Known } from './edition-lines'
import { guessRows } from './guess-rows'
import { budgetYearOf, guessTable } from './guess-table'
import type { Sheet } from './sheet'
import { rowsOf, type SourceRow } from './source-row'

/** How the file is probably read. The member sees each choice and may change it; nothing is stored of it before. */
export function guessChoices(sheets: readonly Sheet[], remembered: Known | null = null): Choices {
  const tables = sheets.flatMap((sheet, at) => (sheet.hidden ? [] : (guessTable(sheet, at) ?? [])))
  const budgetYear = guessBudgetYear(sheets, tables)
  const used = withoutRepeats(sheets, tables, budgetYear, remembered)
  return guessAgain(sheets, remembered, {
    tables: used,
    budgetYear,
    unit: remembered?.unit ?? guessUnit(sheets, used),
    decimals: remembered?.decimals ?? 'refuse',
    readings: {},
    particulars: {},
  })
}

/** The rows' roles and the sign of the costs, for tables that are chosen already. */
export function guessAgain(
  sheets: readonly Sheet[],
  remembered: Known | null,
  chosen: Omit<Choices, 'rows' | 'costs'>,
): Choices {
  const rows = rowsOf(sheets, chosen.tables, chosen.budgetYear)
  const roles = guessRows(rows, remembered)
  const boards = rows.filter(({ id }) => roles[id]?.role === 'board')
  return { ...chosen, rows: roles, costs: remembered?.costs ?? guessSign(boards) }
}

function guessBudgetYear(sheets: readonly Sheet[], tables: readonly TableChoice[]): number {
  const years = tables.flatMap(({ sheet, header, columns }) => {
    const rows = sheets[sheet]?.rows ?? []
    const longYear = columns.indexOf('year')
    if (longYear >= 0)
      return rows.flatMap(cells => {
        const text = cells[longYear]?.text ?? ''
        return /^(19|20)\d\d$/.test(text) ? [Number(text)] : []
      })
    const headings = Array.from(rows[header] ?? [], (cell, column) =>
      `${rows[header - 1]?.[column]?.text ?? ''} ${cell?.text ?? ''}`.trim(),
    )
    return [budgetYearOf(headings)]
  })
  const [first] = years.toSorted((a, b) => a - b)
  return first !== undefined && first >= 1990 && first <= 2100 ? first : 2000
}

/** A table that holds rows of one taken before it would count them twice: it is left for the member to choose. */
function withoutRepeats(
  sheets: readonly Sheet[],
  tables: readonly TableChoice[],
  budgetYear: number,
  remembered: Known | null,
): TableChoice[] {
  const seen = new Set<string>()
  const used = tables.filter(table => {
    const rows = rowsOf(sheets, [table], budgetYear)
    const roles = guessRows(rows, remembered)
    const keys = rows.flatMap(({ id }) => {
      const { role, board } = roles[id] ?? { role: '', board: '' }
      return role === '' || role === 'skip' ? [] : [`${role} ${board}`]
    })
    if (keys.length === 0 || keys.some(key => seen.has(key))) return false
    for (const key of keys) seen.add(key)
    return true
  })
  return used.length > 0 ? used : tables.slice(0, 1)
}

/** The unit that the tables themselves say; empty where they say none or several. */
function guessUnit(sheets: readonly Sheet[], tables: readonly TableChoice[]): SheetUnit | '' {
  const text = tables
    .flatMap(({ sheet }) => sheets[sheet]?.rows.slice(0, 60) ?? [])
    .flatMap(cells => cells.flatMap(cell => cell?.text ?? []))
    .join('\n')
  const said = (
    [
      ['mnkr', /\b(mnkr|mkr|mn kr|miljoner kr(onor)?)\b/i],
      ['tkr', /\b(tkr|ksek|tusental( kr(onor)?)?|tusen kr(onor)?)\b/i],
      ['kr', /\b(belopp i|i hela) kr(onor)?\b/i],
    ] as const
  ).filter(([, words]) => words.test(text))
  return said.length === 1 ? (said[0]?.[0] ?? '') : ''
}

function guessSign(boards: readonly SourceRow[]): 'plus' | 'minus' {
  const texts = boards.flatMap(({ amounts }) => [...amounts.values()].map(({ cell }) => cell.text))
  const negative = texts.filter(text => /^[-\u2010-\u2014\u2212]\s*\d/.test(text)).length
  return negative > texts.length / 2 ? 'minus' : 'plus'
}
