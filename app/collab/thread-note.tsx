import { useFetcher } from '@remix-run/react'
import { createElement, Fragment, useState } from 'react'
import { Button } from '~/ui/button'
import { clock } from '~/ui/date'
import { CommentForm, type Sent } from './comment-form'
import type { CommentPart } from './mention'
import type { Comment, SentThread, Thread, ThreadPlace } from './thread'
import { arrived } from './arrived-thread'
import { morePath } from './thread-filter'
import { threadTitle } from './thread-words'

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
  const settle = (intent: 'resolve' | 'reopen') => {
    if (fetcher.state === 'submitting') return
    fetcher.submit({ intent, threadId: thread.id }, { method: 'post', action })
  }
  return (
    <article className="note thread" id={`t-${thread.id}`} aria-label={`Kommentarer, ${heading}`}>
      {title !== null && <p className="note-h">{heading}</p>}
      <Comments thread={thread} action={action} />
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
              busy={fetcher.state !== 'idle'}
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
    </article>
  )
}

/** What is said in the thread; where it is folded, its middle comes when it is asked for. */
function Comments({ thread, action }: { thread: Thread; action: string }) {
  const whole = useFetcher<readonly SentThread[]>()
  const { comments, leftOut } = whole.data?.map(arrived)[0] ?? thread
  const [first, ...rest] = comments
  const path = action.replace(/comments$/, morePath({ threadId: thread.id }))
  return (
    <>
      {first && <Said comment={first} />}
      {leftOut > 0 && (
        <p>
          <Button small busy={whole.state !== 'idle'} onClick={() => whole.load(path)}>
            {leftOut === 1 ? 'Visa 1 svar till' : `Visa ${leftOut} svar till`}
          </Button>
        </p>
      )}
      {rest.map(comment => (
        <Said key={comment.id} comment={comment} />
      ))}
    </>
  )
}

function Said({ comment: { authorName, parts, createdAt } }: { comment: Comment }) {
  return (
    <div className="say">
      <p className="by">
        <b>{authorName}</b> <time dateTime={createdAt.toISOString()}>{when(createdAt)}</time>
      </p>
      <p className="said">{createElement(Fragment, null, ...parts.map(partElement))}</p>
    </div>
  )
}

/** Text has no identity of its own: its parts are told apart by their order, so they need no keys. */
const partElement = ({ text, mention }: CommentPart) =>
  mention ? <b className={mention === 'reader' ? 'mention you' : 'mention'}>{text}</b> : text

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
