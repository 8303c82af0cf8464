import { figureText } from '~/budget/figure'
import { financingParts, partName } from '~/budget/financing-parts'
import { fault, type Finding } from '~/budget/finding'
import { inForce } from '~/budget/in-force'
import { subtract, sum, zero, type Tkr } from '~/budget/money'
import type { Statement } from '~/budget/statement'
import { inWords } from '~/budget/table-unit'
import { amountsIn, freeAmounts } from './amounts'
import { footnotesIn } from './footnotes'
import { figureCharacter, type TextNode } from './section-content'
import type { Snapshot, SnapshotSection } from './snapshot'
import { textBlocks, type TextBlock } from './text-blocks'

const rule = 'Varje belopp i texten ska följa budgeten (KL 11:6)'

/** C05: every amount in the text comes from the statement; what does not is marked *fristående*. */
export const checkText = (snapshot: Snapshot, statement: Statement): Finding[] => [
  ...checkSections(snapshot, statement),
  ...checkMotivations(snapshot),
]

/** A motivation has no room for a figure, so an amount in it can go stale: a warning. */
const checkMotivations = ({ amendments }: Snapshot): Finding[] =>
  inForce(amendments).flatMap(({ id, number, motivation }) =>
    amountsIn(motivation).map(({ text }) => ({
      id: 'C05',
      severity: 'warning' as const,
      place: `amendment:${id}`,
      message: `Motiveringen till Ä${number} har beloppet ”${text}”, som inte följer budgeten. Skriv det hellre som en siffra i avsnittet.`,
    })),
  )

const checkSections = ({ sections }: Snapshot, statement: Statement): Finding[] =>
  sections.flatMap((section, i) => {
    const place = `section:${section.id}`
    return [
      ...checkTitle(section, i + 1, place),
      ...textBlocks(section.content).flatMap(block => {
        const where = `Avsnitt ${i + 1}, stycke ${block.number}`
        return [
          ...checkFree(block, where, place),
          ...checkChips(block, where, place, statement),
          ...checkNotes(block, where, place),
        ]
      }),
    ]
  })

const checkTitle = ({ title }: SnapshotSection, number: number, place: string): Finding[] =>
  amountsIn(title).map(({ text }) =>
    fault(
      'C05',
      place,
      `Rubriken till avsnitt ${number} har beloppet ”${text}”. ${rule}: flytta det till texten och koppla det där.`,
    ),
  )

const checkFree = ({ content }: TextBlock, where: string, place: string): Finding[] =>
  freeAmounts(content).map(({ text }) =>
    fault(
      'C05',
      place,
      `${where}: ”${text}” följer ingen rad. ${rule}: koppla beloppet till en rad eller märk det som fristående.`,
    ),
  )

/** A footnote has no room for a figure, and its amounts are mostly those of a source: a warning. */
const checkNotes = ({ content }: TextBlock, where: string, place: string): Finding[] =>
  footnotesIn(content).flatMap(note =>
    amountsIn(note).map(({ text }) => ({
      id: 'C05',
      severity: 'warning' as const,
      place,
      message: `${where}: fotnoten har beloppet ”${text}”, som inte följer budgeten. Är det förslagets eget, skriv det hellre som en siffra i texten.`,
    })),
  )

function checkChips(
  { content }: TextBlock,
  where: string,
  place: string,
  statement: Statement,
): Finding[] {
  return content.flatMap(node => {
    if (node.type !== 'text') return []
    const reason = chipFault(node, statement)
    return reason === null ? [] : fault('C05', place, `${where}: ${reason} ${rule}.`)
  })
}

function chipFault(node: TextNode, statement: Statement): string | null {
  const mark = node.marks?.find(candidate => candidate.type === 'figure')
  if (mark?.type !== 'figure')
    return node.text.includes(figureCharacter)
      ? 'En siffra har förlorat sin koppling. Ta bort den och infoga den igen.'
      : null
  if (node.text.replaceAll(figureCharacter, '') !== '')
    return `Siffran ${mark.attrs.ref} står på vanlig text, ”${node.text.slice(0, 40)}”. Ta bort den och infoga den igen.`
  return figureText(statement, mark.attrs.ref, mark.attrs.format) === null
    ? `Siffran ${nameOf(mark.attrs.ref)} (${mark.attrs.format}) finns inte i budgeten. Koppla den till en rad som finns.`
    : null
}

const columns: Readonly<Record<string, string>> = {
  base: 'ram',
  change: 'ändring',
  proposed: 'förslag',
}

/** A figure whose row is gone, as far as its reference tells: ”BUN 2025, ändring”. */
function nameOf(ref: string): string {
  const [line, board, year, column = ''] = ref.split('.')
  const named = line === 'frame' ? columns[column] : undefined
  return named === undefined ? ref : `”${board} ${year}, ${named}”`
}

/**
 * C04: where the document names how a year is paid for, the named parts cover the additions (F16; KL 11:6). The
 * identity itself always holds; what can fail is that the text or a clause leaves a part out.
 */
export function checkFinancing(
  snapshot: Snapshot,
  { years, financing, unit }: Statement,
): Finding[] {
  const words = inWords(unit)
  const named = namedReferences(snapshot)
  return years.flatMap((year, i) => {
    const amounts = financing[i]
    const parts = financingParts.filter(({ ref }) => named.has(ref(year)))
    if (amounts === undefined || parts.length === 0) return []
    const covered = sum(parts.map(({ part }) => amounts[part]))
    const rest: Tkr = subtract(amounts.additions, covered)
    if (rest === zero) return []
    const missing = financingParts.filter(
      ({ part, ref }) => !named.has(ref(year)) && amounts[part] !== 0,
    )
    const mend = missing
      .map(({ part }) => `${partName(part, [amounts[part]]).toLowerCase()} ${words(amounts[part])}`)
      .join(', ')
    return fault(
      'C04',
      named.get(financingRef(parts, year)) ?? 'clauses',
      `Satsningarna ${year} är ${words(amounts.additions)}, men finansieringen som texten nämner är ${words(covered)}, rest ${words(rest)}. Finansieringen ska täcka (KL 11:6): nämn också ${mend}.`,
    )
  })
}

const financingRef = (parts: readonly (typeof financingParts)[number][], year: number): string =>
  parts[0]?.ref(year) ?? ''

/** Every reference in text and clauses, with the place where it is first named. */
function namedReferences({ sections, clauses }: Snapshot): Map<string, string> {
  const named = new Map<string, string>()
  const add = (ref: string, place: string) => named.has(ref) || named.set(ref, place)
  for (const section of sections)
    for (const { content } of textBlocks(section.content))
      for (const node of content)
        for (const mark of node.type === 'text' ? (node.marks ?? []) : [])
          if (mark.type === 'figure') add(mark.attrs.ref, `section:${section.id}`)
  for (const { id, template } of clauses)
    for (const match of template.matchAll(/\{([^{}|]*)[^{}]*\}/g))
      add(match[1] ?? '', `clause:${id}`)
  return named
}
