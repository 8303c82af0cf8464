import { prosemirrorJSONToYDoc } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { editorSchema } from './editor-schema'
import { textFragment } from './section-doc'

/** The two ends of a range as encoded relative positions, and the words that the member saw between them. */
export type Anchor = {
  readonly from: Uint8Array
  readonly to: Uint8Array
  readonly quote: string
}

/** A piece of one text that a range covers. */
type Piece = { readonly text: Y.XmlText; readonly at: number; readonly length: number }

/**
 * Marks the range as the place of a thread.
 * @returns false, with the document untouched, where the range is gone or reads otherwise than its quote.
 */
export function placeThread(doc: Y.Doc, anchor: Anchor, threadId: string): boolean {
  const pieces = piecesBetween(doc, anchor)
  if (!pieces || squeeze(pieces.map(wordsOf).join('')) !== squeeze(anchor.quote)) return false
  mark(doc, pieces, threadId)
  return true
}

/** Marks the first place where the words stand, inside one paragraph. @returns whether they do. */
export function placeThreadOnWords(doc: Y.Doc, words: string, threadId: string): boolean {
  for (const text of textsOf(textFragment(doc))) {
    const at = stringOf(text).indexOf(words)
    if (at < 0) continue
    mark(doc, [{ text, at, length: words.length }], threadId)
    return true
  }
  return false
}

function mark(doc: Y.Doc, pieces: readonly Piece[], threadId: string): void {
  const key = markKey(threadId)
  doc.transact(() => {
    for (const { text, at, length } of pieces) text.format(at, length, { [key]: { threadId } })
  })
}

function piecesBetween(doc: Y.Doc, { from, to }: Anchor): Piece[] | null {
  const texts = textsOf(textFragment(doc))
  const start = placeOf(doc, from)
  const end = placeOf(doc, to)
  if (!start || !end) return null
  const first = texts.findIndex(text => text === start.type)
  const last = texts.findIndex(text => text === end.type)
  if (first < 0 || last < first) return null
  return texts
    .slice(first, last + 1)
    .map(text => {
      const at = text === start.type ? start.index : 0
      return { text, at, length: (text === end.type ? end.index : text.length) - at }
    })
    .filter(({ length }) => length > 0)
}

/** Decoding throws at bytes that are no position: they name no place. */
function placeOf(doc: Y.Doc, encoded: Uint8Array) {
  try {
    const position = Y.decodeRelativePosition(encoded)
    return Y.createAbsolutePositionFromRelativePosition(position, doc)
  } catch {
    return null
  }
}

/** The texts of a document, in the order in which they are read. */
export function textsOf(parent: Y.XmlFragment): Y.XmlText[] {
  return parent
    .toArray()
    .flatMap(child =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsOf(child) : [],
    )
}

/** What a text reads, as long as it is: what is no character is a space. */
export const stringOf = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : ' '))
    .join('')

const wordsOf = ({ text, at, length }: Piece): string => stringOf(text).slice(at, at + length)

/** Between blocks the browser may see a line break or nothing: only the characters themselves are compared. */
const squeeze = (words: string): string => words.replace(/\s+/g, '')

/** The name that the editor's binding gives the mark: its own, and a hash of what it holds. The binding keeps the hash to itself, so it is asked. */
function markKey(threadId: string): string {
  const marks = [{ type: 'comment', attrs: { threadId } }]
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks }] }]
  const doc = prosemirrorJSONToYDoc(editorSchema, { type: 'doc', content }, 'default')
  const [text] = textsOf(textFragment(doc))
  const [run] = text?.toDelta() ?? []
  const [key] = Object.keys(run?.attributes ?? {})
  if (!key) throw new Error('the binding writes no comment mark')
  return key
}
