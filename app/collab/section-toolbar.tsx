import { isTextSelection, type ChainedCommands, type Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { isSafeAddress } from './editor-marks'
import { promiseAt } from './promise-mark'
import { FoldTools } from './fold-tools'
import type { Does } from './suggestion'
import { TableTools } from './table-tools'
import { Tool } from './tool'
import { useEditorKeys } from './use-editor-keys'

/** The tools above a section. One Tab stop: arrows move inside it; Alt+F10 in the text comes here. */
export function SectionToolbar({
  editor,
  readOnly,
  suggesting,
  onSuggesting,
  onKind,
  canComment,
  onFigure,
  onPromise,
  onComment,
  onFootnote,
  onImage,
}: {
  editor: Editor
  readOnly: boolean
  /** Whether what is done becomes a suggestion: then blocks are changed through `onKind`. */
  suggesting: boolean
  /** Missing for those who may only suggest. */
  onSuggesting?: (on: boolean) => void
  onKind: (does: Does) => void
  canComment: boolean
  onFigure: () => void
  onPromise: () => void
  onComment: () => void
  onFootnote: () => void
  onImage: () => void
}) {
  const [linking, setLinking] = useState(false)
  const active = useEditorState({ editor, selector: ({ editor: one }) => activeOf(one) })
  const bar = useRef<HTMLDivElement>(null)
  const run = () => editor.chain().focus()
  const become = (level: 2 | 3 | null) => {
    if (suggesting) return onKind(level ? `become:heading${level}` : 'become:paragraph')
    if (level) run().setNode('heading', { level }).run()
    else run().setNode('paragraph').run()
  }
  const link = () =>
    active.link
      ? run().unsetMark('link', { extendEmptyMarkRange: true }).run()
      : setLinking(!linking)
  useEditorKeys(editor, {
    ...(canComment && { comment: onComment }),
    ...(!readOnly && {
      heading: () => become(2),
      subheading: () => become(3),
      plain: () => become(null),
      link,
      footnote: onFootnote,
    }),
    ...(!readOnly &&
      onSuggesting && { suggest: () => onSuggesting(true), write: () => onSuggesting(false) }),
  })
  return (
    <div
      className="tools"
      role="toolbar"
      aria-label="Textverktyg"
      tabIndex={-1}
      ref={bar}
      onKeyDown={event => moveFocus(event, bar.current, () => editor.commands.focus())}
    >
      {!readOnly && (
        <Tool first onClick={onFigure}>
          <span className="key">#</span> Siffra
        </Tool>
      )}
      {!readOnly && !suggesting && (
        <Tool pressed={active.promise} onClick={onPromise}>
          Märk som löfte
        </Tool>
      )}
      {canComment && (
        <Tool first={readOnly} keys="Control+Alt+M" onClick={onComment}>
          Kommentera
        </Tool>
      )}
      {!readOnly && (
        <>
          <span className="sep" aria-hidden="true" />
          <Tool
            pressed={active.heading2}
            keys="Control+Alt+1"
            onClick={() => become(active.heading2 ? null : 2)}
          >
            Rubrik
          </Tool>
          <Tool
            pressed={active.heading3}
            keys="Control+Alt+2"
            onClick={() => become(active.heading3 ? null : 3)}
          >
            Underrubrik
          </Tool>
          <Tool
            pressed={active.bold}
            keys="Control+B"
            onClick={() => run().toggleMark('bold').run()}
          >
            <b>Fet</b>
          </Tool>
          <Tool
            pressed={active.italic}
            keys="Control+I"
            onClick={() => run().toggleMark('italic').run()}
          >
            <i>Kursiv</i>
          </Tool>
          {!suggesting && <ListTools active={active} run={run} />}
          {!suggesting && <TableTools editor={editor} inTable={active.table} />}
          <Tool pressed={active.link} keys="Control+K" onClick={link}>
            {active.link ? 'Ta bort länk' : 'Länk'}
          </Tool>
          {linking && <LinkField editor={editor} onDone={() => setLinking(false)} />}
          <Tool onClick={onFootnote}>Fotnot</Tool>
          {!suggesting && <Tool onClick={onImage}>Bild</Tool>}
          <span className="sep" aria-hidden="true" />
          <Mode suggesting={suggesting} onSuggesting={onSuggesting} />
        </>
      )}
      <FoldTools editor={editor} />
    </div>
  )
}

function ListTools({ active, run }: { active: Active; run: () => ChainedCommands }) {
  return (
    <>
      <Tool
        pressed={active.bulletList}
        keys="Control+Shift+8"
        onClick={() => run().toggleList('bulletList', 'listItem').run()}
      >
        Lista
      </Tool>
      <Tool
        pressed={active.orderedList}
        keys="Control+Shift+7"
        onClick={() => run().toggleList('orderedList', 'listItem').run()}
      >
        Numrerad
      </Tool>
      <Tool
        pressed={active.blockquote}
        keys="Control+Shift+9"
        onClick={() => run().toggleWrap('blockquote').run()}
      >
        Citat
      </Tool>
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

type Active = ReturnType<typeof activeOf>

function activeOf(editor: Editor) {
  return {
    heading2: editor.isActive('heading', { level: 2 }),
    heading3: editor.isActive('heading', { level: 3 }),
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    blockquote: editor.isActive('blockquote'),
    link: editor.isActive('link'),
    table: editor.isActive('table'),
    promise: promiseAt(editor.state) !== null,
  }
}

function moveFocus(event: KeyboardEvent, bar: HTMLElement | null, leave: () => void) {
  if (event.target instanceof HTMLInputElement) return
  if (event.key === 'Escape') return leave()
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (!step || !bar) return
  const buttons = [...bar.querySelectorAll('button')]
  const at = buttons.findIndex(button => button === document.activeElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
}

function LinkField({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const [fault, setFault] = useState(false)
  return (
    <form
      className="link-field"
      onSubmit={event => {
        event.preventDefault()
        const typed = String(new FormData(event.currentTarget).get('href') ?? '').trim()
        const href = /^[\w-]+(\.[\w-]+)+/.test(typed) ? `https://${typed}` : typed
        if (!isSafeAddress(href)) return setFault(true)
        setLink(editor, href)
        onDone()
      }}
    >
      <input
        className="input"
        name="href"
        aria-label="Länkens adress"
        aria-invalid={fault || undefined}
        placeholder="https:// eller mailto:"
        ref={element => element?.focus()}
        onKeyDown={event => event.key === 'Escape' && onDone()}
      />
      <button type="submit">Infoga</button>
      {fault && (
        <span role="alert" className="error">
          Adressen ska börja med https:// eller mailto:.
        </span>
      )}
    </form>
  )
}

function setLink(editor: Editor, href: string) {
  const { selection } = editor.state
  const mark = { type: 'link', attrs: { href } }
  if (isTextSelection(selection) && selection.empty)
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: href, marks: [mark] })
      .run()
  else editor.chain().focus().setMark('link', { href }).run()
}
