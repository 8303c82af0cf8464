import { formatOre, formatRate, formatShare } from '~/budget/format'
import type { TableUnit } from '~/budget/framework'
import { subtract, sum, zero, type Tkr } from '~/budget/money'
import { ore, type Ore, type Ratio } from '~/budget/rate'
import { formatShareChange } from '~/budget/share-change'
import { formatIn, formatSignedIn } from '~/budget/table-unit'
import type { Compared, ComparedYear, RivalComparison } from './rival-comparison'

/** Rows with what the base says, what we propose, what they do, and the difference, each as it is printed. */
export type RivalTable = {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[]
  /** The last row is the sum of all boards of each side. */
  readonly summed: boolean
}

/** Stands for what a side's framework does not say. */
const unknown = 'inte känt'

/** The main figures of a year. Kvar is measured against each side's own target. */
export function mainTables(
  { years, taxRate }: RivalComparison,
  unit: TableUnit,
  theirs: string,
): RivalTable[] {
  const more = positionRows.filter(({ isTold }) => years.some(isTold))
  return years.map(each => ({
    name: String(each.year),
    heads: ['Ramen', 'Vi', theirs, 'Skillnad'],
    summed: false,
    rows: [
      { name: `Kvar att finansiera, ${unit}`, cells: amounts(each.gap, unit) },
      { name: `Resultat, ${unit}`, cells: amounts(each.result, unit) },
      { name: 'Resultat, % av skatt och bidrag; skillnad i procentenheter', cells: shares(each) },
      { name: `Nämndernas ramar, ${unit}`, cells: amounts(each.frames, unit) },
      ...more.map(({ name, of }) => ({ name: `${name}, ${unit}`, cells: amounts(of(each), unit) })),
      {
        name: 'Skattesats, kronor per skattekrona',
        cells: [...[taxRate.base, taxRate.ours, taxRate.theirs].map(rate), rateDifference(taxRate)],
      },
    ],
  }))
}

/** What moves no result. Told where a side knows it, and of the balance requirement where it is another result. */
const positionRows: readonly {
  readonly name: string
  readonly of: (year: ComparedYear) => Compared
  readonly isTold: (year: ComparedYear) => boolean
}[] = [
  {
    name: 'Balanskravsresultat',
    of: year => year.balanceResult,
    isTold: ({ balanceResult, result }) =>
      (['base', 'ours', 'theirs'] as const).some(side => balanceResult[side] !== result[side]),
  },
  ...(
    [
      ['Investeringar', 'investments'],
      ['Nya lån', 'newLoans'],
      ['Låneram', 'borrowingLimit'],
    ] as const
  ).map(([name, of]) => ({
    name,
    of: (year: ComparedYear) => year[of],
    isTold: (year: ComparedYear) => year[of].ours !== null || year[of].theirs !== null,
  })),
]

const shares = ({ share: { base, ours, theirs } }: ComparedYear): string[] => [
  ...[base, ours, theirs].map(shareText),
  ours && theirs ? formatShareChange(ours, theirs) : unknown,
]

/** The boards of both, a table a year. Where their base has another frame of a board, it stands in a column of its own. */
export function boardTables(
  { years, boards }: RivalComparison,
  unit: TableUnit,
  theirs: string,
): RivalTable[] {
  if (boards.length === 0) return []
  const otherBase = boards.some(board => board.years.some(({ theirBase }) => theirBase !== null))
  const cells = (figures: Compared) =>
    otherBase
      ? amounts(figures, unit).toSpliced(2, 0, amountIn(unit, figures.theirBase ?? figures.base))
      : amounts(figures, unit)
  return years.map(({ year, frames }, i) => ({
    name: String(year),
    heads: ['Ramen', 'Vi', ...(otherBase ? ['Deras ram'] : []), theirs, 'Skillnad'],
    summed: true,
    rows: [
      ...boards.flatMap(board => {
        const figures = board.years[i]
        const { name, theirName } = board
        return figures
          ? { name: theirName ? `${name} (deras: ${theirName})` : name, cells: cells(figures) }
          : []
      }),
      ...restRow(
        frames,
        boards.flatMap(board => board.years[i] ?? []),
        cells,
      ),
      { name: 'Alla nämnder', cells: cells(frames) },
    ],
  }))
}

/** The boards that only one side has, together, so that the rows add up to the sum. */
function restRow(
  all: Compared,
  shared: readonly Compared[],
  cells: (figures: Compared) => string[],
): RivalTable['rows'] {
  const rest = (pick: (figures: Compared) => Tkr | null): Tkr | null => {
    const parts = shared.map(pick)
    const whole = pick(all)
    return whole === null || !parts.every(part => part !== null)
      ? null
      : subtract(whole, sum(parts))
  }
  const [ours, theirs] = [rest(one => one.ours), rest(one => one.theirs)]
  if (ours === null || theirs === null || (ours === zero && theirs === zero)) return []
  const figures = {
    base: rest(one => one.base),
    ours,
    theirBase: rest(one => one.theirBase ?? one.base),
    theirs,
    difference: subtract(theirs, ours),
  }
  return [{ name: 'Nämnder som bara ett förslag har', cells: cells(figures) }]
}

const amounts = ({ base, ours, theirs, difference }: Compared, unit: TableUnit): string[] => [
  ...[base, ours, theirs].map(amount => amountIn(unit, amount)),
  difference === null ? unknown : formatSignedIn(unit, difference),
]

const amountIn = (unit: TableUnit, amount: Tkr | null): string =>
  amount === null ? unknown : formatIn(unit, amount)
const shareText = (ratio: Ratio | null): string => (ratio ? formatShare(ratio) : unknown)
const rate = (known: Ore | null): string => (known === null ? unknown : formatRate(known))

function rateDifference({ ours, theirs }: RivalComparison['taxRate']): string {
  if (ours === null || theirs === null) return unknown
  const away = ore(theirs - ours)
  return `${away > 0 ? '+' : ''}${formatOre(away)}`
}

type Names = readonly (string | number)[]
const list = (names: Names) => names.join(', ')
const note = (names: Names, text: string) => (names.length > 0 ? [text] : [])

/** What the two bases do not share, in sentences for the reader; none where they are the same. */
export function apartNotes({ apart, years }: RivalComparison): string[] {
  return [
    ...(apart.municipality === null ? [] : [`Förslaget gäller ${apart.municipality}.`]),
    ...(apart.base === null ? [] : [`Förslaget bygger på en annan ram: ${apart.base}.`]),
    ...(years.length === 0 ? ['Förslagen har inga år gemensamt, så inget går att jämföra.'] : []),
    ...note(apart.onlyOurYears, `Bara vårt förslag har åren ${list(apart.onlyOurYears)}.`),
    ...note(apart.onlyTheirYears, `Bara det andra har åren ${list(apart.onlyTheirYears)}.`),
    ...note(apart.onlyOurBoards, `Bara hos oss: ${list(apart.onlyOurBoards)}.`),
    ...note(apart.onlyTheirBoards, `Bara hos det andra: ${list(apart.onlyTheirBoards)}.`),
    ...note(
      apart.otherFrames,
      `Ramen före ändringar är en annan för ${list(apart.otherFrames)}: skillnaden beror då också på den.`,
    ),
    ...(apart.lost === 0
      ? []
      : [
          `${apart.lost} av det andra förslagets ändringar gäller nämnder som dess ram inte har. De räknas inte.`,
        ]),
  ]
}
