import { Extension, type Editor } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { Plugin, Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import { randomId } from '~/ui/random-id'
import { doing, proposal, propose, proposeKind, type Proposer } from './propose'
import { authorOf, suggestionKinds, type Does } from './suggestion'

/** Sent by the text when somebody does what cannot be suggested. */
export const notSuggested = 'not-suggested'

const made = 'suggestion'

/** Ids are random beyond guessing, and of this page alone: the same member may have another open. */
export const proposerOf = (memberId: string): Proposer => ({
  memberId,
  begin: () => ({ suggestion: `${memberId}.${randomId()}`, since: String(Date.now()) }),
})

/** `always`: for those whom the room takes suggestions from, and nothing else. */
type Options = { memberId: string; always: boolean }

/** While it is on, whatever the member does to the text becomes a suggestion of the same. */
export const SuggestExtension = Extension.create<Options, { on: boolean }>({
  name: 'suggest',
  // before the rules that make lists of what is typed
  priority: 900,
  addOptions: () => ({ memberId: '', always: false }),
  addStorage() {
    return { on: this.options.always }
  },

  dispatchTransaction({ transaction, next }) {
    const { on } = this.storage
    if (!on || !transaction.docChanged || isChangeOrigin(transaction) || transaction.getMeta(made))
      return next(transaction)
    const { state, view } = this.editor
    const suggested = proposal(transaction, state, proposerOf(this.options.memberId))
    if (!suggested) view.dom.dispatchEvent(new Event(notSuggested))
    else next(suggested.setMeta(made, true).scrollIntoView())
  },

  /** What others have settled is theirs now: undoing it would take it out of the text. */
  onTransaction({ transaction }) {
    if (!transaction.docChanged || !isChangeOrigin(transaction) || isUndo(transaction)) return
    const left = idsIn(transaction.doc, this.options.memberId)
    const gone = [...idsIn(transaction.before, this.options.memberId)].some(id => !left.has(id))
    if (gone) yUndoPluginKey.getState(this.editor.state)?.undoManager.clear()
  },

  addProseMirrorPlugins() {
    const { storage, options } = this
    const who = proposerOf(options.memberId)
    return [
      new Plugin({
        props: {
          attributes: (): Record<string, string> => (storage.on ? { class: 'suggesting' } : {}),
          handleTextInput(view, from, to, text) {
            if (!storage.on || text === '#') return false
            view.dispatch(view.state.tr.insertText(text, from, to))
            return true
          },
          handleKeyDown(view, event) {
            if (!storage.on || event.ctrlKey || event.metaKey || event.altKey) return false
            const change = changeOfKey(view.state, event)
            if (!change) return false
            const tr = propose(view.state, who, change)
            view.dispatch(tr.setMeta(made, true).scrollIntoView())
            return true
          },
        },
        // what a writer types inside a suggestion is text, and no part of it
        appendTransaction: (_transactions, _before, state) =>
          storage.on ? null : typedPlain(state),
      }),
    ]
  },
})

const isUndo = (transaction: Transaction): boolean =>
  transaction.getMeta(ySyncPluginKey)?.isUndoRedoOperation === true

function idsIn(doc: Node, memberId: string): Set<string> {
  const ids = new Set<string>()
  doc.descendants(({ marks }) => {
    for (const { type, attrs } of marks)
      if (suggestionKinds.includes(type.name) && authorOf(attrs.suggestion ?? '') === memberId)
        ids.add(attrs.suggestion)
  })
  return ids
}

/** The keys that change blocks: an editor's own ways with lists and quotes cannot be suggested, these can. */
function changeOfKey({ selection, doc }: EditorState, { key, shiftKey }: KeyboardEvent) {
  const { $from, from, to, empty } = selection
  if (key === 'Enter' && !shiftKey) {
    const ends = $from.parentOffset === $from.parent.content.size
    const does = $from.parent.type.name === 'heading' && ends ? 'split:paragraph' : 'split'
    return { from, to, pieces: [doing(does)] }
  }
  if (!empty || !$from.parent.isTextblock) return null
  if (key === 'Backspace' && $from.parentOffset === 0) {
    const before = Selection.findFrom(doc.resolve($from.before()), -1, true)
    return before && { from: before.to, to, pieces: [] }
  }
  if (key === 'Delete' && $from.parentOffset === $from.parent.content.size) {
    const after = Selection.findFrom(doc.resolve($from.after()), 1, true)
    return after && { from, to: after.from, pieces: [] }
  }
  return null
}

function typedPlain(state: EditorState): Transaction | null {
  const { selection, storedMarks } = state
  if (!selection.empty || storedMarks) return null
  const marks = selection.$from.marks()
  const plain = marks.filter(({ type }) => !suggestionKinds.includes(type.name))
  return plain.length < marks.length ? state.tr.setStoredMarks(plain) : null
}

declare module '@tiptap/core' {
  interface Storage {
    suggest: { on: boolean }
  }
}

/** Goes between writing and suggesting. */
export function setSuggesting(editor: Editor, on: boolean): void {
  editor.storage.suggest.on = on
  editor.view.dispatch(editor.state.tr.setStoredMarks(null))
}

/** Suggests that the selected blocks become another kind. */
export function suggestKind(editor: Editor, memberId: string, does: Does): void {
  const tr = proposeKind(editor.state, proposerOf(memberId), does)
  editor.view.dispatch(tr.setMeta(made, true))
  editor.view.focus()
}
