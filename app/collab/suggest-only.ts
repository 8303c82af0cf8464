import * as Y from 'yjs'
import { textFragment } from './section-doc'
import { suggestionsOf } from './suggested-text'
import { authorOf, placeholder, type SuggestionMark } from './suggestion'

/** A clock that runs a little ahead must not shut its owner out. */
const ahead = 10 * 60_000

/**
 * The gate of a section for members who may only suggest. It keeps two copies of the text from frame to frame: one that
 * has all that was let in, and one on which a frame is tried; so a frame is judged by what it touches, however long the
 * section is.
 */
export class SuggestOnly {
  private trial: Y.Doc
  private readonly base: Y.Doc
  constructor(doc: Y.Doc) {
    this.base = copyOf(doc)
    this.trial = copyOf(doc)
    doc.on('update', (update: Uint8Array) => {
      Y.applyUpdate(this.base, update)
      Y.applyUpdate(this.trial, update)
    })
  }

  /**
   * Whether an update adds suggestions of the member and does nothing else: with those left out, the same
   * words with the same marks stand in the same blocks, and so does all that others suggest.
   */
  allows(update: Uint8Array, memberId: string, now: Date): boolean {
    const judged = { memberId, latest: now.getTime() + ahead }
    const touched = touchedBy(this.trial, update)
    const { pendingStructs, pendingDs } = this.trial.store
    // what waits for another update could not be judged, and would be let in by it
    const allowed =
      !pendingStructs &&
      !pendingDs &&
      [...touched].every(([type, keys]) => isSame(judged, this.base, this.trial, type, keys))
    if (allowed) Y.applyUpdate(this.base, update)
    else this.trial = copyOf(this.base)
    return allowed
  }
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  // a part that nobody has asked for has no type yet
  textFragment(copy)
  return copy
}

type Changed = Y.Transaction['changed']
type Part = Changed extends Map<infer T, unknown> ? T : never

function touchedBy(trial: Y.Doc, update: Uint8Array): Changed {
  const touched: Changed = new Map()
  const note = (transaction: Y.Transaction) => {
    for (const [type, keys] of transaction.changed)
      touched.set(type, new Set([...(touched.get(type) ?? []), ...keys]))
  }
  trial.on('afterTransaction', note)
  Y.applyUpdate(trial, update)
  trial.off('afterTransaction', note)
  return touched
}

type Judged = { readonly memberId: string; readonly latest: number }

function isSame(
  judged: Judged,
  base: Y.Doc,
  trial: Y.Doc,
  type: Part,
  keys: ReadonlySet<string | null>,
): boolean {
  // a key is an attribute of a block
  if ([...keys].some(key => key !== null)) return false
  const parent = type instanceof Y.XmlText ? type.parent : type
  if (!(parent instanceof Y.XmlFragment)) return false
  const before = sameIn(base, trial, parent)
  if (!(before instanceof Y.XmlFragment)) return false
  const now = childrenOf(parent, judged)
  return now !== null && (now === childrenOf(before, judged) || isFirst(parent, before, judged))
}

/** The type of the same identity in the document as it was; the section's own part has no identity but its name. */
function sameIn(base: Y.Doc, trial: Y.Doc, type: Y.XmlFragment) {
  if (type === textFragment(trial)) return textFragment(base)
  const id = type._item?.id
  if (!id || Y.getState(base.store, id.client) <= id.clock) return null
  const item: unknown = Y.getItem(base.store, id)
  return item instanceof Y.Item && item.content instanceof Y.ContentType ? item.content.type : null
}

/**
 * The blocks in it by their identities, or of a paragraph what it reads without the member's suggestions; null where
 * there are forged ones. A line break has no identity: an editor may write it anew.
 */
function childrenOf(parent: Y.XmlFragment, judged: Judged): string | null {
  const parts = parent.toArray().map(child => {
    if (child instanceof Y.XmlText) return plainOf(child, judged)
    return isLineBreak(child) ? '\n' : nameOf(child._item)
  })
  return parts.includes(null) ? null : parts.join('')
}

const isLineBreak = (child: unknown): boolean =>
  child instanceof Y.XmlElement &&
  child.nodeName === 'hardBreak' &&
  child.length === 0 &&
  Object.keys(child.getAttributes()).length === 0

/** In a section without a block an editor makes the first one, by itself. */
function isFirst(type: Y.XmlFragment, before: Y.XmlFragment, judged: Judged): boolean {
  const [first, ...others] = type.toArray()
  return (
    !(before instanceof Y.XmlElement) &&
    before.length === 0 &&
    others.length === 0 &&
    first instanceof Y.XmlElement &&
    first.nodeName === 'paragraph' &&
    Object.keys(first.getAttributes()).length === 0 &&
    childrenOf(first, judged) === ''
  )
}

const nameOf = (item: Y.Item | null): string => (item ? `<${item.id.client}:${item.id.clock}>` : '')

/**
 * A text without what the member suggests: each character with its marks. Not its identity: beside a like one an editor
 * may write the second and mark the first. Null where a mark in the member's name is none that an editor makes.
 */
function plainOf(text: Y.XmlText, judged: Judged): string | null {
  const out: string[] = []
  const marks = new Map<string, unknown>()
  let rest = ''
  let own = false
  let forged = false
  const read = () => {
    const attributes = Object.fromEntries([...marks].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    const suggested = suggestionsOf(recordOf(attributes))
    const mine = suggested.filter(({ mark }) => authorOf(mark.suggestion) === judged.memberId)
    own = mine.some(({ mark }) => mark.kind === 'insertion')
    forged ||= mine.some(({ mark }) => Number(mark.since) > judged.latest)
    for (const { key } of mine) delete attributes[key]
    rest = JSON.stringify(attributes)
    return mine.map(({ mark }) => mark)
  }
  let mine = read()
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) marks.delete(content.key)
      else marks.set(content.key, content.value)
      mine = read()
    } else if (own && content instanceof Y.ContentString) {
      forged ||= !isWritten(content.str, mine)
    } else if (content instanceof Y.ContentString) {
      for (const char of content.str) out.push(char + rest)
    } else out.push(nameOf(item) + rest)
  }
  return forged ? null : out.join('')
}

/** What does something lies on the character that shows it, and on nothing else. */
const isWritten = (words: string, mine: readonly SuggestionMark[]): boolean =>
  mine.every(mark => mark.kind !== 'insertion' || mark.does === '' || isPlaceholders(words))

const isPlaceholders = (words: string): boolean => words.replaceAll(placeholder, '') === ''

const recordOf = (attributes: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, isRecord(value) ? value : null]),
  )

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
