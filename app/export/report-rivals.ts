import type { Rival } from '~/proposal/rival'
import { baseOf, compareRival, type RivalComparison } from '~/proposal/rival-comparison'
import { apartNotes, boardTables, mainTables, type RivalTable } from '~/proposal/rival-tables'
import type { Snapshot } from '~/proposal/snapshot'
import type { Block } from './report'
import { dateText } from './report-imprint'
import { paragraphs, type Sentence } from './report-sentence'

/** Ours beside each other proposal that the version was frozen with: boards, tax and result, year by year. */
export function rivalBlocks({ framework, amendments, rivals = [] }: Snapshot): Block[] {
  if (rivals.length === 0) return []
  const ours = { framework, amendments }
  return [
    ...paragraphs([introOf(rivals)]),
    ...rivals.flatMap(rival => {
      const theirs = { framework: baseOf(rival, framework), amendments: rival.amendments }
      return comparisonBlocks(rival, compareRival(ours, theirs), framework.unit)
    }),
  ]
}

const introOf = (rivals: readonly Rival[]): Sentence[] => [
  [
    rivals.length === 1
      ? 'Här står vårt förslag bredvid ett annat, som partigruppen har skrivit av eller läst in.'
      : 'Här står vårt förslag bredvid andra, som partigruppen har skrivit av eller läst in.',
  ],
  ['Inget av det räknas i vårt förslag, och att-satserna bygger inte på det.'],
  ['Skillnad är det andra förslaget minus vårt.'],
  ['Kvar att finansiera mäts mot vart och ett förslags eget resultatmål.'],
]

function comparisonBlocks(
  { name, source, datedOn }: Rival,
  comparison: RivalComparison,
  unit: Snapshot['framework']['unit'],
): Block[] {
  const from = `Hämtat ur: ${source}${datedOn === null ? '' : `, ${dateText(datedOn)}`}.`
  return [
    { type: 'heading', level: 2, text: name },
    ...paragraphs([[[from], ...apartNotes(comparison).map(note => [note])]]),
    ...mainTables(comparison, unit, columnOf(name)).map(table =>
      blockOf(table, 'Post', `Vi och ${name}, ${table.name}`),
    ),
    ...boardTables(comparison, unit, columnOf(name)).map(table =>
      blockOf(table, 'Nämnd', `Nämndernas ramar, vi och ${name}, ${table.name}, ${unit}`),
    ),
  ]
}

/** A longer name would push the amounts out of their columns: the table's caption has it whole. */
const columnOf = (name: string): string => (name.length <= widestName ? name : 'De')
const widestName = 16

const blockOf = ({ heads, rows, summed }: RivalTable, first: string, caption: string): Block => ({
  type: 'amount-table',
  caption,
  first,
  years: heads,
  rows: rows.map(({ name, cells }, i) => ({
    label: name,
    kind: summed && i === rows.length - 1 ? 'sum' : 'line',
    changed: false,
    years: cells,
  })),
})
