import { prosemirrorJSONToYDoc, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { z } from 'zod'
import {
  deepestList,
  figureCharacter,
  ImageBlock,
  Mark,
  noteCharacter,
  type Block,
  type Inline,
  type ListItem as ListItemSchema,
  type SectionContent,
  type Table,
  type TableRow,
  type TextNode,
} from '~/proposal/section-content'
import { editorSchema } from './editor-schema'
import { runsOf, suggestionsOf, type Run } from './suggested-text'
import { markName } from './mark-name'

type ListItem = z.infer<typeof ListItemSchema>
type InnerBlock = Extract<Block, { type: 'paragraph' | 'bulletList' | 'orderedList' }>

/** An empty copy of a section. */
export const sectionDoc = (): Y.Doc => asWritten(new Y.Doc())

/**
 * Makes a document hold what was written into it, and nothing else. Yjs takes away the ends of marks that look needless
 * when something comes in, each copy by itself: that stands in no row of the log, so that a mark would reach further in
 * the copies that have done it than in those that are built anew.
 */
export function asWritten<Document extends Y.Doc>(doc: Document): Document {
  doc.on('afterTransaction', transaction => {
    transaction._needFormattingCleanup = false
  })
  return doc
}

/** The part of a section's Y.Doc that holds its text. */
export const textFragment = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('default')

/**
 * The first update of a new section's log. Made once and stored: a document that is made from JSON twice holds
 * everything twice. Takes section content, and the editor's own JSON with comment marks.
 */
export function firstUpdate(content: { type: 'doc'; content: object[] }): Uint8Array {
  const doc = content.content.length
    ? prosemirrorJSONToYDoc(editorSchema, content, 'default')
    : new Y.Doc()
  return Y.encodeStateAsUpdate(doc)
}

/** A document from the rows of its log, in any order and with repeats. */
export function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = sectionDoc()
  // One by one inside one transaction: Y.mergeUpdates is superlinear in the number of small updates.
  doc.transact(() => {
    for (const update of updates) applyReadable(doc, update)
  })
  return doc
}

/** One update that Yjs cannot read must not shut everybody out of a section. */
export function applyReadable(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update)
  } catch {
    // It was refused when it came, for the same reason, and never acknowledged: nothing is lost with it.
  }
}

/**
 * The text as a snapshot holds it: without comment marks, and as if every suggestion were rejected. Whatever a client
 * wrote into the document, the answer fits the schema of section content: what does not belong there is left out.
 */
export function contentOf(doc: Y.Doc): SectionContent {
  return { type: 'doc', content: elementsOf(textFragment(doc)).flatMap(blockOf) }
}

/** The editor's own JSON, with comment marks: what a version keeps beside its snapshot, for restore. */
export function editorContentOf(doc: Y.Doc): { type: 'doc'; content: object[] } {
  const { content } = yXmlFragmentToProsemirrorJSON(textFragment(doc))
  return { type: 'doc', content: Array.isArray(content) ? content.flat() : [] }
}

/** The threads whose words still stand in the text. */
export function threadsIn(doc: Y.Doc): Set<string> {
  const found = new Set<string>()
  const visit = (parent: Y.XmlFragment) => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) threadsOfText(child).forEach(id => found.add(id))
      else if (child instanceof Y.XmlElement) visit(child)
    }
  }
  visit(textFragment(doc))
  return found
}

const threadsOfText = (text: Y.XmlText): string[] => runsOf(text).flatMap(threadsOfRun)

/** The threads that lie on a run of a text. */
export const threadsOfRun = ({ attributes }: Run): string[] =>
  Object.entries(attributes ?? {}).flatMap(([key, value]) =>
    markName(key) === 'comment' && typeof value?.threadId === 'string' ? [value.threadId] : [],
  )

const elementsOf = (parent: Y.XmlFragment): Y.XmlElement[] =>
  parent.toArray().filter(child => child instanceof Y.XmlElement)

function blockOf(element: Y.XmlElement): Block[] {
  if (element.nodeName === 'heading') {
    const level = Number(element.getAttribute('level')) === 3 ? 3 : 2
    return [{ type: 'heading', attrs: { level }, ...inlineContent(element) }]
  }
  if (element.nodeName === 'blockquote') {
    const content = elementsOf(element).flatMap(child => innerBlockOf(child, 0))
    return content.length ? [{ type: 'blockquote', content }] : []
  }
  if (element.nodeName === 'table') return tableOf(element)
  if (element.nodeName === 'image') return imageOf(element)
  return innerBlockOf(element, 0)
}

function innerBlockOf(element: Y.XmlElement, depth: number): InnerBlock[] {
  const type = element.nodeName
  if (type === 'paragraph') return [{ type, ...inlineContent(element) }]
  if ((type !== 'bulletList' && type !== 'orderedList') || depth >= deepestList) return []
  const content = elementsOf(element).flatMap(child => listItemOf(child, depth + 1))
  return content.length ? [{ type, content }] : []
}

function listItemOf(element: Y.XmlElement, depth: number): ListItem[] {
  if (element.nodeName !== 'listItem') return []
  const content = elementsOf(element).flatMap(child => innerBlockOf(child, depth))
  return content.length ? [{ type: 'listItem', content }] : []
}

function imageOf(element: Y.XmlElement): Block[] {
  const image = ImageBlock.safeParse({ type: 'image', attrs: element.getAttributes() })
  return image.success ? [image.data] : []
}

/** The first row heads the others, and all are of one width, whatever two who wrote at once have left. */
function tableOf(element: Y.XmlElement): Table[] {
  const rows = elementsOf(element)
    .filter(({ nodeName }) => nodeName === 'tableRow')
    .map(cellsOf)
    .filter(cells => cells.length > 0)
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const content = rows.map((cells, i): TableRow => {
    const type = i === 0 ? 'tableHeader' : 'tableCell'
    const padding = Array.from({ length: width - cells.length }, () => [emptyParagraph])
    return {
      type: 'tableRow',
      content: [...cells, ...padding].map(cell => ({ type, content: cell })),
    }
  })
  return content.length > 0 ? [{ type: 'table', content }] : []
}

type Paragraph = Extract<Block, { type: 'paragraph' }>
const emptyParagraph: Paragraph = { type: 'paragraph' }

const cellsOf = (row: Y.XmlElement): Paragraph[][] =>
  elementsOf(row)
    .filter(({ nodeName }) => nodeName === 'tableCell' || nodeName === 'tableHeader')
    .map(cell => {
      const paragraphs = elementsOf(cell)
        .filter(({ nodeName }) => nodeName === 'paragraph')
        .map((one): Paragraph => ({ type: 'paragraph', ...inlineContent(one) }))
      return paragraphs.length > 0 ? paragraphs : [emptyParagraph]
    })

function inlineContent(element: Y.XmlElement): { content?: Inline[] } {
  const content = element.toArray().flatMap((child): Inline[] => {
    if (child instanceof Y.XmlText) return runsOf(child).flatMap(textOf)
    if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak')
      return [{ type: 'hardBreak' }]
    return []
  })
  return content.length ? { content: joined(content) } : {}
}

function textOf({ insert, attributes }: Run): TextNode[] {
  if (typeof insert !== 'string') return []
  if (suggestionsOf(attributes).some(({ mark }) => mark.kind === 'insertion')) return []
  const marks = Object.entries(attributes ?? {})
    .flatMap(([key, value]) => markOf(key, value))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
  const isFigure = marks.some(mark => mark.type === 'figure')
  const isNote = marks.some(mark => mark.type === 'footnote')
  // A figure is its character and nothing else, and so is a note; a figure's without its mark shows nothing.
  const belongs = (char: string) =>
    (char === figureCharacter) === isFigure && (char === noteCharacter || !isNote)
  const text =
    isFigure || isNote
      ? [...insert].filter(belongs).join('')
      : insert.replaceAll(figureCharacter, '')
  if (!text) return []
  return [{ type: 'text', text, ...(marks.length ? { marks } : {}) }]
}

/** Marks come in one order, whichever was set first: the same text is the same content. */
const marksInOrder: readonly string[] = Mark.options.map(({ shape }) => shape.type.value)
const rankOf = ({ type }: Mark): number => marksInOrder.indexOf(type)

function markOf(key: string, attrs: Record<string, unknown> | null): Mark[] {
  if (!attrs) return []
  const type = markName(key)
  // what belongs to the editor alone, as a thread's mark: to be told why it does not fit would cost more than the rest
  if (!marksInOrder.includes(type)) return []
  const parsed = Mark.safeParse(Object.keys(attrs).length ? { type, attrs } : { type })
  return parsed.success ? [parsed.data] : []
}

/** Neighbours that differed only in comment marks become one text again. */
function joined(content: Inline[]): Inline[] {
  const out: Inline[] = []
  for (const node of content) {
    const last = out.at(-1)
    if (node.type === 'text' && last?.type === 'text' && sameMarks(node, last)) {
      out[out.length - 1] = { ...last, text: last.text + node.text }
    } else out.push(node)
  }
  return out
}

const sameMarks = (a: TextNode, b: TextNode): boolean =>
  JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? [])
