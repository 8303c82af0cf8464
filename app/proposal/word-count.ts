import { footnotesIn } from './footnotes'
import { figureCharacter, type Block, type Inline, type SectionContent } from './section-content'

// a number with its groups and decimals is one word, as are bok-hylla, kl. and VA:s
const word = /\d[\d\u00A0.,]*\d|[\p{L}\p{M}\p{N}]+(?:[-–’':&/][\p{L}\p{M}\p{N}]+)*|\uFFFC/gu

/** The words of a text; a figure is one, however it is shown. */
export const wordsOf = (text: string): number => text.match(word)?.length ?? 0

/** The words of a section's text. */
export const wordsIn = ({ content }: SectionContent): number => sum(content.map(wordsOfBlock))

function wordsOfBlock(block: Block): number {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return wordsOf((block.content ?? []).map(textOf).join(''))
    case 'blockquote':
      return sum(block.content.map(wordsOfBlock))
    case 'bulletList':
    case 'orderedList':
      return sum(block.content.flatMap(item => item.content.map(wordsOfBlock)))
    case 'image':
      return wordsOf(block.attrs.caption ?? '')
    case 'table':
      return sum(
        block.content.flatMap(row => row.content.flatMap(cell => cell.content.map(wordsOfBlock))),
      )
  }
}

/** A figure is a word of its own, also where nothing parts it from the next; a footnote has its words. */
const textOf = (node: Inline): string => {
  if (node.type !== 'text') return ' '
  const notes = footnotesIn([node])
  if (notes.length > 0) return ` ${notes.join(' ')} `
  return node.text.replaceAll(figureCharacter, ` ${figureCharacter} `)
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)
