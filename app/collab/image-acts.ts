import type { Editor } from '@tiptap/core'
import type { Fragment } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type EditorState } from '@tiptap/pm/state'
import { longestAlt, longestCaption, type ImageBlock } from '~/proposal/section-content'

type Attributes = ImageBlock['attrs']

/** The image that is selected, and where it stands. */
export type ChosenImage = { readonly pos: number; readonly image: Attributes }

export function chosenImage({ selection }: EditorState): ChosenImage | null {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'image') return null
  const { sha256, alt, width, height, caption } = selection.node.attrs
  return {
    pos: selection.from,
    image: { sha256, alt, width, height, ...(caption && { caption }) },
  }
}

/** What is said of an image, in a form: what it shows, and the line under it, which may be left out. */
export type Said = { readonly alt: string; readonly caption?: string }

/** What the form says, each as one line; null where it does not say what the image shows. */
export function saidOf(form: FormData): Said | null {
  const line = (name: string, most: number) =>
    String(form.get(name) ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, most)
  const alt = line('alt', longestAlt)
  const caption = line('caption', longestCaption)
  return alt === '' ? null : { alt, ...(caption !== '' && { caption }) }
}

/** The pictures of a paste or drop, where it brings nothing else: beside words from another program they are its own. */
export function picturesIn(brought: DataTransfer | null): File[] {
  if (!brought) return []
  const html = new DOMParser().parseFromString(brought.getData('text/html'), 'text/html')
  const says = html.body.textContent?.trim() || brought.getData('text/plain').trim()
  return says ? [] : [...brought.files].filter(({ type }) => type.startsWith('image/'))
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

export function describeImage(editor: Editor, { pos, image }: ChosenImage, said: Said): void {
  const { tr } = editor.state
  const { sha256, width, height } = image
  tr.setNodeMarkup(pos, undefined, { sha256, width, height, ...said })
  // a caption makes it another element: it stays the chosen one
  editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)))
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
