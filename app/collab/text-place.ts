import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { z } from 'zod'
import { suggestionKinds } from './suggestion'
import type { ThreadPlace } from './thread'

type ProsemirrorMapping = Parameters<typeof absolutePositionToRelativePosition>[2]

/** The part of the binding's state that positions are made from; its own types say nothing. */
const Binding = z.object({
  type: z.instanceof(Y.XmlFragment),
  binding: z.object({ mapping: z.custom<ProsemirrorMapping>(value => value instanceof Map) }),
})

/** What is selected, or the heading that the caret stands in, as a place for a thread; null where there are no words. */
export function selectedPlace(editor: Editor, sectionId: string): ThreadPlace | null {
  const { doc } = editor.state
  const { from, to } = commentedRange(editor.state)
  const quote = doc.textBetween(from, to, '\n', '\n')
  const state = Binding.safeParse(ySyncPluginKey.getState(editor.state))
  if (!quote.trim() || !state.success) return null
  const { type, binding } = state.data
  const encode = (pos: number) =>
    base64(Y.encodeRelativePosition(absolutePositionToRelativePosition(pos, type, binding.mapping)))
  return { kind: 'text', sectionId, from: encode(from), to: encode(to), quote }
}

function commentedRange({ selection }: EditorState): Range {
  const { $from, empty } = selection
  const isHeading = $from.parent.type.name === 'heading'
  return empty && isHeading ? { from: $from.start(), to: $from.end() } : selection
}

type Range = { readonly from: number; readonly to: number }

/**
 * A range that stays at its words, whoever writes before them meanwhile.
 * @returns where it stands now; null once its place is gone.
 */
export function lastingRange({ state }: Editor, { from, to }: Range): () => Range | null {
  const bound = Binding.safeParse(ySyncPluginKey.getState(state))
  if (!bound.success) return () => null
  const { type, binding } = bound.data
  const [start, end] = [from, to].map(pos =>
    absolutePositionToRelativePosition(pos, type, binding.mapping),
  )
  return () => {
    const { doc } = type
    if (!doc) return null
    const now = [start, end].map(place =>
      relativePositionToAbsolutePosition(doc, type, place, binding.mapping),
    )
    const [first, last] = now
    return typeof first === 'number' && typeof last === 'number' ? { from: first, to: last } : null
  }
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** Where each thread's first words stand in the text. */
export const threadPlaces = (editor: Editor): Map<string, number> =>
  firstPlaces(editor, ['comment'], 'threadId')

/** Where each suggestion begins in the text. */
export const suggestionPlaces = (editor: Editor): Map<string, number> =>
  firstPlaces(editor, suggestionKinds, 'suggestion')

function firstPlaces({ state }: Editor, kinds: readonly string[], id: string) {
  const places = new Map<string, number>()
  state.doc.descendants((node, pos) => {
    for (const { type, attrs } of node.marks)
      if (kinds.includes(type.name) && !places.has(attrs[id])) places.set(attrs[id], pos)
  })
  return places
}
