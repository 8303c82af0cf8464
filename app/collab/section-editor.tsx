import { useSearchParams } from '@remix-run/react'
import { Extension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { figureText } from '~/budget/figure'
import { figureChoices, type FigureChoice } from '~/budget/figure-choices'
import type { Statement } from '~/budget/statement'
import { lostMoney, type PledgeRow } from '~/proposal/promise'
import { useSaveState } from '~/ui/save-state'
import { CaretExtension } from './caret-extension'
import { schemaExtensions } from './editor-schema'
import { FigureExtension, pickFigure, showFigures, type FigureReader } from './figure-extension'
import type { SavedRow } from './figure-note'
import { FoldExtension } from './fold-extension'
import { foldStore, useNamedThread } from './fold-tools'
import { notingAt, type Noting } from './footnote-acts'
import { insertFigure } from './insert-figure'
import { Margin } from './margin'
import { marginNotes } from './margin-notes'
import { promiseChoices, type PromiseChoice } from './promise-choices'
import { PromiseExtension, showPromises, type LostMoney } from './promise-extension'
import { markPromise, wordsToMark } from './promise-mark'
import { usePasting } from './pasting'
import type { StandingWords } from './readiness'
import { ReadOnlyExtension } from './read-only-extension'
import { useStandingPlace } from './section-presence'
import { saveStateOf, useSectionSession, type SectionSession } from './section-session'
import { SectionToolbar } from './section-toolbar'
import { SectionTrouble } from './section-trouble'
import { useStandingWords } from './standing-words'
import { SuggestExtension, suggestKind } from './suggest-extension'
import { suggestionsIn } from './suggested-text'
import { SuggestionBar } from './suggestion-bar'
import { useSuggesting } from './suggesting'
import { TextPicker, type Picking } from './text-picker'
import { lastingRange, selectedPlace } from './text-place'
import type { Thread, ThreadPlace } from './thread'
import { placeParameter } from './thread-place'

export type EditorProps = {
  readonly memberId: string
  readonly section: { readonly id: string; readonly title: string }
  readonly statement: Statement
  readonly rows: readonly SavedRow[]
  /** What promises can rest on. */
  readonly pledges: readonly PledgeRow[]
  readonly threads: readonly Thread[]
  readonly openThreads: number
  readonly resolvedThreads: number
  readonly canWrite: boolean
  readonly canSuggest: boolean
  /** The group's members by id, also those who have left. */
  readonly members: Readonly<Record<string, string>>
  readonly canComment: boolean
  /** Hears of what stands in the text, live. */
  readonly onWords: (words: StandingWords) => void
  /** The proposal's own address, without a final slash. */
  readonly base: string
}

/** The section's text, live. `waiting` is what to show until it has come. */
export default function SectionEditor({ waiting, ...props }: EditorProps & { waiting: ReactNode }) {
  const { memberId, section, base } = props
  const proposalId = base.split('/').at(-1) ?? ''
  const { session, connection } = useSectionSession({
    memberId,
    proposalId,
    sectionId: section.id,
  })
  const readOnly = (!props.canWrite && !props.canSuggest) || connection.readOnly
  useSaveState(saveStateOf({ ...connection, readOnly }))
  return (
    <>
      <SectionTrouble connection={connection} />
      {session ? (
        <OpenEditor
          key={`${readOnly} ${props.canWrite} ${session.doc.guid}`}
          {...props}
          session={session}
          canWrite={props.canWrite && !readOnly}
          canSuggest={!readOnly}
        />
      ) : (
        waiting
      )}
    </>
  )
}

function OpenEditor({
  memberId,
  members,
  canSuggest,
  section,
  statement,
  rows,
  pledges,
  threads,
  openThreads,
  resolvedThreads,
  canWrite,
  canComment,
  base,
  session,
  onWords,
}: EditorProps & { session: SectionSession }) {
  useStandingWords(session.doc, onWords)
  const [picking, setPicking] = useState<Picking | null>(null)
  const [written, setCommenting] = useState<{ place: ThreadPlace; pos: number } | null>(null)
  const [picturing, setPicturing] = useState<number | null>(null)
  const [noting, setNoting] = useState<Noting | null>(null)
  const [search, setSearch] = useSearchParams()
  // the marker at the section's heading asks by the address
  const asked = canComment && search.has(placeParameter)
  const commenting =
    written ??
    (asked ? { place: { kind: 'section' as const, sectionId: section.id }, pos: 0 } : null)
  const read = useMemo<FigureReader>(
    () => (ref, format) => figureText(statement, ref, format),
    [statement],
  )
  const why = useMemo<LostMoney>(() => pledge => lostMoney(pledges, pledge), [pledges])
  const choices = useMemo(() => figureChoices(statement), [statement])

  const promised = useMemo(() => promiseChoices(pledges, statement.unit), [pledges, statement.unit])

  const pickAt = (from: number, to: number, kind: Picking['kind'] = 'figure') => {
    const corner = editor.view.dom.closest('.paper')?.getBoundingClientRect()
    const at = editor.view.coordsAtPos(from)
    const left = Math.max(0, Math.min(at.left - (corner?.left ?? 0), (corner?.width ?? 0) - 320))
    setPicking({
      left,
      top: at.bottom - (corner?.top ?? 0),
      range: lastingRange(editor, { from, to }),
      kind,
    })
  }
  const pickHere = () => pickAt(editor.state.selection.from, editor.state.selection.to)

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
  useEffect(() => showFigures(editor.view, read), [editor, read])
  useEffect(() => showPromises(editor.view, why), [editor, why])
  useNamedThread(editor)
  useStandingPlace(editor)
  useEffect(() => {
    const { dom } = editor.view
    dom.addEventListener(pickFigure, pickHere)
    return () => dom.removeEventListener(pickFigure, pickHere)
  })
  const { suggesting, setSuggesting, unsuggested } = useSuggesting(editor, canSuggest && !canWrite)
  const suggestions = suggestionsIn(session.doc)
  const nameOf = (id: string) => members[id] ?? 'Borttagen medlem'
  const settleAction = `${base}/sections/${section.id}`
  // any change of text or selection may move the notes
  useEditorState({ editor, selector: ({ transactionNumber }) => transactionNumber })

  const choose = (choice: FigureChoice) => {
    const range = picking?.range()
    if (range) insertFigure(editor, choice, range, statement)
    setPicking(null)
  }
  const promise = (range = wordsToMark(editor.state)) =>
    range && pickAt(range.from, range.to, 'promise')
  const bind = ({ pledge }: PromiseChoice) => {
    const range = picking?.range()
    if (range) markPromise(editor, range, pledge)
    setPicking(null)
  }
  const comment = () =>
    setCommenting({
      place: selectedPlace(editor, section.id) ?? { kind: 'section', sectionId: section.id },
      pos: editor.state.selection.from,
    })

  return (
    <>
      <SectionToolbar
        editor={editor}
        readOnly={!canSuggest}
        suggesting={suggesting}
        {...(canWrite && { onSuggesting: setSuggesting })}
        onKind={does => suggestKind(editor, memberId, does)}
        canComment={canComment}
        onFigure={pickHere}
        onPromise={() => promise()}
        onComment={comment}
        onFootnote={() => setNoting(notingAt(editor))}
        onImage={() => setPicturing(editor.state.selection.from)}
      />
      {unsuggested && (
        <p className="second" role="status">
          Listor, citat, bilder, löften och tabellers rader och kolumner går inte att föreslå. Skriv
          hellre en kommentar.
        </p>
      )}
      {left}
      <SuggestionBar
        suggestions={suggestions}
        nameOf={nameOf}
        action={settleAction}
        canSettle={canWrite}
        memberId={memberId}
      />
      <div className="section-body">
        <article className="paper" aria-label="Avsnittets text">
          <EditorContent editor={editor} />
          <TextPicker
            picking={picking}
            figures={choices}
            promises={promised}
            onFigure={choose}
            onPromise={bind}
            onClose={typed => {
              setPicking(null)
              const chain = editor.chain().focus()
              if (typed) chain.insertContent(typed).run()
              else chain.run()
            }}
          />
        </article>
        <Margin
          editor={editor}
          notes={marginNotes({
            editor,
            statement,
            rows,
            pledges,
            sectionId: section.id,
            threads,
            openThreads,
            resolvedThreads,
            suggestions,
            nameOf,
            memberId,
            canSettle: canWrite,
            canMark: canWrite && !suggesting,
            settleAction,
            canWrite: canSuggest,
            canComment,
            base,
            commenting,
            noting,
            onNoted: () => setNoting(null),
            picturing,
            onPictured: () => setPicturing(null),
            onCommented: () => {
              setCommenting(null)
              if (!asked) return
              const kept = new URLSearchParams(search)
              kept.delete(placeParameter)
              setSearch(kept, { replace: true, preventScrollReset: true })
            },
            onPick: pickAt,
            onPromise: promise,
          })}
        />
      </div>
    </>
  )
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
