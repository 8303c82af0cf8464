import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEffect, useState } from 'react'
import { picturesIn } from './image-acts'
import { notSuggested } from './suggest-extension'

/** An image that is to come into the text: where, and its file where it was pasted or dropped. */
export type Picturing = { readonly pos: number; readonly brought: File | null }

/**
 * The image that is being added, by the tool, a paste or a drop. One comes at a time, as each has to be described;
 * `more` is how many others were brought with it.
 */
export function usePicturing(editor: Editor, { canWrite, canMark }: Rights) {
  const [picturing, setPicturing] = useState<Picturing | null>(null)
  const [more, setMore] = useState(0)
  const begin = (brought: File | null, others = 0) => {
    setPicturing({ pos: editor.state.selection.from, brought })
    setMore(others)
  }
  useEffect(() => {
    const { dom } = editor.view
    const take = (event: Event, carried: DataTransfer | null) => {
      const [brought, ...others] = picturesIn(carried)
      if (!canWrite || !brought) return
      event.preventDefault()
      event.stopPropagation()
      if (canMark) begin(brought, others.length)
      else dom.dispatchEvent(new CustomEvent(notSuggested))
    }
    const paste = (event: ClipboardEvent) => take(event, event.clipboardData)
    const drop = (event: DragEvent) => {
      if (picturesIn(event.dataTransfer).length > 0) moveCaret(editor, event)
      take(event, event.dataTransfer)
    }
    // before the editor, which would read the words of it alone
    dom.addEventListener('paste', paste, true)
    dom.addEventListener('drop', drop, true)
    return () => {
      dom.removeEventListener('paste', paste, true)
      dom.removeEventListener('drop', drop, true)
    }
  })
  return {
    picturing,
    more,
    picture: () => begin(null),
    onPictured: () => {
      setPicturing(null)
      setMore(0)
    },
  }
}

/** `canMark` is false for those who only suggest: an image cannot be suggested. */
type Rights = { readonly canWrite: boolean; readonly canMark: boolean }

function moveCaret({ view }: Editor, { clientX, clientY }: DragEvent) {
  const at = view.posAtCoords({ left: clientX, top: clientY })
  if (!at) return
  const { tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at.pos))))
}
