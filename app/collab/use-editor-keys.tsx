import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { editorActOf, type EditorAct } from './editor-keys'

/** Hears the text's own keys. A press whose act is missing is left to the browser. */
export function useEditorKeys(
  editor: Editor,
  acts: Partial<Readonly<Record<EditorAct, () => void>>>,
): void {
  useEffect(() => {
    const { dom } = editor.view
    const hear = (event: KeyboardEvent) => {
      const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
      const altGraph = event.getModifierState('AltGraph')
      const act = editorActOf({ key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph })
      const does = act && acts[act]
      if (!does || event.isComposing) return
      event.preventDefault()
      does()
    }
    dom.addEventListener('keydown', hear)
    return () => dom.removeEventListener('keydown', hear)
  })
}
