import type { Framework, PrintedTable } from '~/budget/framework'
import { printedLines } from '~/budget/printed-totals'
import { printedNames } from './line-names'

export type FigureKind = 'amount' | 'rate' | 'percent' | 'count'

/** One figure of a framework that may be corrected: its name in the history, and where it lies. */
export type Figure = {
  /** `boards.BUN.frames.2027`: steady while the framework keeps its lines and years. */
  readonly field: string
  /** Barn- och ungdomsnämnden, ram 2027 */
  readonly label: string
  readonly kind: FigureKind
  readonly path: readonly (string | number)[]
  /** In the whole units of its kind. */
  readonly value: number
}

export type FigureRow = { readonly label: string; readonly figures: readonly Figure[] }

/** Rows that are shown as one table. Where `byYear`, each has one figure for every year of the framework. */
export type FigureTable = {
  readonly title: string
  readonly byYear: boolean
  readonly rows: readonly FigureRow[]
}

type Line = {
  key: string
  label: string
  /** What it is called under the table's own title; by default its label. */
  short?: string
  path: readonly (string | number)[]
  kind?: FigureKind
}

/** Every figure of the framework, in tables as they are corrected. */
export function figureTables(framework: Framework): FigureTable[] {
  const yearly = (title: string, lines: readonly Line[]): FigureTable => ({
    title,
    byYear: true,
    rows: lines.flatMap(line => yearRow(framework, line)),
  })
  const single = (title: string, lines: readonly Line[]): FigureTable => ({
    title,
    byYear: false,
    rows: lines.flatMap(line => singleRow(framework, line)),
  })
  return [
    yearly('Nämndernas ramar', boardLines(framework, ['frames', 'ram'])),
    yearly('Ramarnas kedja', [
      ...boardLines(framework, ['indexation', 'uppräkning']),
      ...boardLines(framework, ['volume', 'volym']),
      ...boardLines(framework, ['adjustment', 'ramjustering']),
    ]),
    single(
      'Ramar året före',
      framework.boards.map(({ id, name }, i) => ({
        key: `boards.${id}.previousFrame`,
        label: name,
        path: ['boards', i, 'previousFrame'],
      })),
    ),
    yearly('Skatt, bidrag och finans', financeLines(framework)),
    single('Satser', [
      { key: 'tax.rate', label: 'Skattesats', path: ['tax', 'rate'], kind: 'rate' },
      { key: 'resultTarget', label: 'Resultatmål', path: ['resultTarget'], kind: 'percent' },
    ]),
    yearly('Investeringar och ställning', positionLines(framework)),
    single('Ingående balans', openingLines()),
    yearly(
      'Tryckta summor',
      printedLines.map(line => ({
        key: `printed.${line}`,
        label: printedNames[line],
        path: ['printed', line],
      })),
    ),
    ...(framework.tables ?? []).map((table, at) =>
      yearly(`Tryckt tabell: ${table.name}`, printedTableLines(table, at)),
    ),
  ].filter(({ rows }) => rows.length > 0)
}

const boardLines = ({ boards }: Framework, [part, word]: readonly [string, string]): Line[] =>
  boards.map(({ id, name }, i) => ({
    key: `boards.${id}.${part}`,
    label: `${name}, ${word}`,
    path: ['boards', i, part],
  }))

const financeLines = ({ grants }: Framework): Line[] => [
  { key: 'operations.revenue', label: 'Verksamhetens intäkter', path: ['operations', 'revenue'] },
  { key: 'operations.costs', label: 'Verksamhetens kostnader', path: ['operations', 'costs'] },
  { key: 'operations.depreciation', label: 'Avskrivningar', path: ['operations', 'depreciation'] },
  { key: 'centralFinance', label: 'Finansförvaltning, nettokostnad', path: ['centralFinance'] },
  { key: 'tax.base', label: 'Skatteunderlag', path: ['tax', 'base'] },
  { key: 'tax.revenue', label: 'Skatteintäkter', path: ['tax', 'revenue'] },
  { key: 'tax.settlement', label: 'Slutavräkning', path: ['tax', 'settlement'] },
  ...grants.map(({ id, name }, i) => ({
    key: `grants.${id}`,
    label: name,
    path: ['grants', i, 'amounts'],
  })),
  { key: 'financialIncome', label: 'Finansiella intäkter', path: ['financialIncome'] },
  { key: 'financialCosts', label: 'Finansiella kostnader', path: ['financialCosts'] },
  {
    key: 'indexation.pkv',
    label: 'Uppräkning (PKV), procent',
    path: ['indexation', 'pkv'],
    kind: 'percent',
  },
  { key: 'inhabitants', label: 'Invånare', path: ['inhabitants'], kind: 'count' },
]

const positionNames = {
  depreciation: 'Avskrivningar',
  provisionsChange: 'Förändring av avsättningar',
  workingCapitalChange: 'Förändring av rörelsekapital',
  newLoans: 'Nya lån',
  amortisation: 'Amortering',
  borrowingLimit: 'Låneram',
}

const positionLines = ({ investments }: Framework): Line[] => [
  ...(investments ?? []).map(({ id, name }, i) => ({
    key: `investments.${id}`,
    label: `Investering: ${name}`,
    path: ['investments', i, 'amounts'],
  })),
  ...Object.entries(positionNames).map(([name, label]) => ({
    key: `position.${name}`,
    label,
    path: ['position', name],
  })),
  ...Object.entries({
    realisedGains: 'Realisationsvinster',
    unrealised: 'Orealiserade vinster och förluster',
    toReserve: 'Till resultatreserven',
    fromReserve: 'Från resultatreserven',
  }).map(([name, label]) => ({
    key: `balanceAdjustments.${name}`,
    label,
    path: ['balanceAdjustments', name],
  })),
]

const openingLines = (): Line[] =>
  Object.entries({
    fixedAssets: 'Anläggningstillgångar',
    receivables: 'Fordringar',
    placements: 'Placeringar',
    cash: 'Likvida medel',
    equity: 'Eget kapital',
    provisions: 'Avsättningar',
    longTermDebt: 'Långfristiga skulder',
    shortTermDebt: 'Kortfristiga skulder',
    resultReserve: 'Därav resultatreserv',
  }).map(([name, label]) => ({
    key: `position.opening.${name}`,
    label,
    path: ['position', 'opening', name],
  }))

const printedTableLines = ({ id, name, lines }: PrintedTable, at: number): Line[] =>
  lines.map((line, i) => ({
    key: `tables.${id}.${line.id}`,
    label: `${name}, ${line.name}`,
    short: line.name,
    path: ['tables', at, 'lines', i, 'amounts'],
  }))

function yearRow(
  framework: Framework,
  { key, label, short = label, path, kind = 'amount' }: Line,
): FigureRow[] {
  const figures = framework.years.flatMap(({ year }, i): Figure[] => {
    const value = valueAt(framework, [...path, i])
    if (typeof value !== 'number') return []
    return [{ field: `${key}.${year}`, label: `${label} ${year}`, kind, path: [...path, i], value }]
  })
  return figures.length === 0 ? [] : [{ label: short, figures }]
}

function singleRow(framework: Framework, { key, label, path, kind = 'amount' }: Line): FigureRow[] {
  const value = valueAt(framework, path)
  return typeof value === 'number'
    ? [{ label, figures: [{ field: key, label, kind, path, value }] }]
    : []
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((at, step) => {
    if (typeof at !== 'object' || at === null) return undefined
    return Object.entries(at).find(([name]) => name === String(step))?.[1]
  }, value)
}
