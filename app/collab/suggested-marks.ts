import { prosemirrorJSONToYDoc } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { editorSchema } from './editor-schema'
import { markName } from './mark-name'
import { textFragment } from './section-doc'
import { runsOf, textsIn } from './suggested-text'
import { suggestionKinds } from './suggestion'

type Attributes = Record<string, unknown>

/** What a suggestion is called, and when it was begun. */
export type Stamp = { readonly suggestion: string; readonly since: string }

/** The marks on a character of a text, by the keys that hold them. */
export function attributesAt(text: Y.XmlText, index: number): Attributes {
  let at = 0
  for (const { insert, attributes } of runsOf(text)) {
    at += typeof insert === 'string' ? insert.length : 1
    if (index < at) return { ...attributes }
  }
  return {}
}

/** Of the marks those that say how words look or what they are: neither threads nor suggestions. */
export const looksOf = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([key]) => isLook(markName(key))))

const isLook = (name: string): boolean => name !== 'comment' && !suggestionKinds.includes(name)

/** The marks as the editor's binding writes them: under a name and a hash of what they hold, which it keeps to itself. */
export function suggestedMarks(stamp: Stamp): { deletion: Attributes; insertion: Attributes } {
  const marked = [
    { type: 'deletion', attrs: stamp },
    { type: 'insertion', attrs: { ...stamp, does: '' } },
  ].map(mark => ({ type: 'text', text: 'x', marks: [mark] }))
  const content = [{ type: 'paragraph', content: marked }]
  const doc = prosemirrorJSONToYDoc(editorSchema, { type: 'doc', content }, 'default')
  const [text] = textsIn(textFragment(doc))
  if (!text) throw new Error('the binding writes no suggestion')
  return { deletion: attributesAt(text, 0), insertion: attributesAt(text, 1) }
}
