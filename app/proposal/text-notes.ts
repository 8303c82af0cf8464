import { footnotesIn } from './footnotes'
import { imagesIn } from './images'
import { longestAlt, longestNote, type SectionContent } from './section-content'
import { textBlocks } from './text-blocks'
import { field, type TextField } from './text-field'

/** The texts of a section that are not among its words: footnotes, and what is said of images. They are written there. */
export function notesAsFields(id: string, number: number, content: SectionContent): TextField[] {
  const path = `sections/${id}`
  const footnotes = textBlocks(content).flatMap(block => footnotesIn(block.content))
  return [
    ...footnotes.map((text, at) =>
      field({ kind: 'footnote', id: `${id} ${at}` }, `Fotnot ${at + 1} i avsnitt ${number}`, path, {
        text,
        revision: null,
        most: longestNote,
      }),
    ),
    ...imagesIn(content).flatMap(({ alt, caption }, at) => {
      const read = (part: string, text: string) =>
        field(
          { kind: 'image', id: `${id} ${at} ${part}` },
          `Bild ${at + 1} i avsnitt ${number}, ${part}`,
          path,
          { text, revision: null, most: longestAlt },
        )
      return [read('beskrivningen', alt), ...(caption ? [read('bildtexten', caption)] : [])]
    }),
  ]
}
