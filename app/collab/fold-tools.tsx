import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect } from 'react'
import { foldAll, foldsIn, partHere, reveal, toggleFold, type FoldStore } from './fold-extension'
import { threadPlaces } from './text-place'
import { MenuTool, ToolMenu } from './tool-menu'

/** Folds the part that the caret stands in, or all of them. Nothing in a text without headings. */
export function FoldTools({ editor, first }: { editor: Editor; first: boolean }) {
  const { here, isFolded, any, some } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const { parts, folded } = foldsIn(state)
      const part = partHere(state)
      return {
        here: part?.key ?? null,
        isFolded: part !== null && folded.has(part.key),
        any: parts.length > 0,
        some: parts.some(({ key }) => folded.has(key)),
      }
    },
  })
  if (!any) return null
  const toggle = () => {
    const part = partHere(editor.state)
    if (part) toggleFold(editor.view, part)
  }
  return (
    <>
      <span className="sep" aria-hidden="true" />
      <ToolMenu name="Fäll" first={first}>
        {here && <MenuTool onClick={toggle}>{isFolded ? 'Fäll ut' : 'Fäll ihop'}</MenuTool>}
        <MenuTool onClick={() => foldAll(editor.view, !some)}>
          {some ? 'Fäll ut allt' : 'Fäll ihop allt'}
        </MenuTool>
      </ToolMenu>
    </>
  )
}

/** Unfolds the words of the thread that the address names. */
export function useNamedThread(editor: Editor): void {
  useEffect(() => {
    const show = () => {
      const id = /^#t-(.+)$/.exec(window.location.hash)?.[1]
      const pos = id === undefined ? undefined : threadPlaces(editor).get(id)
      if (pos !== undefined) reveal(editor.view, pos)
    }
    show()
    window.addEventListener('hashchange', show)
    return () => window.removeEventListener('hashchange', show)
  }, [editor])
}

/** The reader's folds of one section, kept in the browser: which headings by a hash, never their words. */
export function foldStore(memberId: string, sectionId: string): FoldStore {
  const name = `folds ${memberId} ${sectionId}`
  return {
    read() {
      try {
        return (window.localStorage.getItem(name) ?? '').split(' ').filter(Boolean)
      } catch {
        return []
      }
    },
    write(keys) {
      try {
        if (keys.length > 0) window.localStorage.setItem(name, keys.join(' '))
        else window.localStorage.removeItem(name)
      } catch {
        // a private window keeps nothing: the folds hold until the page is left
      }
    },
  }
}
