import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { editorSchema } from '~/collab/editor-schema'
import { proposal, type Proposer } from '~/collab/propose'
import { docOf, firstUpdate, textFragment } from '~/collab/section-doc'
import { settle } from '~/collab/settle-suggestions'
import { suggestionsIn } from '~/collab/suggested-text'

export const now = new Date('2026-11-25T12:00:00Z')
let begun = 0
export const proposer = (memberId: string, at = now): Proposer => ({
  memberId,
  begin: () => ({
    suggestion: `${memberId}.${String(++begun).padStart(16, '0')}`,
    since: String(at.getTime()),
  }),
})
export const amina = proposer('amina')

export type Mapping = ReturnType<typeof initProseMirrorDoc>['mapping']
export const docWith = (node: { toJSON(): { type: 'doc'; content: object[] } } | Node): Y.Doc =>
  docOf([firstUpdate({ type: 'doc', content: node.toJSON().content })])
export const copyOf = (doc: Y.Doc): Y.Doc => docOf([Y.encodeStateAsUpdate(doc)])

/** An editor that has the document open. */
export function opened(doc: Y.Doc) {
  const own = copyOf(doc)
  const { doc: node, mapping } = initProseMirrorDoc(textFragment(own), editorSchema)
  return { own, mapping, state: EditorState.create({ doc: node }) }
}

/** What the member's editor sends when its text becomes that of the suggestion. */
export function sent(own: Y.Doc, mapping: Mapping, suggested: Node): Uint8Array {
  const before = Y.encodeStateVector(own)
  updateYFragment(own, textFragment(own), suggested, { mapping, isOMark: new Map() })
  return Y.encodeStateAsUpdate(own, before)
}

export const settled = (doc: Y.Doc, verdict: 'accept' | 'reject'): Y.Doc => {
  const copy = copyOf(doc)
  settle(copy, new Set(suggestionsIn(copy).map(({ id }) => id)), verdict)
  return copy
}

export const bo = proposer('bo')
export const paragraphs = (...texts: string[]): Node =>
  editorSchema.node(
    'doc',
    null,
    texts.map(text => editorSchema.node('paragraph', null, [editorSchema.text(text)])),
  )
export const wordsOf = (doc: Y.Doc): string =>
  opened(docWith(opened(doc).state.doc)).state.doc.textContent

export function suggest(state: EditorState, who: Proposer, edit: (tr: Transaction) => Transaction) {
  return proposal(edit(state.tr), state, who) ?? expect.unreachable()
}

/** The update of a member who suggests an edit of the document. */
export function suggested(
  doc: Y.Doc,
  who: Proposer,
  edit: (tr: Transaction) => Transaction,
): Uint8Array {
  const { own, mapping, state } = opened(doc)
  return sent(own, mapping, suggest(state, who, edit).doc)
}
