import * as Y from 'yjs'
import {
  allButInsertions,
  keepAsides,
  keepMarks,
  keepSuggested,
  ownButInsertions,
  ownSuggestions,
  type MayChange,
} from './kept-marks'
import { keepTaken } from './kept-words'
import { asWritten, textFragment } from './section-doc'
import { suggestionsOf } from './suggested-text'
import { authorOf, placeholder, type SuggestionMark } from './suggestion'

/** A clock that runs a little ahead must not shut its owner out. */
const ahead = 10 * 60_000

/** Mends the marks of a text after a frame, as it was before it and as it is now. */
type Mends = (was: Y.XmlText, text: Y.XmlText) => void

const keepingSuggested =
  (memberId: string): Mends =>
  (was, text) =>
    keepSuggested(was, text, memberId)

/** A frame that is let in, and what has to be written with it so that the marks it was not to change stay. */
export type LetIn = { readonly mend: Uint8Array | null }

/**
 * The gate of a section. It keeps two copies of the text from frame to frame: one that has all that was let in, and one
 * on which a frame is tried; so a frame is judged by what it touches, however long the section is.
 */
export class Gate {
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
   * Lets in an update that adds suggestions of the member and does nothing else: with those left out, the same words
   * with the same marks stand in the same blocks, and so does all that others suggest. Null for any other.
   */
  letInSuggestions(update: Uint8Array, memberId: string, now: Date): LetIn | null {
    const judged = { memberId, latest: now.getTime() + ahead }
    const fits = (touched: Changed) =>
      [...touched].every(([type, keys]) => isSame(judged, this.base, this.trial, type, keys))
    const asItIs = this.try(update, () => {}, fits)
    if (asItIs) return asItIs
    for (const mends of waysToMend(update, memberId)) {
      const mended = this.try(update, mends, fits)
      if (mended) return mended
    }
    return null
  }

  /**
   * Lets in any update of a writer but one that waits for another: null, and as it is. Where they suggest, one that only
   * adds suggestions is taken as a reviewer's is, and in any other what they write on to theirs becomes a part of it.
   * @param suggestsAt when they brought it, where their page has said that they suggest.
   */
  letIn(update: Uint8Array, memberId: string, { suggestsAt }: { suggestsAt?: Date }): LetIn | null {
    const marks: Mends = (was, text) => keepAsides(was, text, memberId)
    if (!suggestsAt) return this.try(update, marks, () => true)
    const suggested = this.letInSuggestions(update, memberId, suggestsAt)
    return suggested ?? this.try(update, inTurn(keepingSuggested(memberId), marks), () => true)
  }

  private try(update: Uint8Array, mends: Mends, fits: (touched: Changed) => boolean) {
    const { base, trial } = this
    const touched = touchedBy(trial, update)
    const { pendingStructs, pendingDs } = trial.store
    // what waits for another update could not be judged, and would be let in by it
    const waits = pendingStructs !== null || pendingDs !== null
    const mend = waits ? null : mendedIn(base, trial, touched, mends)
    if (waits || !fits(touched)) {
      this.trial = copyOf(base)
      return null
    }
    Y.applyUpdate(base, update)
    if (mend) Y.applyUpdate(base, mend)
    return { mend }
  }
}

const keeping =
  (mayChange: MayChange): Mends =>
  (was, text) =>
    keepMarks(was, text, mayChange)

/**
 * How a member's suggestions may have to be mended. Beside a like character an editor may write the second and mark the
 * first, so each does more than the one before, and what does least is taken.
 */
function waysToMend(update: Uint8Array, memberId: string): Mends[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const ways = waysWithMarks(structs, ds.clients.size > 0, memberId)
  if (ds.clients.size === 0) return ways
  const taken: Mends = (was, text) => keepTaken(was, text, memberId)
  return [...ways, taken, ...ways.map(one => inTurn(one, taken))]
}

type Structs = ReturnType<typeof Y.decodeUpdate>['structs']

function waysWithMarks(structs: Structs, takesAway: boolean, memberId: string): Mends[] {
  // with the end of a suggestion gone, one that a mend began anew would reach over the words after it
  if (structs.length === 0) return [keeping(allButInsertions(memberId))]
  // who brings neither words nor a mark in another's place has set marks by intent
  if (!structs.some(struct => beginsAnew(struct, takesAway))) return []
  const marks = [ownSuggestions(memberId), ownButInsertions(memberId)].map(keeping)
  const suggested = keepingSuggested(memberId)
  return [suggested, ...marks, ...marks.map(one => inTurn(suggested, one))]
}

const inTurn =
  (...all: readonly Mends[]): Mends =>
  (was, text) => {
    for (const mends of all) mends(was, text)
  }

/** Mends the marks in the trial. @returns the update that does it; null where there was nothing to mend. */
function mendedIn(base: Y.Doc, trial: Y.Doc, touched: Changed, mends: Mends) {
  let mend: Uint8Array | null = null
  const note = (update: Uint8Array) => (mend = update)
  trial.on('update', note)
  trial.transact(() => {
    for (const [type] of touched) {
      const was = type instanceof Y.XmlText ? sameIn(base, type._item) : null
      if (type instanceof Y.XmlText && was instanceof Y.XmlText) mends(was, type)
    }
  })
  trial.off('update', note)
  return mend
}

/** Whether marks may be ended and begun anew with it: around words that it brings, or in place of what goes. */
const beginsAnew = (struct: Structs[number], takesAway: boolean): boolean =>
  struct instanceof Y.Item &&
  (struct.content instanceof Y.ContentString ||
    (takesAway && struct.content instanceof Y.ContentFormat && struct.content.value !== null))

/** What is deleted is kept too: it tells what somebody wrote in who had not heard of that. */
const rememberingDoc = (): Y.Doc => asWritten(new Y.Doc({ gc: false }))

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = rememberingDoc()
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
  const before = parent === textFragment(trial) ? textFragment(base) : sameIn(base, parent._item)
  if (!(before instanceof Y.XmlFragment)) return false
  const now = childrenOf(parent, judged)
  return now !== null && (now === childrenOf(before, judged) || isFirst(parent, before, judged))
}

/** The type of the same identity in the document as it was. */
function sameIn(base: Y.Doc, of: Y.Item | null): unknown {
  const id = of?.id
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
