import * as Y from 'yjs'
import { barrier, decodedPlace, plainTextOf, type Found } from './find-words'
import { textFragment } from './section-doc'
import { attributesAt, looksOf, suggestedMarks, type Stamp } from './suggested-marks'
import { textsIn } from './suggested-text'

/** Words that were found once, and are to be replaced if they still stand there. */
export type Chosen = Pick<Found, 'from' | 'to' | 'words'>

type Stretch = {
  readonly text: Y.XmlText
  readonly at: number
  readonly length: number
  readonly words: string
}

/** What is put in the place of some words. */
export type NewWords = (words: string) => string

/** How the new words come in: as text, or each as a suggestion under an id of its own. */
export type Way =
  { readonly kind: 'text' } | { readonly kind: 'suggestion'; readonly begin: () => Stamp }

/**
 * Puts other words in the place of those that were chosen. Only those characters are touched, so that cursors and what
 * others write beside them stay. The new words have the looks of the first character that they replace, and its threads.
 * @returns those that read otherwise now, or are gone: they are left as they are.
 */
export function replaceWords<T extends Chosen>(
  doc: Y.Doc,
  chosen: readonly T[],
  put: NewWords,
  way: Way,
): T[] {
  const texts = new Set(textsIn(textFragment(doc)))
  const stale: T[] = []
  const stretches: Stretch[] = []
  for (const one of chosen) {
    const stretch = stretchOf(doc, texts, one)
    if (stretch && !stretches.some(other => overlaps(stretch, other))) stretches.push(stretch)
    else stale.push(one)
  }
  doc.transact(() => {
    // from the end, so that what is written moves nothing that is still to be replaced
    for (const stretch of stretches.toSorted((a, b) => b.at - a.at))
      write(stretch, put(stretch.words), way)
  })
  return stale
}

/** Where the words stand now; null where they do not. */
function stretchOf(
  doc: Y.Doc,
  texts: ReadonlySet<Y.XmlText>,
  { from, to, words }: Chosen,
): Stretch | null {
  const start = decodedPlace(doc, from)
  const end = decodedPlace(doc, to)
  if (!start || !end || start.type !== end.type) return null
  const text = start.type
  if (!(text instanceof Y.XmlText) || !texts.has(text)) return null
  if (words === '' || words.includes(barrier)) return null
  if (plainTextOf(text).slice(start.index, end.index) !== words) return null
  return { text, at: start.index, length: words.length, words }
}

const overlaps = (a: Stretch, b: Stretch): boolean =>
  a.text === b.text && a.at < b.at + b.length && b.at < a.at + a.length

function write({ text, at, length }: Stretch, put: string, way: Way): void {
  const looks = attributesAt(text, at)
  if (way.kind === 'text') {
    if (put) text.insert(at + length, put, looks)
    text.delete(at, length)
    return
  }
  const { deletion, insertion } = suggestedMarks(way.begin())
  if (put) text.insert(at + length, put, { ...looksOf(looks), ...insertion })
  text.format(at, length, deletion)
}
