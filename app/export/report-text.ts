import { figureText } from '~/budget/figure'
import type { Statement } from '~/budget/statement'
import {
  figureCharacter,
  type Block as Written,
  type Inline,
  type ListItem,
  type SectionContent,
  type Table,
  type TableRow,
  type TextNode,
} from '~/proposal/section-content'
import { footnotesIn } from '~/proposal/footnotes'
import { pledgeOf, pledgeRow, samePledge, type Pledge, type PledgeRow } from '~/proposal/promise'
import type { Snapshot, SnapshotImage } from '~/proposal/snapshot'
import type { z } from 'zod'
import type { Block, Run } from './report'

/** What the figures and the promises of a text are read from. */
type Source = {
  readonly statement: Statement
  readonly rows: readonly PledgeRow[]
  readonly images: Images
}

/** The images that a version holds, by their names. */
type Images = NonNullable<Snapshot['images']>

/** How an image's file is called beside the report. */
export const imageFile = (sha256: string, type: SnapshotImage['type']): string =>
  `${sha256}.${type}`

/** Where a chip's figure no longer is in the statement: C05 stops the export of such a version. */
export const lostFigure = '[uppgift saknas]'

/**
 * A section's text as blocks, its chips written out from the statement. The section's own title is of level 2, so its
 * headings begin at 3 and skip no level, whatever the writer chose; empty headings and paragraphs are left out.
 */
export function textBlocks(
  content: SectionContent,
  statement: Statement,
  rows: readonly PledgeRow[] = [],
  images: Images = {},
): Block[] {
  const source: Source = { statement, rows, images }
  let deepest: 2 | 3 = 2
  return content.content.flatMap((written): Block[] => {
    if (written.type !== 'heading') return blocksOf(written, source)
    const runs = runsOf(written.content ?? [], source)
    const text = runText(runs).trim()
    if (text === '') return []
    const level = written.attrs.level === 3 && deepest === 3 ? 4 : 3
    deepest = 3
    const notes = runs.filter(run => run.type === 'note')
    return [
      { type: 'heading', level, text },
      // a heading stands in the contents too, where it has no foot
      ...(notes.length > 0 ? [{ type: 'paragraph' as const, runs: notes }] : []),
    ]
  })
}

function blocksOf(written: Exclude<Written, { type: 'heading' }>, source: Source): Block[] {
  switch (written.type) {
    case 'paragraph': {
      const runs = runsOf(written.content ?? [], source)
      return runs.some(hasInk) ? [{ type: 'paragraph', runs }] : []
    }
    case 'bulletList':
    case 'orderedList': {
      const items = written.content
        .map((item: z.infer<typeof ListItem>) =>
          item.content.flatMap(part => blocksOf(part, source)),
        )
        .filter(item => item.length > 0)
      return items.length > 0
        ? [{ type: 'list', ordered: written.type === 'orderedList', items }]
        : []
    }
    case 'blockquote': {
      const blocks = written.content.flatMap(part => blocksOf(part, source))
      return blocks.length > 0 ? [{ type: 'quote', blocks }] : []
    }
    case 'table':
      return tableOf(written, source)
    case 'image': {
      const held = source.images[written.attrs.sha256]
      const file = held ? imageFile(written.attrs.sha256, held.type) : null
      return [{ type: 'picture', file, ...written.attrs }]
    }
  }
}

function tableOf({ content }: Table, source: Source): Block[] {
  const [head = [], ...rows] = content.map(row => row.content.map(cell => cellRuns(cell, source)))
  if (![head, ...rows].flat().some(runs => runs.some(hasInk))) return []
  const figures = head.map((_, i) => {
    const cells = rows.map(row => runText(row[i] ?? []).trim()).filter(text => text !== '')
    return cells.length > 0 && cells.every(text => isFigure.test(text))
  })
  return [{ type: 'written-table', head, rows, figures }]
}

/** A number with its sign and unit, or the dash that stands for none. */
const isFigure =
  /^(?:[–-]|[+−-]?\d[\d\s.,:]*(?:tkr|mnkr|öre|%|kr|kronor|miljoner kronor|procent(?:enheter)?)?)$/u

const cellRuns = ({ content }: TableRow['content'][number], source: Source): Run[] =>
  content.flatMap((paragraph, i) => [
    ...(i > 0 ? [{ type: 'break' } as const] : []),
    ...runsOf(paragraph.content ?? [], source),
  ])

const hasInk = (run: Run): boolean =>
  run.type === 'figure' || run.type === 'note' || (run.type === 'text' && run.text.trim() !== '')

/** Running text with its marks; a chip becomes a figure, split from its unit, and a promise gets its note. */
const runsOf = (content: readonly Inline[], { statement, rows }: Source): Run[] =>
  content.flatMap((inline, i) => {
    if (inline.type === 'hardBreak') return [{ type: 'break' } as const]
    const runs = textRuns(inline, statement)
    const pledge = pledgeOf(inline)
    const ends = pledge && !samePledge(pledge, pledgeOf(content[i + 1]))
    return ends ? [...runs, ...pledgeNote(pledge, rows)] : runs
  })

/** Where the money of a promise stands; nothing for what is within the frame, or has no money (C23 warns of it). */
function pledgeNote(pledge: Pledge, rows: readonly PledgeRow[]): Run[] {
  const row = pledgeRow(rows, pledge)
  if (row?.standing !== 'in-force') return []
  const text = `Pengarna är Ä${row.number} ${row.line}, varav ${row.measure.name}, i tabellen Ändringarna var för sig.`
  return [{ type: 'note', runs: [{ type: 'text', text }] }]
}

function textRuns(node: TextNode, statement: Statement): Run[] {
  const marks = node.marks ?? []
  const notes = footnotesIn([node])
  if (notes.length > 0) return notes.map(text => ({ type: 'note', runs: [{ type: 'text', text }] }))
  const chip = marks.find(mark => mark.type === 'figure')
  const link = marks.find(mark => mark.type === 'link')
  const look = {
    ...(marks.some(mark => mark.type === 'bold') && { strong: true as const }),
    ...(marks.some(mark => mark.type === 'italic') && { emphasis: true as const }),
    ...(link && { href: link.attrs.href }),
  }
  if (!chip) return [{ type: 'text', text: node.text, ...look }]
  const text = figureText(statement, chip.attrs.ref, chip.attrs.format)
  return [...node.text]
    .filter(character => character === figureCharacter)
    .map(() => (text === null ? { type: 'text', text: lostFigure, ...look } : figureRun(text)))
}

/** `50 miljoner kronor` as its digits and its unit. */
export function figureRun(text: string): Run {
  const amount = /^.*\d/su.exec(text)?.[0] ?? text
  return { type: 'figure', amount, unit: text.slice(amount.length) }
}

export const runText = (runs: readonly Run[]): string =>
  runs
    .map(run => {
      switch (run.type) {
        case 'text':
          return run.text
        case 'figure':
          return run.amount + run.unit
        case 'break':
          return ' '
        case 'note':
          return ''
      }
    })
    .join('')
