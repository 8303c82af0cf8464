import * as Y from 'yjs'
import {
  eachItem,
  isSuggestedBy,
  nameOf,
  OpenSuggestions,
  writersIn,
  type Mark,
  type Marks,
} from './kept-marks'
import { suggestedMarks } from './suggested-marks'
import { SuggestionMark } from './suggestion'

type Taken = { readonly words: string; readonly marks: Marks; readonly mark: Mark }
type Stretch = { readonly at: number; words: string; readonly marks: Record<string, unknown> }

/**
 * Puts back the words that a member took out of a suggestion of their own while somebody accepted it: the words are text
 * then, and only to be taken away by suggestion, which they get. Yjs brings back no character, so they are written anew
 * where they stood, with the marks that they had.
 * @param before the text as it was; `text` is the same with the member's frame in it, and is mended.
 */
export function keepTaken(before: Y.XmlText, text: Y.XmlText, memberId: string): void {
  const accepted = acceptedIn(before, memberId)
  if (accepted.size === 0) return
  const stretches: Stretch[] = []
  let at = 0
  eachItem(text, item => {
    if (!item.deleted) {
      if (item.countable) at += item.length
      return
    }
    for (let i = 0; i < item.length; i++) {
      const taken = accepted.get(nameOf(item, i))
      if (taken) putBack(stretches, at, taken)
    }
  })
  for (const { at: place, words, marks } of stretches.toReversed()) text.insert(place, words, marks)
}

/** The characters that stand as text and were once the member's suggestion, by their identities. */
function acceptedIn(text: Y.XmlText, memberId: string): Map<string, Taken> {
  const accepted = new Map<string, Taken>()
  const isOwn = ([key, value]: Mark) => isSuggestedBy(memberId, 'insertion', key, value)
  const open = new OpenSuggestions(writersIn(text))
  eachItem(text, (item, marks) => {
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      if (isOwn([content.key, content.value])) open.begin([content.key, content.value])
      else if (content.value === null) open.end(item, content.key)
      return
    }
    const mark = open.last()
    if (item.deleted || !mark || !(content instanceof Y.ContentString)) return
    if ([...marks].some(isOwn)) return
    for (const [i, words] of content.str.split('').entries())
      accepted.set(nameOf(item, i), { words, marks, mark })
  })
  return accepted
}

/** What the member has suggested to take away is so by the suggestion that it was. */
function putBack(stretches: Stretch[], at: number, { words, marks, mark: [, value] }: Taken): void {
  const known = SuggestionMark.safeParse({ kind: 'insertion', ...Object(value) })
  if (!known.success) return
  const { suggestion, since } = known.data
  const all = { ...Object.fromEntries(marks), ...suggestedMarks({ suggestion, since }).deletion }
  const last = stretches.at(-1)
  if (last?.at === at && JSON.stringify(last.marks) === JSON.stringify(all)) last.words += words
  else stretches.push({ at, words, marks: all })
}
