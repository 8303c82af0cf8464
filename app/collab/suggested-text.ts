import * as Y from 'yjs'
import { figureCharacter, noteCharacter } from '~/proposal/section-content'
import { markName } from './mark-name'
import {
  authorOf,
  suggestionKinds,
  SuggestionMark,
  type Apart,
  type Held,
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
  readonly held: readonly Held[]
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
    const suggested = suggestionsOf(attributes)
    const held = suggested.length > 0 ? heldIn(insert, attributes) : []
    const here = suggested.map(({ key, mark }) => ({ text, at, length, key, mark, held }))
    at += length
    return here
  })
}

const special = new RegExp(`[${figureCharacter}${noteCharacter}]`, 'g')

/** What the figures' and footnotes' characters of a run stand for. */
function heldIn(insert: unknown, attributes: Attributes = {}): Held[] {
  const marked = (name: string) =>
    Object.entries(attributes).find(([key]) => markName(key) === name)?.[1]
  const [figure, footnote] = [marked('figure'), marked('footnote')]
  const characters = typeof insert === 'string' ? (insert.match(special) ?? []) : []
  return characters.map((character): Held => {
    if (character === figureCharacter && figure)
      return { kind: 'figure', ref: String(figure.ref), format: String(figure.format) }
    if (character === noteCharacter && footnote)
      return { kind: 'footnote', text: String(footnote.text) }
    return null
  })
}

/** The suggestions of a section in the order in which they begin. */
export function suggestionsIn(doc: Y.Doc): Suggestion[] {
  const found = new Map<string, { since: string; parts: Piece[] }>()
  for (const text of textsIn(doc.getXmlFragment('default'))) {
    const stretches = stretchesOf(text)
    const words = stretches.map(one => one.words).join('')
    for (const { at, length, key, mark, held } of placesIn(text)) {
      const known = found.get(mark.suggestion) ?? { since: mark.since, parts: [] }
      found.set(mark.suggestion, known)
      const end = at + length
      const last = known.parts.at(-1)
      if (last?.text === text && last.key === key && last.end === at) {
        const whole = { words: last.words + words.slice(at, end), held: [...last.held, ...held] }
        known.parts[known.parts.length - 1] = { ...last, ...whole, end }
      } else {
        const before = known.parts.findLast(one => isWords(one.mark) && one.mark.kind === mark.kind)
        const apart = !before ? '' : before.text === text ? apartIn(stretches, before, at) : ' '
        known.parts.push({ text, key, mark, end, words: words.slice(at, end), held, apart })
      }
    }
  }
  return [...found].map(([id, { since, parts }]) => ({
    id,
    authorId: authorOf(id),
    since: new Date(Number(since)),
    parts: parts.map(({ mark, words, held, apart }) => ({ mark, words, held, apart })),
  }))
}

type Piece = SuggestionPart & {
  readonly text: Y.XmlText
  readonly key: string
  readonly end: number
}

const isWords = (mark: SuggestionMark): boolean => mark.kind !== 'insertion' || mark.does === ''

type Stretch = { readonly at: number; readonly words: string; readonly marks: SuggestionMark[] }

function stretchesOf(text: Y.XmlText): Stretch[] {
  let at = 0
  return runsOf(text).map(({ insert, attributes }) => {
    const words = typeof insert === 'string' ? insert : ' '
    const stretch = { at, words, marks: suggestionsOf(attributes).map(({ mark }) => mark) }
    at += words.length
    return stretch
  })
}

/** What stands between a part of a suggestion and the next of its kind, in one text. */
function apartIn(stretches: readonly Stretch[], { mark, end }: Piece, next: number): Apart {
  const left = stretches
    .filter(({ at }) => at >= end && at < next)
    .map(({ words, marks }) => {
      const own = marks.filter(({ suggestion }) => suggestion === mark.suggestion)
      if (own.some(one => !isWords(one))) return ' '
      // what others suggest does not stand between words that stand
      const isNew = mark.kind === 'deletion' && marks.some(({ kind }) => kind === 'insertion')
      return own.length > 0 || isNew ? '' : words
    })
    .join('')
  if (left === '') return ''
  return left.trim() === '' ? ' ' : ' … '
}
