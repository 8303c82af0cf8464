import { useLocation, useRevalidator } from '@remix-run/react'
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { showOut } from '~/auth/shown-out'
import { onSignedIn } from '~/member-here'
import { forgetAllUnsent } from '~/unsent'
import { closeCodes, type LiveMessage, type Present } from './live-message'

type Change = { readonly by: { readonly name: string }; readonly at: Date }

type Live = {
  /** Whether the server tells this page of changes. `connecting` lasts a moment; offline is said after it. */
  readonly state: 'connecting' | 'online' | 'offline'
  /** Everybody who has the proposal open, once for each of their pages. */
  readonly members: readonly Present[]
  /** The last change that somebody else made while the page was open. */
  readonly lastChange: Change | null
  /** Says which cell or row the member stands on; null is the page as such. */
  readonly standOn: (spot: string | null) => void
}

const LiveContext = createContext<Live>({
  state: 'connecting',
  members: [],
  lastChange: null,
  standOn: () => {},
})

/** Who is here, whether the page is live, and the last change by somebody else. */
export const useLive = (): Live => useContext(LiveContext)

/** Keeps the page of a proposal fresh: it loads again when the server tells of a revision that it has not seen. */
export function LiveProvider({
  proposalId,
  revision,
  findings,
  children,
}: {
  proposalId: string
  /** The revision that the page shows. */
  revision: number
  /** The numbers of findings that the page shows. */
  findings: Counts
  children: ReactNode
}) {
  const page = useLocation().pathname.split('/').slice(3).join('/')
  const [spot, setSpot] = useState({ page, at: '' })
  const [state, setState] = useState<Live['state']>('connecting')
  const [members, setMembers] = useState<readonly Present[]>([])
  const [lastChange, setLastChange] = useState<Change | null>(null)
  const reload = useReload(revision)

  const counted = useRef(findings)
  useEffect(() => {
    counted.current = findings
  }, [findings])
  const memberId = useRef('')
  const hear = useCallback(
    (message: LiveMessage) => {
      switch (message.type) {
        case 'hello':
          memberId.current = message.memberId
          setState('online')
          return reload(message.revision)
        case 'revision':
          if (message.by.memberId !== memberId.current)
            setLastChange({ by: message.by, at: new Date() })
          return reload(message.revision)
        case 'findings':
          return sameCounts(message, counted.current) ? undefined : reload('now')
        case 'present':
          return setMembers(message.members)
        case 'access':
          return reload('now')
      }
    },
    [reload],
  )
  const leave = useCallback(
    (signedOut: boolean) => {
      setState('offline')
      setMembers([])
      // the page's loader asks a member without a session to sign in again
      if (signedOut) reload('now')
    },
    [reload],
  )
  const tell = useLiveSocket(proposalId, hear, leave)

  const place = spot.page === page && spot.at ? `${page}#${spot.at}` : page
  useEffect(() => tell(place), [tell, place])
  const standOn = useCallback((at: string | null) => setSpot({ page, at: at ?? '' }), [page])

  const live = useMemo(
    () => ({ state, members, lastChange, standOn }),
    [state, members, lastChange, standOn],
  )
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
}

type Counts = { readonly errors: number; readonly warnings: number }

const sameCounts = (a: Counts, b: Counts) => a.errors === b.errors && a.warnings === b.warnings

/** Loads the page's figures again: once for each revision that it has not seen, and always when told `now`. */
function useReload(shown: number) {
  const revalidator = useRevalidator()
  const [wanted, setWanted] = useState({ revision: 0, forced: 0 })
  const asked = useRef({ revision: 0, forced: 0 })
  useEffect(() => {
    const newer = wanted.revision > shown && wanted.revision > asked.current.revision
    const forced = wanted.forced > asked.current.forced
    if ((!newer && !forced) || revalidator.state !== 'idle') return
    asked.current = wanted
    revalidator.revalidate()
  }, [wanted, shown, revalidator])
  return useCallback(
    (revision: number | 'now') =>
      setWanted(before =>
        revision === 'now'
          ? { ...before, forced: before.forced + 1 }
          : { ...before, revision: Math.max(before.revision, revision) },
      ),
    [],
  )
}

const patience = { first: 500, longest: 15_000, beforeOffline: 1_500 }

/** A socket that comes back by itself, later and later. Returns how to tell the server where the member stands. */
function useLiveSocket(
  proposalId: string,
  hear: (message: LiveMessage) => void,
  leave: (signedOut: boolean) => void,
) {
  const current = useRef<WebSocket | null>(null)
  const place = useRef('')
  useEffect(() => {
    let wait = patience.first
    let timer = 0
    let offline = 0
    let over = false

    function connect() {
      const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws'
      const query = new URLSearchParams({ proposal: proposalId })
      current.current?.close()
      const socket = new WebSocket(`${scheme}://${window.location.host}/live?${query}`)
      current.current = socket
      socket.addEventListener('open', () => sendPlace(socket, place.current))
      socket.addEventListener('message', event => {
        if (socket !== current.current) return
        window.clearTimeout(offline)
        wait = patience.first
        hear(readMessage(event.data))
      })
      socket.addEventListener('close', ({ code }) => {
        if (over || socket !== current.current) return
        window.clearTimeout(offline)
        if (code === closeCodes.removed) return void leaveForGood()
        const final = code === closeCodes.signedOut || code === closeCodes.notFound
        offline = window.setTimeout(() => leave(false), patience.beforeOffline)
        if (final) leave(true)
        else timer = window.setTimeout(connect, wait)
        wait = Math.min(wait * 2, patience.longest)
      })
    }

    // a network that went away often leaves its sockets open, and deaf: nothing that they said later is trusted
    const gone = () => {
      current.current?.close()
      leave(false)
    }
    const back = () => {
      window.clearTimeout(timer)
      connect()
    }
    connect()
    const stopHearing = onSignedIn(back)
    window.addEventListener('offline', gone)
    window.addEventListener('online', back)
    return () => {
      over = true
      stopHearing()
      window.removeEventListener('offline', gone)
      window.removeEventListener('online', back)
      window.clearTimeout(timer)
      window.clearTimeout(offline)
      current.current?.close()
    }
  }, [proposalId, hear, leave])

  return useCallback((spot: string) => {
    place.current = spot
    if (current.current?.readyState === WebSocket.OPEN) sendPlace(current.current, spot)
  }, [])
}

/** A member who was removed from the group keeps nothing of its drafts. */
async function leaveForGood() {
  await forgetAllUnsent()
  showOut()
}

const sendPlace = (socket: WebSocket, place: string) =>
  socket.send(JSON.stringify({ type: 'place', place }))

/** The gate for what the server sends: its own page trusts its shape. */
const readMessage = (text: string) => JSON.parse(text) as LiveMessage
