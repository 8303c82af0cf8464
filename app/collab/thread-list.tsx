import { Link } from '@remix-run/react'
import { day } from '~/ui/date'
import { EmptyState } from '~/ui/message'
import type { Thread } from './thread'
import { ThreadNote } from './thread-note'
import { lostWords, threadTitle } from './thread-words'

/** A thread with where it belongs: the name of the place, and the way there. */
export type PlacedThread = Thread & {
  readonly placeName: string
  readonly placePath: string
  /** Whether the words that it was set on still stand in the text. */
  readonly gone: boolean
}

/** The proposal's threads, each with a way to its place. */
export function ThreadList({
  threads,
  action,
  canComment,
  shown,
}: {
  threads: readonly PlacedThread[]
  action: string
  canComment: boolean
  shown: 'open' | 'resolved'
}) {
  if (threads.length === 0)
    return (
      <EmptyState title={shown === 'open' ? 'Inga öppna trådar' : 'Inga lösta trådar'}>
        <p>
          Markera ord i ett avsnitt och välj Kommentera, eller välj pratbubblan på en rad i
          budgeten, ett mål eller en att-sats.
        </p>
      </EmptyState>
    )
  return (
    <ul className="thread-list">
      {threads.map(thread => (
        <li key={thread.id}>
          <p className="second">
            <Link to={thread.placePath}>{thread.placeName}</Link>, {day(thread.createdAt)}
            {thread.gone && `. ${lostWords(thread)}`}
          </p>
          <ThreadNote
            thread={thread}
            action={action}
            canComment={canComment}
            title={threadTitle(thread, thread.gone)}
          />
        </li>
      ))}
    </ul>
  )
}
