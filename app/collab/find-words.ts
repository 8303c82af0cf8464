import * as Y from 'yjs'
import { z } from 'zod'
import { figureCharacter } from '~/proposal/section-content'
import { markName } from './mark-name'
import { textFragment } from './section-doc'
import { runsOf, suggestionsOf, textsIn, type Run } from './suggested-text'

/** What is looked for, as an address has it: `q`, and boxes that are ticked or missing. */
export const WordsSought = z.object({
  q: z.string().max(200).default(''),
  case: z.literal('on').optional(),
  whole: z.literal('on').optional(),
})
export type WordsSought = z.infer<typeof WordsSought>

/** Words that were found, and what stands around them. */
type Hit = { readonly words: string; readonly before: string; readonly after: string }

/** In a live text: `from` and `to` are its two ends, as positions that stay with their characters. */
export type Found = Hit & { readonly from: string; readonly to: string }

/** In a text that is saved as a whole: `at` is its first character. */
export type FoundAt = Hit & { readonly at: number }

/** So many characters are shown on each side. */
const around = 45

/** Finds the words in every paragraph and heading of a text, in order; at most so many. Nothing is found in a figure or
 * in what is suggested. */
export function wordsFound(doc: Y.Doc, sought: WordsSought, most: number): Found[] {
  const found: Found[] = []
  for (const text of textsIn(textFragment(doc)))
    for (const { at, ...hit } of foundIn(plainTextOf(text), sought, most - found.length))
      found.push({
        from: placeOf(text, at),
        to: encoded(Y.createRelativePositionFromTypeIndex(text, at + hit.words.length, -1)),
        ...hit,
      })
  return found
}

/** Finds the words in one text, in order; at most so many. */
export function foundIn(plain: string, sought: WordsSought, most: number): FoundAt[] {
  const pattern = patternOf(sought)
  const found: FoundAt[] = []
  if (!pattern) return found
  for (const { index: at, 0: words } of plain.matchAll(pattern)) {
    if (found.length >= most) break
    const before = shown(shortened(plain.slice(0, at), -around))
    const after = shown(shortened(plain.slice(at + words.length), around))
    found.push({ at, words, before, after })
  }
  return found
}

/** What no words may be found in shows as a figure does. */
export const barrier = figureCharacter

const letter = '[\\p{L}\\p{M}\\p{N}]'

/** Null where nothing is looked for. A space finds a hard one too. */
function patternOf({ q, case: exact, whole }: WordsSought): RegExp | null {
  if (q.trim() === '' || q.includes(barrier)) return null
  const words = q
    .normalize('NFC')
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/ /g, '[ \\u00A0]')
  const source = whole ? `(?<!${letter})${words}(?!${letter})` : words
  return new RegExp(source, exact ? 'gu' : 'giu')
}

/**
 * The characters of a text, one for one. What no words may be found in is a figure's character: figures, what is no text,
 * and what somebody suggests to write or to take away.
 */
export const plainTextOf = (text: Y.XmlText): string => runsOf(text).map(plainOf).join('')

function plainOf({ insert, attributes = {} }: Run): string {
  if (typeof insert !== 'string') return barrier
  const isFigure = Object.keys(attributes).some(key => markName(key) === 'figure')
  const isSuggested = suggestionsOf(attributes).some(({ mark }) => mark.kind !== 'formatting')
  return isFigure || isSuggested ? barrier.repeat(insert.length) : insert
}

/** The last characters of a text, or (a positive number) the first, with an ellipsis where there are more. */
function shortened(words: string, most: number): string {
  if (words.length <= Math.abs(most)) return words
  return most < 0 ? `…${words.slice(most)}` : `${words.slice(0, most)}…`
}

const shown = (words: string): string => words.replace(new RegExp(`${barrier}+`, 'g'), '…')

/** The place of a character, or of a block in what holds it: it stays with that. */
export const placeOf = (parent: Y.XmlText | Y.XmlFragment, index: number): string =>
  encoded(Y.createRelativePositionFromTypeIndex(parent, index, 0))

const encoded = (position: Y.RelativePosition): string =>
  btoa(String.fromCharCode(...Y.encodeRelativePosition(position)))

/** Where a position is now; null for what is none, or is none of the document's. */
export function decodedPlace(doc: Y.Doc, encodedPosition: string) {
  try {
    const bytes = Uint8Array.from(atob(encodedPosition), char => char.charCodeAt(0))
    return Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(bytes), doc)
  } catch {
    return null
  }
}

/**
 * The new words in the letters of those that they replace: typed small they begin large where those did, as at the start
 * of a sentence. In the place of what is all large, which may be an abbreviation, they are as typed. For who looks
 * without parting large letters from small.
 */
export function inCaseOf(words: string, put: string): string {
  const isSmall = put === put.toLocaleLowerCase('sv')
  const isAllLarge = words === words.toLocaleUpperCase('sv')
  const [first = ''] = words
  const [begin = '', ...rest] = put
  if (!isSmall || isAllLarge || first === first.toLocaleLowerCase('sv')) return put
  return begin.toLocaleUpperCase('sv') + rest.join('')
}
