import { Link } from '@remix-run/react'
import { day } from '~/ui/date'
import { EmptyState } from '~/ui/message'
import type { Thread } from './thread'
import { nothingFor, searchOf, threadsAtOnce, type ThreadFilter } from './thread-filter'
import { ThreadNote } from './thread-note'
import { lostWords, threadTitle } from './thread-words'

/** A thread with where it belongs: the name of the place, and the way there. */
export type PlacedThread = Thread & {
  readonly placeName: string
  readonly placePath: string
  /** Whether the words that it was set on still stand in the text. */
  readonly gone: boolean
}

type Counts = { readonly open: number; readonly resolved: number }

/** Which threads are shown: open or resolved, and of them all, the reader's own or those that name them. */
export function ThreadFilters({ filter, counts }: { filter: ThreadFilter; counts: Counts }) {
  const first = { ...filter, most: threadsAtOnce }
  const states = [
    ['open', 'Öppna'],
    ['resolved', 'Lösta'],
  ] as const
  return (
    <nav className="end filter" aria-label="Vilka trådar som visas">
      {states.map(([state, name]) => (
        <Link
          key={state}
          to={searchOf({ ...first, state })}
          aria-current={filter.state === state ? 'page' : undefined}
        >
          {name} ({counts[state]})
        </Link>
      ))}
      <Only on={filter.mine} to={searchOf({ ...first, mine: !filter.mine })}>
        Mina
      </Only>
      <Only on={filter.named} to={searchOf({ ...first, named: !filter.named })}>
        Nämner mig
      </Only>
    </nav>
  )
}

function Only({ on, to, children }: { on: boolean; to: string; children: string }) {
  return (
    <Link className="only" to={to} aria-current={on || undefined}>
      <span className="sr">{on ? 'Inte bara: ' : 'Bara: '}</span>
      {children}
      {on && <span aria-hidden="true"> ×</span>}
    </Link>
  )
}

/** The threads that the filter leaves, each with a way to its place. */
export function ThreadList({
  threads,
  filter,
  counts,
  action,
  canComment,
}: {
  threads: readonly PlacedThread[]
  filter: ThreadFilter
  counts: Counts
  action: string
  canComment: boolean
}) {
  if (threads.length === 0) return <NoThreads filter={filter} />
  const left = counts[filter.state] - threads.length
  return (
    <>
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
      {left > 0 && (
        <p>
          <Link
            className="btn"
            to={searchOf({ ...filter, most: threads.length + threadsAtOnce })}
            preventScrollReset
          >
            Visa fler ({left} till)
          </Link>
        </p>
      )}
    </>
  )
}

function NoThreads({ filter }: { filter: ThreadFilter }) {
  const narrowed = filter.mine || filter.named
  return (
    <EmptyState title={nothingFor(filter)}>
      {narrowed ? (
        <p>
          <Link to={searchOf({ ...filter, mine: false, named: false })}>
            {filter.state === 'open' ? 'Visa alla öppna trådar' : 'Visa alla lösta trådar'}
          </Link>
        </p>
      ) : (
        <p>
          Markera ord i ett avsnitt och välj Kommentera, eller välj pratbubblan på en rad i
          budgeten, ett mål eller en att-sats.
        </p>
      )}
    </EmptyState>
  )
}
