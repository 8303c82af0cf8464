import { z } from 'zod'
import { prose, singleLine } from '~/budget/wording'
import { FigureFormat, FigureReference } from '~/budget/figure-reference'

/** The character that stands for a figure in the text. What is shown comes from the statement, by the mark's reference. */
export const figureCharacter = '\uFFFC'

/** Lists stand in one another no deeper than this: a hostile document must not exhaust the stack. */
export const deepestList = 13

/** The character that stands for a footnote, whose text its mark holds. */
export const noteCharacter = '\u2020'

/** The longest footnote, in characters. */
export const longestNote = 2000
/** The most characters of a section's title. */
export const longestTitle = 200

export const Mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({
      href: z
        .string()
        .max(2000)
        .regex(/^(https?:\/\/|mailto:)/i),
    }),
  }),
  z.strictObject({
    type: z.literal('figure'),
    attrs: z.strictObject({ ref: FigureReference, format: FigureFormat }),
  }),
  z.strictObject({ type: z.literal('freestanding') }),
  z.strictObject({
    type: z.literal('promise'),
    attrs: z
      .strictObject({ amendment: singleLine(60).nullable(), measure: singleLine(60).nullable() })
      .describe('The measure that pays for it; both null: within the frame (inom ram)'),
  }),
  z.strictObject({
    type: z.literal('footnote'),
    attrs: z
      .strictObject({ text: singleLine(longestNote) })
      .describe('Lies on one U+2020; footnotes are numbered by where they stand'),
  }),
])
export type Mark = z.infer<typeof Mark>

export const TextNode = z.strictObject({
  type: z.literal('text'),
  text: prose(200_000).min(1),
  marks: z.array(Mark).max(8).optional(),
})
export type TextNode = z.infer<typeof TextNode>

const Inline = z.discriminatedUnion('type', [
  TextNode,
  z.strictObject({ type: z.literal('hardBreak') }),
])
export type Inline = z.infer<typeof Inline>

const inlineContent = z.array(Inline).max(20_000).optional()

export const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlineContent })
export const Heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.literal([2, 3]) }),
  content: inlineContent,
})

export const ListItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z
      .array(z.discriminatedUnion('type', [Paragraph, BulletList, OrderedList]))
      .min(1)
      .max(500)
  },
})
export const BulletList = z.strictObject({
  type: z.literal('bulletList'),
  get content() {
    return z.array(ListItem).min(1).max(2000)
  },
})
export const OrderedList = z.strictObject({
  type: z.literal('orderedList'),
  get content() {
    return z.array(ListItem).min(1).max(2000)
  },
})
export const Blockquote = z.strictObject({
  type: z.literal('blockquote'),
  content: z
    .array(z.discriminatedUnion('type', [Paragraph, BulletList, OrderedList]))
    .min(1)
    .max(500),
})

const cellContent = z.array(Paragraph).min(1).max(500)
const TableHeader = z.strictObject({ type: z.literal('tableHeader'), content: cellContent })
const TableCell = z.strictObject({ type: z.literal('tableCell'), content: cellContent })
const TableRow = z.strictObject({
  type: z.literal('tableRow'),
  content: z
    .array(z.discriminatedUnion('type', [TableHeader, TableCell]))
    .min(1)
    .max(200),
})
export type TableRow = z.infer<typeof TableRow>

/** The first row heads the columns; every row has a cell in each of them. */
export const Table = z.strictObject({
  type: z.literal('table'),
  content: z.array(TableRow).min(1).max(2000),
})
export type Table = z.infer<typeof Table>

/** The name of an image: the SHA-256 of its bytes. */
export const ImageName = z.string().regex(/^[0-9a-f]{64}$/)

/** The longest description of an image, and the longest line under it, in characters. */
export const longestAlt = 500
export const longestCaption = 300

const pixels = z.int().min(1).max(65_535)
export const ImageBlock = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({
    sha256: ImageName,
    alt: singleLine(longestAlt).describe('What it shows, for those who do not see it'),
    width: pixels,
    height: pixels,
    caption: singleLine(longestCaption).optional().describe('Printed under it'),
  }),
})
export type ImageBlock = z.infer<typeof ImageBlock>

export const Block = z.discriminatedUnion('type', [
  Paragraph,
  Heading,
  BulletList,
  OrderedList,
  Blockquote,
  Table,
  ImageBlock,
])
export type Block = z.infer<typeof Block>

/** A section's text as the editor's JSON, without comment marks and authors. */
export const SectionContent = z.strictObject({
  type: z.literal('doc'),
  content: z.array(Block).max(20_000),
})
export type SectionContent = z.infer<typeof SectionContent>
