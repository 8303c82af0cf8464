import type { Editor } from '@tiptap/core'
import { useEditorState, EditorContent } from '@tiptap/react'
import { useMemo, useState, type ReactNode } from 'react'
import { figureChoices } from '~/budget/figure-choices'
import type { Statement } from '~/budget/statement'
import type { PledgeRow } from '~/proposal/promise'
import { useSaveState } from '~/ui/save-state'
import type { SavedRow } from './figure-note'
import { useNamedThread } from './fold-tools'
import { notingAt, type Noting } from './footnote-acts'
import { promiseChoices } from './promise-choices'
import type { StandingWords } from './readiness'
import { SectionNotes } from './section-notes'
import type { SectionSession } from './section-room'
import { saveStateOf, useSectionSession } from './section-session'
import { SectionToolbar } from './section-toolbar'
import { SectionTrouble } from './section-trouble'
import { useStandingWords } from './standing-words'
import { suggestKind } from './suggest-extension'
import { suggestionsIn } from './suggested-text'
import { SuggestionBar } from './suggestion-bar'
import { useSuggesting } from './suggesting'
import { TextPicker } from './text-picker'
import type { Thread } from './thread'
import { useCommenting } from './use-commenting'
import { useStandingPlace } from './use-standing-place'
import { usePicturing } from './use-picturing'
import { usePicking } from './use-picking'
import { useSectionEditor } from './use-section-editor'

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

function OpenEditor(props: EditorProps & { session: SectionSession }) {
  const { section, statement, pledges, canWrite, canSuggest, canComment, base, session } = props
  const { memberId, members } = props
  useStandingWords(session.doc, props.onWords)
  const [noting, setNoting] = useState<Noting | null>(null)
  const { editor, left } = useSectionEditor(props)
  const picker = usePicking(editor, statement)
  const commenting = useCommenting(editor, section.id, canComment)
  useNamedThread(editor)
  useStandingPlace(editor)
  const onlySuggests = canSuggest && !canWrite
  const { suggesting, setSuggesting, unsuggested } = useSuggesting(
    editor,
    session.provider,
    onlySuggests,
  )
  const canMark = canWrite && !suggesting
  const pictures = usePicturing(editor, { canWrite: canSuggest, canMark })
  // any change of text or selection may move the notes
  useEditorState({ editor, selector: ({ transactionNumber }) => transactionNumber })
  const suggested = {
    suggestions: suggestionsIn(session.doc),
    nameOf: (id: string) => members[id] ?? 'Borttagen medlem',
  }
  const onNoted = () => setNoting(null)

  return (
    <>
      <SectionToolbar
        editor={editor}
        readOnly={!canSuggest}
        suggesting={suggesting}
        {...(canWrite && { onSuggesting: setSuggesting })}
        onKind={does => suggestKind(editor, memberId, does)}
        canComment={canComment}
        onFigure={picker.pickHere}
        onPromise={() => picker.pickPromise()}
        onComment={commenting.comment}
        onFootnote={() => setNoting(notingAt(editor))}
        onImage={pictures.picture}
      />
      <Told {...{ unsuggested, left }} more={pictures.more} />
      <SuggestionBar
        {...suggested}
        action={`${base}/sections/${section.id}`}
        canSettle={canWrite}
        memberId={memberId}
      />
      <div className="section-body">
        <Paper {...{ editor, picker, statement, pledges }} />
        <SectionNotes
          {...props}
          {...suggested}
          tools={{ editor, picker, pictures, commenting, noting, onNoted, canMark }}
        />
      </div>
    </>
  )
}

/** What was not done as the member may have meant it, and why. */
function Told({
  unsuggested,
  left,
  more,
}: {
  unsuggested: boolean
  left: ReactNode
  more: number
}) {
  return (
    <>
      {unsuggested && (
        <p className="second" role="status">
          Listor, citat, bilder, löften och tabellers rader och kolumner går inte att föreslå. Skriv
          hellre en kommentar.
        </p>
      )}
      {left}
      {more > 0 && (
        <p className="second" role="status">
          En bild i taget: varje bild ska beskrivas. Klistra in de andra efteråt.
        </p>
      )}
    </>
  )
}

/** The text, and the list of figures or measures that is open in it. */
function Paper({
  editor,
  picker,
  statement,
  pledges,
}: Pick<EditorProps, 'statement' | 'pledges'> & {
  editor: Editor
  picker: ReturnType<typeof usePicking>
}) {
  const figures = useMemo(() => figureChoices(statement), [statement])
  const promises = useMemo(() => promiseChoices(pledges, statement.unit), [pledges, statement.unit])
  return (
    <article className="paper" aria-label="Avsnittets text">
      <EditorContent editor={editor} />
      <TextPicker
        picking={picker.picking}
        figures={figures}
        promises={promises}
        onFigure={picker.choose}
        onPromise={picker.bind}
        onClose={picker.close}
      />
    </article>
  )
}
