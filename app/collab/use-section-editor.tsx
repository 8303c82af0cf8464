import { Extension, type Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { useEditor } from '@tiptap/react'
import { useEffect, useMemo, type ReactNode } from 'react'
import { figureText } from '~/budget/figure'
import type { Statement } from '~/budget/statement'
import { lostMoney, type PledgeRow } from '~/proposal/promise'
import { CaretExtension } from './caret-extension'
import { schemaExtensions } from './editor-schema'
import { FigureExtension, showFigures, type FigureReader } from './figure-extension'
import { FoldExtension } from './fold-extension'
import { foldStore } from './fold-tools'
import { ListDepthExtension } from './list-depth-extension'
import { usePasting } from './pasting'
import { PromiseExtension, showPromises, type LostMoney } from './promise-extension'
import { ReadOnlyExtension } from './read-only-extension'
import type { SectionSession } from './section-room'
import { SuggestExtension } from './suggest-extension'
import { keepWrittenBeside } from './written-beside'

type Opened = {
  readonly memberId: string
  readonly section: { readonly id: string; readonly title: string }
  readonly statement: Statement
  readonly pledges: readonly PledgeRow[]
  readonly canWrite: boolean
  readonly canSuggest: boolean
  readonly session: SectionSession
}

/** The editor on a section's live text; `left` says what a paste could not keep. */
export function useSectionEditor({
  memberId,
  section,
  statement,
  pledges,
  canWrite,
  canSuggest,
  session,
}: Opened): { readonly editor: Editor; readonly left: ReactNode } {
  const read = useMemo<FigureReader>(
    () => (ref, format) => figureText(statement, ref, format),
    [statement],
  )
  const why = useMemo<LostMoney>(() => pledge => lostMoney(pledges, pledge), [pledges])
  const { clean, left } = usePasting()
  const folds = useMemo(() => foldStore(memberId, section.id), [memberId, section.id])
  const editor = useEditor({
    // its style element would break the page's security policy: the rules stand in the stylesheet
    injectCSS: false,
    extensions: [
      ...schemaExtensions,
      Collaboration.configure({ document: session.doc }),
      CaretExtension.configure({ awareness: session.provider.awareness }),
      FigureExtension.configure({ read }),
      PromiseExtension.configure({ why }),
      FoldExtension.configure({ store: folds }),
      ListDepthExtension,
      ...(canSuggest
        ? [toToolbar, SuggestExtension.configure({ memberId, always: !canWrite })]
        : [ReadOnlyExtension]),
    ],
    editorProps: {
      transformPastedHTML: clean,
      attributes: {
        class: 'prose',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': `Text i ${section.title}`,
        lang: 'sv',
      },
    },
  })
  useEffect(() => {
    if (canSuggest) return keepWrittenBeside(session.doc, memberId)
  }, [canSuggest, session.doc, memberId])
  useEffect(() => showFigures(editor.view, read), [editor, read])
  useEffect(() => showPromises(editor.view, why), [editor, why])
  return { editor, left }
}

/** Alt+F10 goes from the text to its tools, as in other editors. */
const toToolbar = Extension.create({
  name: 'toToolbar',
  addKeyboardShortcuts: () => ({
    'Alt-F10': () => {
      document.querySelector<HTMLElement>('.tools button')?.focus()
      return true
    },
  }),
})
