import { useFetcher } from '@remix-run/react'
import { useEffect, useId, useRef, useState } from 'react'
import type { Outcome } from '~/outcome'

import { Button } from '~/ui/button'
import { randomId } from '~/ui/random-id'
import { bodyOf, emptyComment } from './mention'
import { MentionInput } from './mention-input'

export type Sent = Outcome<{ threadId: string }>

/** What one says in a thread. Without script it is sent as it is typed, and names nobody. */
export function CommentForm({
  action,
  fields,
  label,
  submit,
  onDone,
}: {
  action: string
  fields: Readonly<Record<string, string>>
  label: string
  submit: string
  onDone: () => void
}) {
  const fetcher = useFetcher<Sent>()
  const id = useId()
  const [draft, setDraft] = useState(emptyComment)
  const idOf = useSentId()
  const sent = fetcher.state === 'idle' && fetcher.data?.ok === true
  useEffect(() => {
    if (sent) onDone()
    // once, when the answer comes: `onDone` is another function on each drawing
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sent])
  return (
    <fetcher.Form
      method="post"
      action={action}
      className="comment-form"
      onSubmit={event => {
        event.preventDefault()
        if (fetcher.state === 'submitting') return
        const body = bodyOf(draft)
        fetcher.submit({ ...fields, body, sent: idOf(body) }, { method: 'post', action })
      }}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={id} className="sr">
        {label}
      </label>
      <MentionInput id={id} draft={draft} onDraft={setDraft} onEscape={onDone} />
      {fetcher.data && !fetcher.data.ok && (
        <p role="alert" className="error">
          {fetcher.data.fault.message}
        </p>
      )}
      <div className="acts">
        <Button type="submit" small kind="primary" busy={fetcher.state !== 'idle'}>
          {submit}
        </Button>
        <Button small kind="plain" onClick={onDone}>
          Avbryt
        </Button>
      </div>
    </fetcher.Form>
  )
}

/**
 * The id that a comment is sent under: the same for the same words, so that a double press, or another try after an
 * answer that never came, saves them once; another where they were changed in between, so that no change is lost.
 */
function useSentId(): (body: string) => string {
  const last = useRef<{ readonly body: string; readonly id: string } | null>(null)
  return body => {
    if (last.current?.body !== body) last.current = { body, id: randomId() }
    return last.current.id
  }
}
