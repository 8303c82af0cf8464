import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { SectionProvider } from './section-provider'
import { notSuggested, setSuggesting } from './suggest-extension'
import { suggestingState } from './suggestion'

/** How long it is said that something cannot be suggested. */
const saidFor = 6000

/** Whether what the member does is a suggestion: for some always, for writers as they choose, of which the room is told. */
export function useSuggesting(editor: Editor, provider: SectionProvider, always: boolean) {
  const [chosen, choose] = useState(false)
  const [unsuggested, say] = useState(false)
  useEffect(() => {
    const { dom } = editor.view
    let timer = 0
    const hear = () => {
      say(true)
      window.clearTimeout(timer)
      timer = window.setTimeout(() => say(false), saidFor)
    }
    dom.addEventListener(notSuggested, hear)
    return () => {
      window.clearTimeout(timer)
      dom.removeEventListener(notSuggested, hear)
    }
  }, [editor])
  const change = (on: boolean) => {
    provider.setAwarenessField(suggestingState, on)
    setSuggesting(editor, on)
    choose(on)
    editor.commands.focus()
  }
  return { suggesting: always || chosen, setSuggesting: change, unsuggested }
}
