import type { FigureFormat } from '~/budget/figure'
import {
  figureCharacter,
  type Block,
  type Inline,
  type SectionContent,
  type TextNode,
} from '~/proposal/section-content'

type Words = string | TextNode

const inline = (words: Words[]): Inline[] =>
  words.map(word => (typeof word === 'string' ? { type: 'text', text: word } : word))

/** A figure chip: the text comes from the statement. */
export const figure = (ref: string, format: FigureFormat): TextNode => ({
  type: 'text',
  text: figureCharacter,
  marks: [{ type: 'figure', attrs: { ref, format } }],
})

export const bold = (text: string): TextNode => ({ type: 'text', text, marks: [{ type: 'bold' }] })
export const italic = (text: string): TextNode => ({
  type: 'text',
  text,
  marks: [{ type: 'italic' }],
})

type Paragraph = Extract<Block, { type: 'paragraph' }>

export const paragraph = (...words: Words[]): Paragraph => ({
  type: 'paragraph',
  content: inline(words),
})
export const heading = (text: string): Block => ({
  type: 'heading',
  attrs: { level: 2 },
  content: inline([text]),
})

const item = (words: Words[]) => ({ type: 'listItem' as const, content: [paragraph(...words)] })

export const bullets = (...items: Words[][]): Block => ({
  type: 'bulletList',
  content: items.map(item),
})
export const numbers = (...items: Words[][]): Block => ({
  type: 'orderedList',
  content: items.map(item),
})
export const quote = (...words: Words[]): Block => ({
  type: 'blockquote',
  content: [paragraph(...words)],
})

export const text = (...blocks: Block[]): SectionContent => ({ type: 'doc', content: blocks })
