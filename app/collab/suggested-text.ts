import * as Y from 'yjs'
import { markName } from './mark-name'
import {
  authorOf,
  suggestionKinds,
  SuggestionMark,
  type Suggestion,
  type SuggestionPart,
} from './suggestion'

type Attributes = Record<string, Record<string, unknown> | null>
export type Run = { insert?: unknown; attributes?: Attributes }
export const runsOf = (text: Y.XmlText): Run[] => text.toDelta()

/** The suggestions that lie on a run, each under the key that holds it. What fits no suggestion is none. */
export function suggestionsOf(
  attributes: Attributes = {},
): { key: string; mark: SuggestionMark }[] {
  return Object.entries(attributes).flatMap(([key, value]) => {
    const kind = markName(key)
    if (!value || !suggestionKinds.includes(kind)) return []
    const parsed = SuggestionMark.safeParse({ kind, ...value })
    return parsed.success ? [{ key, mark: parsed.data }] : []
  })
}

/** Where a part of a suggestion lies. */
export type Place = {
  readonly text: Y.XmlText
  readonly at: number
  readonly length: number
  readonly key: string
  readonly mark: SuggestionMark
}

/** The texts of a fragment or block, in reading order. */
export function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent
    .toArray()
    .flatMap(child =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : [],
    )
}

/** All that is suggested in a text, in order. */
export function placesIn(text: Y.XmlText): Place[] {
  let at = 0
  return runsOf(text).flatMap(({ insert, attributes }) => {
    const length = typeof insert === 'string' ? insert.length : 1
    const here = suggestionsOf(attributes).map(({ key, mark }) => ({ text, at, length, key, mark }))
    at += length
    return here
  })
}

/** The suggestions of a section in the order in which they begin. */
export function suggestionsIn(doc: Y.Doc): Suggestion[] {
  const found = new Map<string, { since: string; parts: Piece[] }>()
  for (const text of textsIn(doc.getXmlFragment('default'))) {
    const words = runsOf(text)
      .map(({ insert }) => (typeof insert === 'string' ? insert : ' '))
      .join('')
    for (const { at, length, key, mark } of placesIn(text)) {
      const known = found.get(mark.suggestion) ?? { since: mark.since, parts: [] }
      found.set(mark.suggestion, known)
      const piece = { text, key, mark, end: at + length, words: words.slice(at, at + length) }
      const last = known.parts.at(-1)
      if (last?.text === text && last.key === key && last.end === at)
        known.parts[known.parts.length - 1] = { ...piece, words: last.words + piece.words }
      else known.parts.push(piece)
    }
  }
  return [...found].map(([id, { since, parts }]) => ({
    id,
    authorId: authorOf(id),
    since: new Date(Number(since)),
    parts: parts.map(({ mark, words }) => ({ mark, words })),
  }))
}

type Piece = SuggestionPart & {
  readonly text: Y.XmlText
  readonly key: string
  readonly end: number
}
