import { Link, useLocation, useNavigate, useParams, useSearchParams } from '@remix-run/react'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { Button } from '~/ui/button'
import { markerId, PlacedContext, searchWith, type Placed } from './place-marker'
import type { AskedPlace, PlacedThreads } from './placed-threads.server'
import type { Thread, ThreadPlace } from './thread'
import { goneWords } from './thread-words'
import { NewThread, ThreadNote } from './thread-note'
import { placeKey, type PlaceRef } from './thread-place'

/** A page whose rows carry threads, and beside it those of the row that the address asks for. */
export function WithThreads({ placed, children }: { placed: PlacedThreads; children: ReactNode }) {
  const { asked } = placed
  const ways = useWays(placed)
  return (
    <PlacedContext.Provider value={ways}>
      <div className={asked ? 'with-threads open' : 'with-threads'}>
        <div className="with-threads-main">{children}</div>
        {asked && (
          <PlaceThreads key={placeKey(asked)} asked={asked} canComment={placed.canComment} />
        )}
      </div>
    </PlacedContext.Provider>
  )
}

/** Adds how the rows' markers lead to the threads: as a link of the router does. */
function useWays(placed: PlacedThreads): Placed {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  return useMemo(() => {
    const here = new URLSearchParams(search)
    return {
      ...placed,
      addressOf: ref => pathname + searchWith(here, ref),
      go: address =>
        void navigate(address, {
          preventScrollReset: true,
          replace: address === pathname + search,
        }),
    }
  }, [placed, pathname, search, navigate])
}

/** The threads of one place, in the margin; on a narrow page a sheet over its foot. */
function PlaceThreads({ asked, canComment }: { asked: AskedPlace; canComment: boolean }) {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const action = `/proposals/${useParams().proposalId}/comments`
  const heading = useRef<HTMLHeadingElement>(null)
  const [writing, setWriting] = useState(asked.threads.length === 0)
  const closed = searchWith(search, null)
  useBack(asked, heading)
  const inOrder = asked.threads.toReversed()
  const open = inOrder.filter(({ resolvedAt }) => !resolvedAt)
  const mayBegin = canComment && !asked.gone
  return (
    // Escape closes it from whatever has the focus in it
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className="place-threads"
      aria-labelledby="h-tradar"
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        void navigate(closed, { preventScrollReset: true })
      }}
    >
      <div className="place-threads-head">
        <h2 id="h-tradar" ref={heading} tabIndex={-1}>
          <span className="sr">Kommentarer: </span>
          {asked.name}
        </h2>
        <Link className="btn plain small" to={closed} preventScrollReset>
          Stäng<span className="sr"> kommentarerna</span>
        </Link>
      </div>
      {asked.gone && <p className="second">{goneWords[asked.kind]}</p>}
      {open.map(thread => (
        <ThreadNote
          key={thread.id}
          thread={thread}
          action={action}
          canComment={canComment}
          title={null}
        />
      ))}
      <Resolved threads={inOrder.filter(({ resolvedAt }) => resolvedAt)} canComment={canComment} />
      {mayBegin && writing && (
        <NewThread
          place={threadPlaceOf(asked)}
          action={action}
          title="Ny tråd"
          onDone={() => setWriting(false)}
        />
      )}
      {mayBegin && !writing && (
        <p>
          <Button small onClick={() => setWriting(true)}>
            Ny tråd
          </Button>
        </p>
      )}
      {asked.threads.length === 0 && !writing && <p className="second">Inga kommentarer här än.</p>}
    </aside>
  )
}

function Resolved({ threads, canComment }: { threads: readonly Thread[]; canComment: boolean }) {
  const action = `/proposals/${useParams().proposalId}/comments`
  const named = useHash()
  if (threads.length === 0) return null
  return (
    <details className="note" open={threads.some(({ id }) => named === `#t-${id}`) || undefined}>
      <summary>{threads.length === 1 ? '1 löst tråd' : `${threads.length} lösta trådar`}</summary>
      {threads.map(thread => (
        <ThreadNote
          key={thread.id}
          thread={thread}
          action={action}
          canComment={canComment}
          title={null}
        />
      ))}
    </details>
  )
}

/** The part of the address after `#`; the server is not told of it. */
const useHash = (): string =>
  useSyncExternalStore(
    onHash,
    () => window.location.hash,
    () => '',
  )

function onHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

const threadPlaceOf = ({ kind, id }: PlaceRef): ThreadPlace =>
  kind === 'amendment' ? { kind, amendmentId: id } : { kind, place: id }

/** Brings row and threads in sight, moves the keys here, and back to the row's marker when it closes. */
function useBack(ref: PlaceRef, heading: React.RefObject<HTMLElement | null>) {
  const id = markerId(ref)
  useEffect(() => {
    const narrow = window.matchMedia('(max-width: 74em)').matches
    document.getElementById(id)?.scrollIntoView({ block: narrow ? 'start' : 'nearest' })
    const here = heading.current?.closest('aside')
    const named = window.location.hash && document.getElementById(window.location.hash.slice(1))
    if (named && here?.contains(named)) named.scrollIntoView({ block: 'nearest' })
    // the form of a new thread has taken the keys already
    if (!here?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true })
    return () => {
      const active = document.activeElement
      if (active === document.body || here?.contains(active) || active === null)
        document.getElementById(id)?.focus({ preventScroll: true })
    }
  }, [id, heading])
}
