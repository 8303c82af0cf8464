import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { notSuggested, setSuggesting } from './suggest-extension'

/** How long it is said that something cannot be suggested. */
const saidFor = 6000

/** Whether what the member does is a suggestion: for some always, for writers as they choose. */
export function useSuggesting(editor: Editor, always: boolean) {
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
    setSuggesting(editor, on)
    choose(on)
    editor.commands.focus()
  }
  return { suggesting: always || chosen, setSuggesting: change, unsuggested }
}
