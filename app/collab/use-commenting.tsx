import { useSearchParams } from '@remix-run/react'
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { selectedPlace } from './text-place'
import type { ThreadPlace } from './thread'
import { placeParameter } from './thread-place'

type Commenting = { readonly place: ThreadPlace; readonly pos: number }

/** The comment that is being written: on chosen words, or on the section, whose heading's marker asks by the address. */
export function useCommenting(editor: Editor, sectionId: string, canComment: boolean) {
  const [written, setWritten] = useState<Commenting | null>(null)
  const [search, setSearch] = useSearchParams()
  const asked = canComment && search.has(placeParameter)
  const onSection: ThreadPlace = { kind: 'section', sectionId }
  return {
    commenting: written ?? (asked ? { place: onSection, pos: 0 } : null),
    comment: () =>
      setWritten({
        place: selectedPlace(editor, sectionId) ?? onSection,
        pos: editor.state.selection.from,
      }),
    onCommented: () => {
      setWritten(null)
      if (!asked) return
      const kept = new URLSearchParams(search)
      kept.delete(placeParameter)
      setSearch(kept, { replace: true, preventScrollReset: true })
    },
  }
}
