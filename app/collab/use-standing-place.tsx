import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { partHere } from './fold-extension'
import { useLive } from './live'

/** A caret that rests for so long is told of: those who page through a text say nothing. */
const rest = 500

/** Tells the others under which heading one stands. */
export function useStandingPlace(editor: Editor): void {
  const { standOn } = useLive()
  useEffect(() => {
    let timer = 0
    const tell = () => standOn(partHere(editor.state)?.title.slice(0, 60).trim() || null)
    const later = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(tell, rest)
    }
    editor.on('selectionUpdate', later)
    return () => {
      window.clearTimeout(timer)
      editor.off('selectionUpdate', later)
    }
  }, [editor, standOn])
}
