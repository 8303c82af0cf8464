import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { longestNote, noteCharacter } from '~/proposal/section-content'
import { lastingRange } from './text-place'
import { writeAt } from './write-at'

/** A footnote where it stands in the text, numbered from one. */
export type PlacedNote = { readonly pos: number; readonly number: number; readonly text: string }

export function placedNotes(doc: Node): PlacedNote[] {
  const notes: PlacedNote[] = []
  doc.descendants((node, pos) => {
    const mark = node.marks.find(({ type }) => type.name === 'footnote')
    if (!mark || !node.text) return
    for (let at = 0; at < node.text.length; at++)
      if (node.text[at] === noteCharacter)
        notes.push({ pos: pos + at, number: notes.length + 1, text: String(mark.attrs.text) })
  })
  return notes
}

/** A note's text as it is kept: one line, no longer than there is room for; null where nothing is written. */
export function noteText(typed: string): string | null {
  const text = typed.replace(/\s+/g, ' ').trim().slice(0, longestNote)
  return text === '' ? null : text
}

/** Where a footnote is to stand, by the time that its text is written. */
export type Noting = { readonly pos: number; readonly range: ReturnType<typeof lastingRange> }

/** After what is selected. */
export function notingAt(editor: Editor): Noting {
  const { to } = editor.state.selection
  return { pos: to, range: lastingRange(editor, { from: to, to }) }
}

export function insertFootnote(editor: Editor, { range }: Noting, text: string): void {
  const place = range()
  if (place) setNote(editor, place, text)
}

/** Writes a footnote anew where it stands. */
export function changeFootnote(editor: Editor, { pos }: PlacedNote, text: string): void {
  setNote(editor, { from: pos, to: pos + 1 }, text)
}

export function removeFootnote(editor: Editor, { pos }: PlacedNote): void {
  editor.view.dispatch(editor.state.tr.delete(pos, pos + 1))
  editor.view.focus()
}

function setNote(editor: Editor, range: { from: number; to: number }, text: string) {
  const note = { type: 'text', text: noteCharacter, marks: [{ type: 'footnote', attrs: { text } }] }
  writeAt(editor, range, note)
}
