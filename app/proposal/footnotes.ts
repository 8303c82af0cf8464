import { noteCharacter, type Inline, type Mark, type TextNode } from './section-content'

type Footnote = Extract<Mark, { type: 'footnote' }>

/** The footnote that a run of text is; null for words. */
export const footnoteOf = ({ marks = [] }: TextNode): string | null =>
  marks.find((mark): mark is Footnote => mark.type === 'footnote')?.attrs.text ?? null

/** The texts of the footnotes in a paragraph, in order. Equal ones side by side lie on one run. */
export const footnotesIn = (content: readonly Inline[]): string[] =>
  content.flatMap(node => {
    const text = node.type === 'text' ? footnoteOf(node) : null
    return text === null || node.type !== 'text' ? [] : notesOf(node, text)
  })

const notesOf = (node: TextNode, text: string): string[] =>
  [...node.text].filter(character => character === noteCharacter).map(() => text)
