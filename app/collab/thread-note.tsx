import { useFetcher } from '@remix-run/react'
import { useEffect, useId, useState } from 'react'
import type { Outcome } from '~/outcome'
import { Button } from '~/ui/button'
import { clock } from '~/ui/date'
import type { Comment, Thread, ThreadPlace } from './thread'
import { threadTitle } from './thread-words'

type Sent = Outcome<{ threadId: string }>

/** One thread, with what one may do with it. */
export function ThreadNote({
  thread,
  action,
  canComment,
  title,
}: {
  thread: Thread
  /** The address that takes comments: the proposal's `comments` page. */
  action: string
  canComment: boolean
  /** What it is on, or null where that stands above it already. */
  title?: string | null
}) {
  const [answering, setAnswering] = useState(false)
  const fetcher = useFetcher<Sent>()
  const heading = title ?? threadTitle(thread)
  const settle = (intent: 'resolve' | 'reopen') =>
    fetcher.submit({ intent, threadId: thread.id }, { method: 'post', action })
  return (
    <section className="note thread" id={`t-${thread.id}`} aria-label={`Kommentarer, ${heading}`}>
      {title !== null && <p className="note-h">{heading}</p>}
      {thread.comments.map(comment => (
        <Said key={comment.id} comment={comment} />
      ))}
      {thread.resolvedAt && <p className="by">Löst av {thread.resolvedByName}</p>}
      {answering ? (
        <CommentForm
          action={action}
          fields={{ intent: 'reply', threadId: thread.id }}
          label="Svar"
          submit="Svara"
          onDone={() => setAnswering(false)}
        />
      ) : (
        canComment && (
          <div className="acts">
            <Button small onClick={() => setAnswering(true)}>
              Svara
            </Button>
            <Button
              kind="plain"
              small
              onClick={() => settle(thread.resolvedAt ? 'reopen' : 'resolve')}
            >
              {thread.resolvedAt ? 'Öppna igen' : 'Markera som löst'}
            </Button>
          </div>
        )
      )}
      {fetcher.data && !fetcher.data.ok && (
        <p role="alert" className="error">
          {fetcher.data.fault.message}
        </p>
      )}
    </section>
  )
}

function Said({ comment: { authorName, body, createdAt } }: { comment: Comment }) {
  return (
    <div className="say">
      <p className="by">
        <b>{authorName}</b> <time dateTime={createdAt.toISOString()}>{when(createdAt)}</time>
      </p>
      <p className="said">{body}</p>
    </div>
  )
}

const dayFormat = new Intl.DateTimeFormat('sv-SE', {
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Stockholm',
})

/** Day and time as a Swedish reader's clock and calendar show them. */
export const when = (at: Date): string => `${dayFormat.format(at)} ${clock(at)}`

/** The first comment on a place. */
export function NewThread({
  place,
  action,
  title,
  onDone,
}: {
  place: ThreadPlace
  action: string
  title: string
  onDone: () => void
}) {
  return (
    <section className="note thread" aria-label="Ny kommentar">
      <p className="note-h">{title}</p>
      <CommentForm
        action={action}
        fields={{ intent: 'open', ...place }}
        label="Kommentar"
        submit="Kommentera"
        onDone={onDone}
      />
    </section>
  )
}

function CommentForm({
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
  const sent = fetcher.state === 'idle' && fetcher.data?.ok === true
  useEffect(() => {
    if (sent) onDone()
    // once, when the answer comes: `onDone` is another function on each drawing
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sent])
  return (
    <fetcher.Form method="post" action={action} className="comment-form">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={id} className="sr">
        {label}
      </label>
      <textarea
        id={id}
        className="input"
        name="body"
        rows={3}
        required
        maxLength={4000}
        ref={focusOnce}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onDone()
        }}
      />
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

const focusOnce = (element: HTMLTextAreaElement | null) => {
  if (element && !element.dataset.focused) {
    element.dataset.focused = 'true'
    element.focus({ preventScroll: true })
  }
}
