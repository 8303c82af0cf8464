import { useFetcher } from '@remix-run/react'
import { useEffect, useId, useState } from 'react'
import type { Outcome } from '~/outcome'
import { Button } from '~/ui/button'
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
        fetcher.submit({ ...fields, body: bodyOf(draft) }, { method: 'post', action })
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
