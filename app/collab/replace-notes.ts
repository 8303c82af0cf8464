import type * as Y from 'yjs'
import { noteCharacter } from '~/proposal/section-content'
import { footnoteKey, longestOf, noteName, notesIn, type Note, type PlacedNote } from './notes'
import { byText, faultOfText, withPut, type Chosen } from './put-words'
import type { NewWords, Way } from './replace-words'
import { attributesAt, looksOf, suggestedMarks } from './suggested-marks'

/** Words that were found in a note: which, and where in it they begin. */
export type ChosenInNote = Chosen & Pick<Note, 'part' | 'place'>

type Reworded = { readonly note: PlacedNote; readonly words: string }

/**
 * Puts other words in the place of those that were chosen in footnotes and what is said of images. A footnote's may be
 * suggested: its character then goes, and another comes. An image takes no suggestion: it is left out there.
 * @returns those that read otherwise now, or are gone: they are left. `fault` says which note would be too long or
 * empty; nothing is written then.
 */
export function replaceInNotes<T extends ChosenInNote>(
  doc: Y.Doc,
  chosen: readonly T[],
  put: NewWords,
  way: Way,
): { left: T[]; fault: string | null } {
  const notes = notesIn(doc)
  const { kept, left } = byText(chosen, one =>
    notes.find(note => isOf(note, one) && note.text.startsWith(one.words, one.at)),
  )
  const reworded = [...kept].map(([note, hits]) => ({
    note,
    words: withPut(note.text, hits, put),
  }))
  const fault = reworded.map(faultOf).find(message => message !== null) ?? null
  if (fault === null)
    doc.transact(() => {
      // from the end, so that what is written moves nothing that is still to be replaced
      for (const one of reworded.toReversed()) write(one, way)
    })
  return { left, fault }
}

const isOf = (note: Note, { part, place }: ChosenInNote) =>
  note.part === part && note.place === place

const faultOf = ({ note, words }: Reworded): string | null =>
  faultOfText(words, {
    name: noteName(note),
    most: longestOf[note.part],
    mayBeEmpty: note.part === 'caption',
  })

function write({ note, words }: Reworded, way: Way): void {
  if (note.part === 'footnote') return writeFootnote(note, words, way)
  if (way.kind === 'suggestion') return
  if (words === '') note.in.removeAttribute(note.part)
  else note.in.setAttribute(note.part, words)
}

function writeFootnote(
  { in: text, at }: Extract<PlacedNote, { part: 'footnote' }>,
  words: string,
  way: Way,
): void {
  const attributes = attributesAt(text, at)
  const key = footnoteKey(attributes)
  if (key === undefined) return
  const mark = { [key]: { text: words } }
  if (way.kind === 'text') return text.format(at, 1, mark)
  const { deletion, insertion } = suggestedMarks(way.begin())
  text.insert(at + 1, noteCharacter, { ...looksOf(attributes), ...mark, ...insertion })
  text.format(at, 1, deletion)
}
