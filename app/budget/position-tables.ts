import type { Line } from './line'
import type { FinancialPosition } from './position'

/** A row of a table: its name, how it stands, and the reference that texts and clauses know its line by. */
export type LineRow = {
  readonly name: string
  readonly kind: 'line' | 'subtotal' | 'sum'
  readonly line: Line
  /** Empty where a row has no figure of its own to refer to. */
  readonly ref: string
}

/** A table of lines, as page and document show it. */
export type LineTable = {
  readonly id: 'investments' | 'balance-requirement' | 'cash-flow' | 'balance-sheet'
  readonly name: string
  /** What its signs mean. */
  readonly signs: string
  readonly rows: readonly LineRow[]
}

/** The tables that follow from the result: those that the framework carries, in the order that budgets print them. */
export function positionTables(position: FinancialPosition): LineTable[] {
  return [
    requirementTable(position),
    cashFlowTable(position),
    balanceSheetTable(position),
    investmentTable(position),
  ].filter(table => table !== null)
}

const row = (name: string, line: Line, ref = '', kind: LineRow['kind'] = 'line'): LineRow => ({
  name,
  kind,
  line,
  ref,
})
const subtotal = (name: string, line: Line, ref = '') => row(name, line, ref, 'subtotal')
const total = (name: string, line: Line, ref = '') => row(name, line, ref, 'sum')

function requirementTable({ requirement, requirementStated }: FinancialPosition): LineTable | null {
  if (!requirementStated) return null
  const of = requirement
  return {
    id: 'balance-requirement',
    name: 'Balanskravsutredning',
    signs: 'till reserven minus, ur reserven plus',
    rows: [
      row('Årets resultat', of.result, 'result'),
      row('Realisationsvinster', of.realisedGains),
      row('Orealiserade vinster och förluster', of.unrealised),
      subtotal('Resultat efter balanskravsjusteringar', of.adjusted),
      row('Till resultatreserven', of.toReserve, 'toReserve'),
      row('Ur resultatreserven', of.fromReserve, 'fromReserve'),
      total('Balanskravsresultat', of.balanceResult, 'balanceResult'),
    ],
  }
}

function cashFlowTable({ cashFlow: of }: FinancialPosition): LineTable | null {
  if (!of) return null
  return {
    id: 'cash-flow',
    name: 'Kassaflödesbudget',
    signs: 'in plus, ut minus',
    rows: [
      row('Årets resultat', of.result, 'result'),
      row('Avskrivningar', of.depreciation, 'depreciation'),
      row('Förändring av avsättningar', of.provisions),
      ...moved(row('Förändring av rörelsekapital', of.workingCapital)),
      subtotal('Kassaflöde från verksamheten', of.operating, 'operatingCashFlow'),
      subtotal('Investeringar', of.investments),
      row('Nya lån', of.newLoans, 'newLoans'),
      ...moved(row('Amortering', of.amortisation)),
      subtotal('Kassaflöde från finansieringen', of.financing),
      total('Årets kassaflöde', of.change, 'cashFlow'),
      row('Likvida medel vid årets början', of.opening),
      row('Likvida medel vid årets slut', of.closing, 'cash'),
    ],
  }
}

function balanceSheetTable({ balanceSheet: of }: FinancialPosition): LineTable | null {
  if (!of) return null
  return {
    id: 'balance-sheet',
    name: 'Balansbudget',
    signs: 'vid årets slut',
    rows: [
      row('Anläggningstillgångar', of.fixedAssets, 'fixedAssets'),
      row('Fordringar', of.receivables, 'receivables'),
      row('Kortfristiga placeringar', of.placements, 'placements'),
      row('Likvida medel', of.cash, 'cash'),
      total('Summa tillgångar', of.assets, 'assets'),
      row('Eget kapital', of.equity, 'equity'),
      ...(of.resultReserve ? [row('varav resultatreserv', of.resultReserve, 'resultReserve')] : []),
      row('Avsättningar', of.provisions, 'provisions'),
      row('Långfristiga skulder', of.longTermDebt, 'longTermDebt'),
      row('Kortfristiga skulder', of.shortTermDebt, 'shortTermDebt'),
      total('Summa eget kapital och skulder', of.equityAndDebts, 'equityAndDebts'),
    ],
  }
}

function investmentTable({ investments, borrowing }: FinancialPosition): LineTable | null {
  if (!investments) return null
  return {
    id: 'investments',
    name: 'Investeringsbudget',
    signs: 'utgift plus',
    rows: [
      ...investments.projects.map(project => row(`${project.name}, ${project.board}`, project)),
      total('Summa investeringar', investments.total, 'investments'),
      ...(borrowing?.limit ? [row('Låneram', borrowing.limit, 'borrowingLimit')] : []),
    ],
  }
}

/** A row that is shown only where something stands in it. */
const moved = (shown: LineRow): LineRow[] =>
  [...shown.line.base, ...shown.line.proposed].some(amount => amount !== 0) ? [shown] : []

/** The line that a reference such as `cash.2025` or `balanceResult.2026.base` names, or null where there is none. */
export function positionLine(position: FinancialPosition, name: string): Line | null {
  if (name === 'result') return null
  const rows = positionTables(position).flatMap(table => table.rows)
  return rows.find(({ ref }) => ref !== '' && ref === name)?.line ?? null
}
