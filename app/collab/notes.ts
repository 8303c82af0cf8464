import * as Y from 'yjs'
import {
  ImageBlock,
  longestAlt,
  longestCaption,
  longestNote,
  noteCharacter,
} from '~/proposal/section-content'
import { placeOf } from './find-words'
import { markName } from './mark-name'
import type { NotePart } from './note-part'
import { textFragment } from './section-doc'
import { runsOf, suggestionsOf, textsIn } from './suggested-text'

/** What a section says beside its text: in a footnote, or of an image, which has two such texts. */
export type Note = {
  readonly part: NotePart
  /** Where it lies. It stays with the footnote's character, or the image. */
  readonly place: string
  /** Its number among the section's footnotes, or its images. */
  readonly number: number
  readonly text: string
}

/** A note where it lies now. */
export type PlacedNote = Note &
  (
    | { readonly part: 'footnote'; readonly in: Y.XmlText; readonly at: number }
    | { readonly part: 'alt' | 'caption'; readonly in: Y.XmlElement }
  )

/** The most characters of a note. */
export const longestOf: Record<NotePart, number> = {
  footnote: longestNote,
  alt: longestAlt,
  caption: longestCaption,
}

/** How a note is called in its section. */
export const noteName = ({ part, number }: Pick<Note, 'part' | 'number'>): string =>
  part === 'footnote'
    ? `Fotnot ${number}`
    : `Bild ${number}, ${part === 'alt' ? 'beskrivningen' : 'bildtexten'}`

/** The notes of a section in order: footnotes, then images. What somebody suggests to write or take away is left out. */
export const notesIn = (doc: Y.Doc): PlacedNote[] => [...footnotesIn(doc), ...imageNotesIn(doc)]

function footnotesIn(doc: Y.Doc): PlacedNote[] {
  const notes: PlacedNote[] = []
  let number = 0
  for (const text of textsIn(textFragment(doc))) {
    let index = 0
    for (const { insert, attributes = {} } of runsOf(text)) {
      const characters = typeof insert === 'string' ? insert : ' '
      const kinds = suggestionsOf(attributes).map(({ mark }) => mark.kind)
      const words = footnoteIn(attributes)
      if (words !== null && !kinds.includes('insertion'))
        for (const { index: at } of characters.matchAll(everyNote)) {
          number++
          if (kinds.includes('deletion')) continue
          const here = { in: text, at: index + at }
          const place = placeOf(text, here.at)
          notes.push({ part: 'footnote', place, number, text: words, ...here })
        }
      index += characters.length
    }
  }
  return notes
}

const everyNote = new RegExp(noteCharacter, 'g')

function footnoteIn(attributes: Record<string, Record<string, unknown> | null>): string | null {
  const key = footnoteKey(attributes)
  const words = key === undefined ? null : attributes[key]?.text
  return typeof words === 'string' ? words : null
}

/** The key that holds the footnote's mark among those of a character. */
export const footnoteKey = (attributes: Record<string, unknown>): string | undefined =>
  Object.keys(attributes).find(key => markName(key) === 'footnote')

function imageNotesIn(doc: Y.Doc): PlacedNote[] {
  const fragment = textFragment(doc)
  let number = 0
  return fragment.toArray().flatMap((block, at): PlacedNote[] => {
    if (!(block instanceof Y.XmlElement) || block.nodeName !== 'image') return []
    const image = ImageBlock.shape.attrs.safeParse(block.getAttributes())
    if (!image.success) return []
    const { alt, caption } = image.data
    const here = { place: placeOf(fragment, at), number: ++number, in: block }
    const under = { part: 'caption', text: caption ?? '', ...here } as const
    return [{ part: 'alt', text: alt, ...here }, ...(caption ? [under] : [])]
  })
}
