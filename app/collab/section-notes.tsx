import { useSearchParams } from '@remix-run/react'
import type { Editor } from '@tiptap/core'
import type { Noting } from './footnote-acts'
import { Margin } from './margin'
import { marginNotes } from './margin-notes'
import type { EditorProps } from './section-editor'
import type { Suggestion } from './suggestion'
import { threadParameter } from './thread-place'
import type { useCommenting } from './use-commenting'
import type { usePicking } from './use-picking'
import type { usePicturing } from './use-picturing'

/** What the tools of the text are at, as far as it is written beside it. */
type Tools = {
  readonly editor: Editor
  readonly picker: ReturnType<typeof usePicking>
  readonly pictures: ReturnType<typeof usePicturing>
  readonly commenting: ReturnType<typeof useCommenting>
  readonly noting: Noting | null
  readonly onNoted: () => void
  /** Whether what cannot be suggested may be set. */
  readonly canMark: boolean
}

/** All that stands beside the text. */
export function SectionNotes({
  tools: { editor, picker, pictures, commenting, noting, onNoted, canMark },
  suggestions,
  nameOf,
  ...props
}: EditorProps & {
  tools: Tools
  suggestions: readonly Suggestion[]
  nameOf: (memberId: string) => string
}) {
  const { section, base, canWrite, canSuggest } = props
  const ask = useAskedThread()
  const notes = marginNotes({
    ...props,
    editor,
    suggestions,
    nameOf,
    sectionId: section.id,
    canSettle: canWrite,
    canMark,
    settleAction: `${base}/sections/${section.id}`,
    canWrite: canSuggest,
    commenting: commenting.commenting,
    onCommented: commenting.onCommented,
    noting,
    onNoted,
    picturing: pictures.picturing,
    onPictured: pictures.onPictured,
    onPick: picker.pickAt,
    onPromise: picker.pickPromise,
  })
  return <Margin editor={editor} notes={notes} onAbsent={ask} />
}

/** Asks for a thread that the page was not given, by its address. */
function useAskedThread(): (threadId: string) => void {
  const [search, setSearch] = useSearchParams()
  return threadId => {
    const asked = new URLSearchParams(search)
    asked.set(threadParameter, threadId)
    setSearch(asked, { replace: true, preventScrollReset: true })
  }
}
