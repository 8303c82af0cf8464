import type { HocuspocusProvider } from '@hocuspocus/provider'
import { useEffect, useState } from 'react'
import * as Y from 'yjs'
import type { SaveState } from '~/ui/save-state'
import { schemaVersion } from './editor-schema'
import { SectionProvider } from './section-provider'

/** How an open section stands with the server. */
export type Connection = {
  readonly online: boolean
  readonly readOnly: boolean
  /** Why the room turned the page away: its program is too old, or the member may not read the section. */
  readonly refused: 'old-schema' | 'no-access' | null
  /** Changes that the server has not written down yet. */
  readonly waiting: number
  readonly savedAt: Date | null
  /** Set where an answer has been due for long. */
  readonly late: boolean
}

export type SectionSession = { readonly doc: Y.Doc; readonly provider: HocuspocusProvider }

const patience = { offline: 1500, late: 10_000 }

const fresh: Connection = {
  online: true,
  readOnly: false,
  refused: null,
  waiting: 0,
  savedAt: null,
  late: false,
}

/** Opens the section's room for as long as the page shows it. The session is null until the text has come. */
export function useSectionSession(sectionId: string) {
  const [session, setSession] = useState<SectionSession | null>(null)
  const [connection, setConnection] = useState(fresh)

  useEffect(() => {
    const patch = (change: Partial<Connection>) =>
      setConnection(before => ({ ...before, ...change }))
    let offline = 0
    let late = 0
    const doc = new Y.Doc()
    const provider = new SectionProvider({
      url: `${window.location.origin.replace(/^http/, 'ws')}/collab`,
      name: sectionId,
      document: doc,
      token: String(schemaVersion),
      onStatus({ status }) {
        window.clearTimeout(offline)
        if (status === 'connected') patch({ online: true })
        else offline = window.setTimeout(() => patch({ online: false }), patience.offline)
      },
      onAuthenticated: ({ scope }) => patch({ readOnly: scope === 'readonly', refused: null }),
      onAuthenticationFailed: ({ reason }) =>
        patch({ refused: reason === 'old-schema' ? 'old-schema' : 'no-access' }),
      onSynced: () => setSession({ doc, provider }),
      onUnsyncedChanges({ number }) {
        window.clearTimeout(late)
        if (number > 0) late = window.setTimeout(() => patch({ late: true }), patience.late)
        setConnection(before => afterCount(before, number))
      },
    })
    // a network that went away often leaves its sockets open, and deaf
    const socket = provider.configuration.websocketProvider
    const gone = () => {
      socket.onClose({ event: new CloseEvent('close', { code: 4408, reason: 'offline' }) })
      patch({ online: false })
    }
    const back = () => void socket.connect()
    window.addEventListener('offline', gone)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('offline', gone)
      window.removeEventListener('online', back)
      window.clearTimeout(offline)
      window.clearTimeout(late)
      setSession(null)
      setConnection(fresh)
      closeWhenSent(provider)
    }
  }, [sectionId])

  useEffect(() => {
    if (connection.waiting === 0) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [connection.waiting])

  return { session, connection }
}

const afterCount = (before: Connection, waiting: number): Connection => ({
  ...before,
  waiting,
  late: waiting > 0 && before.late,
  savedAt: waiting === 0 && before.waiting > 0 ? new Date() : before.savedAt,
})

/** Going to another page of the app must not drop what is still on its way. */
function closeWhenSent(provider: HocuspocusProvider) {
  const close = () => {
    provider.destroy()
    provider.document.destroy()
  }
  if (!provider.hasUnsyncedChanges) return close()
  provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    if (number === 0) window.setTimeout(close, 0)
  })
}

/** The connection in the words of the page's save state. */
export function saveStateOf({ online, readOnly, waiting, late, savedAt }: Connection): SaveState {
  if (readOnly) return { type: 'read-only' }
  if (!online) return { type: 'offline', waiting }
  if (waiting > 0) return { type: late ? 'failed' : 'saving' }
  return { type: 'saved', at: savedAt }
}
