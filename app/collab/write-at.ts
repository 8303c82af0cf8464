import type { Editor, JSONContent } from '@tiptap/core'

/**
 * Writes in the place of the range, and gives the text the keys back at once: the editor's own command waits for the next
 * frame, and what is typed until then goes nowhere.
 */
export function writeAt(
  editor: Editor,
  range: { readonly from: number; readonly to: number },
  content: JSONContent,
): void {
  editor.chain().insertContentAt(range, content).scrollIntoView().run()
  editor.view.focus()
}
