import { ofType } from '~/budget/in-force'
import type { Amendment } from '~/budget/amendment'
import type { Framework } from '~/budget/framework'
import { decidedYears } from '~/budget/decided-years'

const spaces = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
].join(' ')

const number = (value: number) =>
  `<table:table-cell office:value-type="float" office:value="${value}"/>`
const word = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
/** Without a value beside it: what reads the sheet has to compute it. */
const formula = (text: string) => `<table:table-cell table:formula="of:=${text}"/>`
const row = (cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`

/**
 * The statement of indexed frame amendments as a group would keep it in a spreadsheet: one flat OpenDocument file, whose
 * first row has the results of the three years. Boards stand in rows 3 and on (A id, B–D base frames, E–G our money,
 * H–J proposed frames), amendments beside them (L board, M–O amounts).
 */
export function sheetOf(framework: Framework, amendments: readonly Amendment[]): string {
  const frames = ofType(amendments, 'frame')
  const last = Math.max(framework.boards.length, frames.length) + 2
  const rows = Array.from({ length: last - 2 }, (_, i) => {
    const at = i + 3
    const board = framework.boards[i]
    const change = frames[i]?.change
    const left = board
      ? [word(board.id), ...inYears(framework, board.frames).map(number), ...boardCells(at, last)]
      : Array.from({ length: 10 }, () => '<table:table-cell/>')
    const right = change ? [word(change.board), ...change.amounts.map(number)] : []
    return row([...left, '<table:table-cell/>', ...right])
  })
  const head = [
    row(results(framework, last)),
    row(inYears(framework, framework.indexation.pkv).map(number)),
  ]
  const table = `<table:table table:name="Budget">${[...head, ...rows].join('')}</table:table>`
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document>`
}

const inYears = (framework: Framework, list: readonly number[] | undefined): number[] =>
  decidedYears(framework).map(({ at }) => list?.[at] ?? 0)

/** Our money from the amendments, and the chain: what stood before, indexed, the base's own step, and our money. */
function boardCells(at: number, last: number): string[] {
  const money = ['M', 'N', 'O'].map(column =>
    formula(`SUMIF([.$L$3:.$L$${last}];[.$A${at}];[.${column}$3:.${column}$${last}])`),
  )
  const chain = [
    ['H', 'C', 'B', 'F', 'B'],
    ['I', 'D', 'C', 'G', 'C'],
  ].map(([before, base, baseBefore, ours, pkv]) =>
    formula(
      `[.${before}${at}]+ROUND([.${before}${at}]*[.${pkv}$2]/100000;0)+[.${base}${at}]-[.${baseBefore}${at}]-ROUND([.${baseBefore}${at}]*[.${pkv}$2]/100000;0)+[.${ours}${at}]`,
    ),
  )
  return [...money, formula(`[.B${at}]+[.E${at}]`), ...chain]
}

/** Tax and grants less the frames and the rest, by year. */
function results(framework: Framework, last: number): string[] {
  const { tax, grants, centralFinance, financialIncome, financialCosts } = framework
  const base = inYears(framework, tax.base)
  const settled = inYears(framework, tax.settlement)
  const central = inYears(framework, centralFinance)
  const income = inYears(framework, financialIncome)
  const costs = inYears(framework, financialCosts)
  const granted = grants.map(({ amounts }) => inYears(framework, amounts))
  return ['H', 'I', 'J'].map((column, i) => {
    const given = granted.reduce((total, amounts) => total + (amounts[i] ?? 0), 0)
    const others =
      given + (settled[i] ?? 0) + (income[i] ?? 0) + (costs[i] ?? 0) - (central[i] ?? 0)
    return formula(
      `ROUND(${base[i] ?? 0}*${tax.rate ?? 0}/10000;0)+(${others})-SUM([.${column}3:.${column}${last}])`,
    )
  })
}
