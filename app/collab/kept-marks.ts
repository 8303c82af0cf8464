import * as Y from 'yjs'
import type { DecodedUpdate } from './decoded-update'
import { markName } from './mark-name'
import { authorOf, suggestionKinds } from './suggestion'

/** Says whether a mark, by its name and its value, is one that a member's frame may change on words that stand. */
export type MayChange = (name: string, value: unknown) => boolean

export type Marks = ReadonlyMap<string, unknown>

/**
 * Puts back the marks that a frame changed on words that stood before it. Yjs ends and begins a mark anew around what is
 * written inside it: where somebody takes the mark away at the same time, as by accepting a suggestion, what was begun
 * anew has no end, and the rest of the paragraph would become a suggestion.
 * @param before the text as it was; `text` is the same with the frame in it, and is mended.
 */
export function keepMarks(before: Y.XmlText, text: Y.XmlText, mayChange: MayChange): void {
  const known = new Map<string, Marks>()
  eachCharacter(before, (id, marks) => known.set(id, marks))
  const mends = new Mends(text)
  eachCharacter(text, (id, marks) => {
    const were = known.get(id)
    mends.add(were ? changedMarks(were, marks, mayChange) : {})
  })
  mends.write()
}

/**
 * Puts back the threads and others' suggestions that a writer's frame moved to other words. Where each still covers what
 * it did, it is as the writer had it: beside a like character an editor may write the second and mark the first.
 */
export function keepAsides(before: Y.XmlText, text: Y.XmlText, memberId: string): void {
  const mayChange = allButAsides(memberId)
  if (wordsUnder(before, mayChange) !== wordsUnder(text, mayChange))
    keepMarks(before, text, mayChange)
}

/** The words under each mark that may not be changed. */
function wordsUnder(text: Y.XmlText, mayChange: MayChange): string {
  const words = new Map<string, string>()
  eachItem(text, (item, marks) => {
    if (item.deleted || !item.countable) return
    const { content } = item
    const covered = content instanceof Y.ContentString ? content.str : nameOf(item)
    for (const mark of marks) {
      const [key, value] = mark
      const name = JSON.stringify(mark)
      if (!mayChange(markName(key), value)) words.set(name, (words.get(name) ?? '') + covered)
    }
  })
  return JSON.stringify([...words].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The marks to set on a text's characters, gathered in one walk and then set, stretch by stretch. */
class Mends {
  readonly #stretches: { readonly marks: Record<string, unknown>; length: number }[] = []
  constructor(private readonly text: Y.XmlText) {}

  /** The marks to set on the next character. */
  add(marks: Record<string, unknown>): void {
    const last = this.#stretches.at(-1)
    if (last && JSON.stringify(last.marks) === JSON.stringify(marks)) last.length++
    else this.#stretches.push({ marks, length: 1 })
  }

  write(): void {
    let at = 0
    for (const { marks, length } of this.#stretches) {
      if (Object.keys(marks).length > 0) this.text.format(at, length, marks)
      at += length
    }
  }
}

/**
 * Makes what a member wrote on to a suggestion of their own a part of it again. Yjs writes a mark at its ends only: where
 * somebody takes the suggestion away at the same time, settles it, or writes in it, what is written on to it stands
 * without. It is known by what it was written after, which may be gone since.
 */
export function keepSuggested(before: Y.XmlText, text: Y.XmlText, memberId: string): void {
  const known = new Set<string>()
  eachCharacter(before, id => known.add(id))
  const isOwn = ([key, value]: Mark) => isSuggestedBy(memberId, 'insertion', key, value)
  const open = new OpenSuggestions(writersIn(text, known))
  const begun = new Map<string, unknown>()
  const suggested = new Map<string, Mark>()
  const mends = new Mends(text)
  eachItem(text, (item, marks) => {
    const { content, deleted, length } = item
    if (content instanceof Y.ContentFormat) {
      const { key, value } = content
      if (isOwn([key, value])) {
        begun.set(key, value)
        open.begin([key, value])
      }
      if (value === null) open.end(item, key)
      const mark: Mark | undefined = begun.has(key) ? [key, begun.get(key)] : open.last()
      if (mark) suggested.set(nameOf(item), mark)
      return
    }
    const own = deleted ? undefined : [...marks].find(isOwn)
    for (let i = 0; i < length; i++) {
      const brought = !deleted && item.countable && !known.has(nameOf(item, i))
      const after = i > 0 ? nameOf(item, i - 1) : item.origin && nameOfId(item.origin)
      const lost = brought && !own && after ? suggested.get(after) : undefined
      const mark = own ?? lost ?? (brought ? undefined : open.last())
      if (mark) suggested.set(nameOf(item, i), mark)
      if (!deleted && item.countable) mends.add(lost ? Object.fromEntries([lost]) : {})
    }
  })
  mends.write()
}

/** The pages that wrote something in the text beside what is known, by the ids that they write under. */
export function writersIn(text: Y.XmlText, known: ReadonlySet<string> = new Set()): Set<number> {
  const writers = new Set<number>()
  eachItem(text, item => {
    if (!item.deleted && item.countable && !known.has(nameOf(item))) writers.add(item.id.client)
  })
  return writers
}

export type Mark = readonly [key: string, value: unknown]

/**
 * The suggestions of a member that are open at a place of a text, as their page may see it: what was taken away since is
 * open still, and an end that was written elsewhere, or taken away, may not have come to the page.
 */
export class OpenSuggestions {
  readonly #begun = new Map<string, unknown>()
  constructor(private readonly pages: ReadonlySet<number>) {}

  begin([key, value]: Mark): void {
    this.#begun.set(key, value)
  }

  end({ id, deleted }: Y.Item, key: string): void {
    if (!deleted && this.pages.has(id.client)) this.#begun.delete(key)
  }

  last(): Mark | undefined {
    return [...this.#begun].at(-1)
  }
}

function changedMarks(were: Marks, are: Marks, mayChange: MayChange): Record<string, unknown> {
  const changed: Record<string, unknown> = {}
  for (const key of new Set([...were.keys(), ...are.keys()])) {
    const [then, now] = [were.get(key), are.get(key)]
    if (JSON.stringify(then) === JSON.stringify(now)) continue
    if (!mayChange(markName(key), then ?? now)) changed[key] = then ?? null
  }
  return changed
}

/** The characters of a text with their identities and marks, in order. */
function eachCharacter(text: Y.XmlText, visit: (id: string, marks: Marks) => void): void {
  eachItem(text, (item, marks) => {
    if (item.deleted || !item.countable) return
    for (let i = 0; i < item.length; i++) visit(nameOf(item, i), marks)
  })
}

/** All that was ever written in a text, in order, each with the marks that stand there. */
export function eachItem(text: Y.XmlText, visit: (item: Y.Item, marks: Marks) => void): void {
  let marks: Marks = new Map()
  for (let item = text._start; item; item = item.right) {
    visit(item, marks)
    if (item.deleted || !(item.content instanceof Y.ContentFormat)) continue
    const next = new Map(marks)
    const { key, value } = item.content
    if (value === null) next.delete(key)
    else next.set(key, value)
    marks = next
  }
}

export const nameOf = ({ id: { client, clock } }: Y.Item, at = 0): string =>
  `${client}:${clock + at}`
const nameOfId = ({ client, clock }: Y.ID): string => `${client}:${clock}`

/** Who may only suggest changes suggestions of their own, and nothing else. */
export const ownSuggestions =
  (memberId: string): MayChange =>
  (name, value) =>
    suggestionKinds.includes(name) && authorOf(suggestionOf(value)) === memberId

/** The same, but for words that stand already: they are not written by the member, whatever the mark says. */
export const ownButInsertions =
  (memberId: string): MayChange =>
  (name, value) =>
    name !== 'insertion' && ownSuggestions(memberId)(name, value)

/** All but what makes words that stand into the member's own. */
export const allButInsertions =
  (memberId: string): MayChange =>
  (name, value) =>
    name !== 'insertion' || authorOf(suggestionOf(value)) !== memberId

/** Writers change what they like, but for the threads and others' suggestions, which commands set and take away. */
const allButAsides =
  (memberId: string): MayChange =>
  (name, value) =>
    name !== 'comment' &&
    (!suggestionKinds.includes(name) || authorOf(suggestionOf(value)) === memberId)

/** Whether a mark, by its key and value, is the member's own suggestion of a kind. */
export const isSuggestedBy = (
  memberId: string,
  kind: 'insertion' | 'deletion',
  key: string,
  value: unknown,
): boolean => markName(key) === kind && authorOf(suggestionOf(value)) === memberId

const suggestionOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'suggestion' in value
    ? String(value.suggestion)
    : ''

/** Whether a writer's frame may have changed marks that are not theirs to change. */
export function touchesAsides({ structs }: DecodedUpdate, memberId: string): boolean {
  const mayChange = allButAsides(memberId)
  return structs.some(
    struct =>
      struct instanceof Y.Item &&
      struct.content instanceof Y.ContentFormat &&
      struct.content.value !== null &&
      !mayChange(markName(struct.content.key), struct.content.value),
  )
}
