import { figureText } from '~/budget/figure'
import type { Statement } from '~/budget/statement'
import {
  figureCharacter,
  type Block as Written,
  type Inline,
  type ListItem,
  type SectionContent,
  type TextNode,
} from '~/proposal/section-content'
import type { z } from 'zod'
import type { Block, Run } from './report'

/** Where a chip's figure no longer is in the statement: C05 stops the export of such a version. */
export const lostFigure = '[uppgift saknas]'

/**
 * A section's text as blocks, its chips written out from the statement. The section's own title is of level 2, so its
 * headings begin at 3 and skip no level, whatever the writer chose; empty headings and paragraphs are left out.
 */
export function textBlocks(content: SectionContent, statement: Statement): Block[] {
  let deepest: 2 | 3 = 2
  return content.content.flatMap((written): Block[] => {
    if (written.type !== 'heading') return blocksOf(written, statement)
    const text = plainText(written.content ?? [], statement).trim()
    if (text === '') return []
    const level = written.attrs.level === 3 && deepest === 3 ? 4 : 3
    deepest = 3
    return [{ type: 'heading', level, text }]
  })
}

function blocksOf(written: Exclude<Written, { type: 'heading' }>, statement: Statement): Block[] {
  switch (written.type) {
    case 'paragraph': {
      const runs = runsOf(written.content ?? [], statement)
      return runs.some(hasInk) ? [{ type: 'paragraph', runs }] : []
    }
    case 'bulletList':
    case 'orderedList': {
      const items = written.content
        .map((item: z.infer<typeof ListItem>) =>
          item.content.flatMap(part => blocksOf(part, statement)),
        )
        .filter(item => item.length > 0)
      return items.length > 0
        ? [{ type: 'list', ordered: written.type === 'orderedList', items }]
        : []
    }
    case 'blockquote': {
      const blocks = written.content.flatMap(part => blocksOf(part, statement))
      return blocks.length > 0 ? [{ type: 'quote', blocks }] : []
    }
  }
}

const hasInk = (run: Run): boolean =>
  run.type === 'figure' || (run.type === 'text' && run.text.trim() !== '')

/** Running text with its marks; a chip becomes a figure, split from its unit. */
export const runsOf = (content: readonly Inline[], statement: Statement): Run[] =>
  content.flatMap(inline =>
    inline.type === 'hardBreak' ? [{ type: 'break' } as const] : textRuns(inline, statement),
  )

function textRuns(node: TextNode, statement: Statement): Run[] {
  const marks = node.marks ?? []
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

/** What is read when the marks are left out. */
export const plainText = (content: readonly Inline[], statement: Statement): string =>
  runText(runsOf(content, statement))

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
