import { defaultFormat, figureOf, formatFigure, type FigureFormat } from './figure'
import { positionTables } from './position-tables'
import type { Statement } from './statement'

/** A figure that a writer can put into a text: what it is called, and how it reads today. */
export type FigureChoice = {
  readonly ref: string
  readonly label: string
  readonly format: FigureFormat
  readonly text: string
}

const columns = { change: 'ändring', proposed: 'förslag', base: 'ram' } as const

const lines = {
  frames: 'Summa ramar',
  netCosts: 'Verksamhetens nettokostnader',
  taxRevenue: 'Skatteintäkter',
  grants: 'Generella statsbidrag och utjämning',
  centralFinance: 'Finansförvaltning',
  financialNet: 'Finansnetto',
  result: 'Årets resultat',
} as const

const single = {
  otherRevenue: 'Nya bidrag och slutavräkning',
  additions: 'Satsningar',
  savings: 'Besparingar',
  lowerResult: 'Lägre resultat',
  gap: 'Kvar att finansiera',
  margin: 'Utrymme',
} as const

/** Every figure of the statement by reference and Swedish name, those that change most first: for the `#` list. */
export function figureChoices(statement: Statement): FigureChoice[] {
  return names(statement).flatMap(({ ref, label }) => {
    const figure = figureOf(statement, ref)
    if (figure === null) return []
    const format = defaultFormat(figure, statement.unit)
    const text = formatFigure(figure, format, statement.unit)
    return text === null ? [] : [{ ref, label, format, text }]
  })
}

type Name = { ref: string; label: string }

function names(statement: Statement): Name[] {
  const { years } = statement
  const boards = statement.boards.flatMap(board =>
    years.flatMap(year => perColumn(`frame.${board.id}.${year}`, `${board.name} ${year}`)),
  )
  const totals = Object.entries(lines).flatMap(([ref, label]) =>
    years.flatMap(year => perColumn(`${ref}.${year}`, `${label} ${year}`)),
  )
  const revenue = [...statement.grants, { id: 'settlement', name: 'Slutavräkning' }].flatMap(
    ({ id, name }) => years.flatMap(year => perColumn(`revenue.${id}.${year}`, `${name} ${year}`)),
  )
  const position = positionTables(statement.position).flatMap(({ rows }) =>
    rows.filter(({ ref }) => ref !== '' && !Object.hasOwn(lines, ref)),
  )
  const follows = [...new Map(position.map(({ ref, name }) => [ref, name]))].flatMap(
    ([ref, name]) => years.flatMap(year => perColumn(`${ref}.${year}`, `${name} ${year}`)),
  )
  const perYear = Object.entries(single).flatMap(([ref, label]) =>
    years.map(year => ({ ref: `${ref}.${year}`, label: `${label} ${year}` })),
  )
  return [
    { ref: 'tax.rate', label: 'Skattesats, förslag' },
    { ref: 'tax.change', label: 'Skattesats, ändring' },
    { ref: 'tax.base', label: 'Skattesats, ram' },
    ...years.map(year => ({ ref: `tax.${year}.new`, label: `Ny skatt ${year}` })),
    { ref: 'target', label: 'Resultatmål' },
    ...(new Set(statement.targets).size > 1
      ? years.map(year => ({ ref: `target.${year}`, label: `Resultatmål ${year}` }))
      : []),
    ...years.map(year => ({ ref: `resultShare.${year}`, label: `Resultatets andel ${year}` })),
    ...perYear,
    ...boards,
    ...totals,
    ...follows,
    ...revenue,
  ]
}

const perColumn = (ref: string, label: string): Name[] =>
  Object.entries(columns).map(([column, name]) => ({
    ref: `${ref}.${column}`,
    label: `${label}, ${name}`,
  }))
