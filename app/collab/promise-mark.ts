import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { sentences } from '~/proposal/amounts'
import { samePledge, type Pledge } from '~/proposal/promise'

/** Words of the text that are one promise. */
export type PromiseRange = { readonly from: number; readonly to: number; readonly pledge: Pledge }

/** Every promise of the text, in order. Bold inside the mark does not divide it. */
export function promisesIn(doc: Node): PromiseRange[] {
  const found: PromiseRange[] = []
  doc.descendants((node, pos) => {
    const mark = node.marks.find(({ type }) => type.name === 'promise')
    if (!node.isText || !mark) return
    const { amendment, measure } = mark.attrs
    const pledge = { amendment, measure }
    const last = found.at(-1)
    const to = pos + node.nodeSize
    if (last?.to === pos && samePledge(last.pledge, pledge))
      found[found.length - 1] = { ...last, to }
    else found.push({ from: pos, to, pledge })
  })
  return found
}

/** The promise that the caret or the selection stands in. */
export const promiseAt = ({ selection, doc }: EditorState): PromiseRange | null =>
  promisesIn(doc).find(({ from, to }) => from <= selection.from && selection.to <= to) ?? null

/**
 * What a press on the tool marks: what is selected, else the promise or the sentence that the caret stands in. Null
 * where there are no words.
 */
export function wordsToMark(state: EditorState): { from: number; to: number } | null {
  const { from, to, empty, $from } = state.selection
  if (!empty) return { from, to }
  const promise = promiseAt(state)
  if (promise) return { from: promise.from, to: promise.to }
  const { parent, parentOffset } = $from
  if (!parent.isTextblock) return null
  const text = parent.textBetween(0, parent.content.size, undefined, '\n')
  const told = sentences(text).findLast(({ at }) => at <= parentOffset)
  if (!told || told.sentence.trim() === '') return null
  const lead = told.sentence.length - told.sentence.trimStart().length
  const start = $from.start() + told.at
  return { from: start + lead, to: start + told.sentence.trimEnd().length }
}

type Range = { readonly from: number; readonly to: number }

/** Binds the words to what pays for them. A promise that stood there is another one from now on. */
export function markPromise(editor: Editor, { from, to }: Range, pledge: Pledge): void {
  const { schema, tr } = editor.state
  const mark = schema.marks.promise
  if (mark) editor.view.dispatch(tr.addMark(from, to, mark.create(pledge)))
  editor.commands.focus()
}

export function unmarkPromise(editor: Editor, { from, to }: Range): void {
  const { schema, tr } = editor.state
  const mark = schema.marks.promise
  if (mark) editor.view.dispatch(tr.removeMark(from, to, mark))
  editor.commands.focus()
}
