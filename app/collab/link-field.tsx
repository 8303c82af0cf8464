import { isTextSelection, type Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '~/ui/button'
import { isSafeAddress } from './editor-marks'

/** The address of a link, under the toolbar. */
export function LinkField({ editor, onDone }: { editor: Editor; onDone: () => void }) {
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
        ref={focused}
        onKeyDown={event => event.key === 'Escape' && onDone()}
      />
      <Button small type="submit">
        Infoga länken
      </Button>
      <Button small kind="plain" onClick={onDone}>
        Avbryt
      </Button>
      {fault && (
        <span role="alert" className="error">
          Adressen ska börja med https:// eller mailto:.
        </span>
      )}
    </form>
  )
}

const focused = (element: HTMLElement | null) => element?.focus()

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
