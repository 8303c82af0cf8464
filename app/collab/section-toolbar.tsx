import type { Editor } from '@tiptap/core'
import { useRef, useState, type KeyboardEvent } from 'react'
import { FoldTools } from './fold-tools'
import { LinkField } from './link-field'
import type { Does } from './suggestion'
import { InsertTools, TextTools, useActive } from './text-tools'
import { Tool } from './tool'
import { useEditorKeys } from './use-editor-keys'

type Props = {
  readonly editor: Editor
  readonly readOnly: boolean
  /** Whether what is done becomes a suggestion: then blocks are changed through `onKind`. */
  readonly suggesting: boolean
  /** Missing for those who may only suggest. */
  readonly onSuggesting?: (on: boolean) => void
  readonly onKind: (does: Does) => void
  readonly canComment: boolean
  readonly onFigure: () => void
  readonly onPromise: () => void
  readonly onComment: () => void
  readonly onFootnote: () => void
  readonly onImage: () => void
}

/** The tools above a section, in one row. One Tab stop: arrows move inside it; Alt+F10 in the text comes here. */
export function SectionToolbar(props: Props) {
  const { editor, readOnly, suggesting, onSuggesting } = props
  const [linking, setLinking] = useState(false)
  const active = useActive(editor)
  const bar = useRef<HTMLDivElement>(null)
  const level = useLevel(props)
  const link = () =>
    active.link
      ? editor.chain().focus().unsetMark('link', { extendEmptyMarkRange: true }).run()
      : setLinking(!linking)
  useKeys(props, { level, link })
  return (
    <div className="tools-frame">
      <div
        className="tools"
        role="toolbar"
        aria-label="Textverktyg"
        tabIndex={-1}
        ref={bar}
        onKeyDown={event => moveFocus(event, bar.current, () => editor.commands.focus())}
      >
        <PlaceTools {...props} isPromise={active.promise} />
        {!readOnly && (
          <>
            <span className="sep" aria-hidden="true" />
            <TextTools editor={editor} active={active} suggesting={suggesting} onLevel={level} />
            <InsertTools {...props} active={active} onLink={link} />
            <span className="sep" aria-hidden="true" />
            <Mode suggesting={suggesting} onSuggesting={onSuggesting} />
          </>
        )}
        <FoldTools editor={editor} first={readOnly && !props.canComment} />
      </div>
      {linking && <LinkField editor={editor} onDone={() => setLinking(false)} />}
    </div>
  )
}

/** Makes the block a heading of a level, or a paragraph: at once, or as a suggestion. */
function useLevel({ editor, suggesting, onKind }: Props) {
  return (level: 2 | 3 | null) => {
    if (suggesting) return onKind(level ? `become:heading${level}` : 'become:paragraph')
    const chain = editor.chain().focus()
    if (level) chain.setNode('heading', { level }).run()
    else chain.setNode('paragraph').run()
  }
}

type Acts = { readonly level: (level: 2 | 3 | null) => void; readonly link: () => void }

/** The tools' keys, for what the member may do. */
function useKeys(props: Props, { level, link }: Acts) {
  const { editor, readOnly, canComment, onComment, onFootnote, onSuggesting } = props
  useEditorKeys(editor, {
    ...(canComment && { comment: onComment }),
    ...(!readOnly && {
      heading: () => level(2),
      subheading: () => level(3),
      plain: () => level(null),
      link,
      footnote: onFootnote,
    }),
    ...(!readOnly &&
      onSuggesting && { suggest: () => onSuggesting(true), write: () => onSuggesting(false) }),
  })
}

/** What is set at the caret or on the chosen words: a figure, a promise, a comment. */
function PlaceTools({
  readOnly,
  suggesting,
  canComment,
  isPromise,
  onFigure,
  onPromise,
  onComment,
}: Props & { isPromise: boolean }) {
  return (
    <>
      {!readOnly && (
        <Tool first onClick={onFigure}>
          <span className="key">#</span> Siffra
        </Tool>
      )}
      {!readOnly && !suggesting && (
        <Tool pressed={isPromise} onClick={onPromise}>
          Märk som löfte
        </Tool>
      )}
      {canComment && (
        <Tool first={readOnly} keys="Control+Alt+M" onClick={onComment}>
          Kommentera
        </Tool>
      )}
    </>
  )
}

/** Whether what one does changes the text, or is suggested to those who write it. */
function Mode({
  suggesting,
  onSuggesting,
}: {
  suggesting: boolean
  onSuggesting: ((on: boolean) => void) | undefined
}) {
  if (!onSuggesting) return <span className="said">Det du skriver blir förslag</span>
  return (
    <span className="mode" role="group" aria-label="Vad det du skriver blir">
      <Tool pressed={!suggesting} keys="Control+Alt+Shift+Z" onClick={() => onSuggesting(false)}>
        Skriva
      </Tool>
      <Tool pressed={suggesting} keys="Control+Alt+Shift+X" onClick={() => onSuggesting(true)}>
        Föreslå
      </Tool>
    </span>
  )
}

function moveFocus(event: KeyboardEvent, bar: HTMLElement | null, leave: () => void) {
  if (event.target instanceof HTMLInputElement) return
  if (event.key === 'Escape') return leave()
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (!step || !bar) return
  const buttons = [...bar.querySelectorAll<HTMLElement>('button:not([role^=menuitem])')]
  const at = buttons.findIndex(button => button === document.activeElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
}
