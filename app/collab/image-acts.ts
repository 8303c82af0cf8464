import type { Editor } from '@tiptap/core'
import type { Fragment } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type EditorState } from '@tiptap/pm/state'
import { longestAlt, type ImageBlock } from '~/proposal/section-content'

type Attributes = ImageBlock['attrs']

/** The image that is selected, and where it stands. */
export type ChosenImage = { readonly pos: number; readonly image: Attributes }

export function chosenImage({ selection }: EditorState): ChosenImage | null {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'image') return null
  const { sha256, alt, width, height } = selection.node.attrs
  return { pos: selection.from, image: { sha256, alt, width, height } }
}

/** A description as it is kept: one line; null where nothing is said. */
export function altText(typed: string): string | null {
  const text = typed.replace(/\s+/g, ' ').trim().slice(0, longestAlt)
  return text === '' ? null : text
}

/** Puts an image after the block of the caret, or in the place of an empty one. */
export function insertImage(editor: Editor, image: Attributes): void {
  const { state, view } = editor
  const { tr, doc, selection, schema } = state
  const at = selection.$from.index(0)
  const block = doc.child(at)
  let start = 0
  for (let i = 0; i < at; i++) start += doc.child(i).nodeSize
  const isEmpty = block.type.name === 'paragraph' && block.content.size === 0
  const place = isEmpty ? start : start + block.nodeSize
  const isLast = at === doc.childCount - 1
  tr.replaceWith(place, isEmpty ? place + block.nodeSize : place, [
    schema.node('image', image),
    // from an image at the end there would be no way on
    ...(isLast ? [schema.node('paragraph')] : []),
  ])
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(place + 1))).scrollIntoView())
  view.focus()
}

export function describeImage(editor: Editor, { pos, image }: ChosenImage, alt: string): void {
  const { tr } = editor.state
  editor.view.dispatch(tr.setNodeMarkup(pos, undefined, { ...image, alt }))
}

export function removeImage(editor: Editor, { pos }: ChosenImage): void {
  editor.view.dispatch(editor.state.tr.delete(pos, pos + 1))
  editor.view.focus()
}

export function holdsImage(content: Fragment): boolean {
  let found = false
  content.descendants(({ type }) => {
    found ||= type.name === 'image'
    return !found
  })
  return found
}

/** Whether it is an image that is acted on: what stands cannot be marked on it. */
export const takesImage = (state: EditorState): boolean => chosenImage(state) !== null
