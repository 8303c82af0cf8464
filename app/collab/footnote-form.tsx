import { useState } from 'react'
import { Button } from '~/ui/button'
import { longestNote } from '~/proposal/section-content'
import { noteText } from './footnote-acts'

/** Where the text of a footnote is written. */
export function FootnoteForm({
  text = '',
  onDone,
  onCancel,
}: {
  text?: string
  onDone: (text: string) => void
  onCancel: () => void
}) {
  const [fault, setFault] = useState(false)
  return (
    <form
      className="footnote-form"
      onSubmit={event => {
        event.preventDefault()
        const typed = noteText(String(new FormData(event.currentTarget).get('note') ?? ''))
        if (typed === null) setFault(true)
        else onDone(typed)
      }}
    >
      <textarea
        className="input"
        name="note"
        rows={3}
        aria-label="Fotnotens text"
        aria-invalid={fault || undefined}
        maxLength={longestNote}
        defaultValue={text}
        ref={element => element?.focus()}
        onKeyDown={event => event.key === 'Escape' && onCancel()}
      />
      {fault && (
        <p role="alert" className="error">
          Skriv vad fotnoten ska säga.
        </p>
      )}
      <div className="acts">
        <Button small type="submit">
          {text ? 'Spara fotnoten' : 'Infoga fotnoten'}
        </Button>
        <Button small kind="plain" onClick={onCancel}>
          Avbryt
        </Button>
      </div>
    </form>
  )
}
