import { useEffect, useState } from 'react'
import * as Y from 'yjs'
import { onSignedIn, setSignedOut } from '~/member-here'
import type { SaveState } from '~/ui/save-state'
import { unlikeReason, type Unlike } from './close-code'
import { roomToken } from './room-token'
import { schemaVersion } from './editor-schema'
import { sectionDoc } from './section-doc'
import { SectionOutbox, type Place } from './section-outbox'
import { SectionProvider } from './section-provider'
import { fits, wordsOf } from './unsent-text'

/** Changes that cannot go into the text: the member may not write any more, or the text has become another. */
export type LeftOver = {
  readonly why: 'read-only' | 'no-access' | 'unfit' | 'in-bin' | Unlike
  readonly words: string
  readonly drop: () => void
}

/** How an open section stands with the server. */
export type Connection = {
  readonly online: boolean
  readonly readOnly: boolean
  /** Why the room turned the page away: its program is too old, the member may not read the section, or it lies in the
   * bin. */
  readonly refused: 'old-schema' | 'no-access' | 'in-bin' | null
  /** Changes that the server has not written down yet, also those that an earlier page left. */
  readonly waiting: number
  /** Whether what waits lies in the browser, and survives a closed tab. */
  readonly kept: boolean
  readonly savedAt: Date | null
  /** Set where an answer has been due for long. */
  readonly late: boolean
  readonly leftOver: LeftOver | null
}

export type SectionSession = { readonly doc: Y.Doc; readonly provider: SectionProvider }

const patience = { offline: 1500, late: 10_000 }

const fresh: Connection = {
  online: true,
  readOnly: false,
  refused: null,
  waiting: 0,
  kept: true,
  savedAt: null,
  late: false,
  leftOver: null,
}

/** Opens the section's room for as long as the page shows it. The session is null until the text has come. */
export function useSectionSession({ memberId, proposalId, sectionId }: Place) {
  const [session, setSession] = useState<SectionSession | null>(null)
  const [connection, setConnection] = useState(fresh)
  /** What stands over from a text that had to be opened anew. */
  const [carried, carry] = useState<{ outbox: SectionOutbox } | null>(null)

  useEffect(() => {
    const place = { memberId, proposalId, sectionId }
    const outbox = carried?.outbox ?? new SectionOutbox(place, Date.now)
    const loaded = carried ? Promise.resolve() : outbox.load()
    // what was typed into the old text after it was given up is not in the new one either
    if (carried) outbox.giveUp()
    const patch = (change: Partial<Connection>) =>
      setConnection(before => ({ ...before, ...change }))
    let leave: (() => void) | null = null
    let over = false
    void loaded.then(() => {
      if (over) return
      leave = openRoom(place, outbox, {
        patch,
        opened: setSession,
        counted: number => setConnection(before => afterCount(before, number)),
        again: () => {
          outbox.giveUp()
          carry({ outbox })
        },
      })
    })
    return () => {
      over = true
      setSession(null)
      setConnection(fresh)
      leave?.()
    }
  }, [memberId, proposalId, sectionId, carried])

  const { waiting, refused, kept } = connection
  // the way out of an old page is to load it anew, and what lies in the browser waits for that
  const atRisk = waiting > 0 && !(refused === 'old-schema' && kept)
  useEffect(() => {
    if (!atRisk) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [atRisk])

  return { session, connection }
}

type Report = {
  readonly patch: (change: Partial<Connection>) => void
  readonly opened: (session: SectionSession) => void
  readonly counted: (waiting: number) => void
  /** The text has to be opened anew: what it holds is not what the server will ever hold. */
  readonly again: () => void
}

function openRoom(place: Place, outbox: SectionOutbox, report: Report): () => void {
  const { patch } = report
  let offline = 0
  let late = 0
  let readOnly = false
  let inText = false
  let over = false
  /** Set where the server will never take what the document holds. */
  let discard = false
  const doc = sectionDoc()
  const count = (unsynced: number) => {
    const own = inText ? outbox.waits : outbox.count
    report.counted(readOnly || (inText && unsynced === 0) ? 0 : Math.max(unsynced, own))
  }
  const again = () => {
    over = true
    report.again()
  }
  const leftOver = (why: LeftOver['why']): LeftOver | null => {
    const words = wordsOf(outbox.left)
    const drop = () => {
      patch({ leftOver: null })
      void outbox.drop()
    }
    if (outbox.left.length > 0 && !words) void outbox.drop()
    return words ? { why, words, drop } : null
  }
  const provider = new SectionProvider({
    url: `${window.location.origin.replace(/^http/, 'ws')}/collab`,
    name: place.sectionId,
    document: doc,
    token: roomToken(schemaVersion, place.memberId),
    onStatus({ status }) {
      window.clearTimeout(offline)
      if (status === 'connected') patch({ online: true })
      else offline = window.setTimeout(() => patch({ online: false }), patience.offline)
    },
    onAuthenticated({ scope }) {
      const mayWrite = scope !== 'readonly'
      // what was refused may be welcome after a change of roles
      if (outbox.refused && inText) {
        outbox.refused = null
        return again()
      }
      // unsent words in a text that is locked now, or left-over words in one that is open again
      if (outbox.count > 0 && inText && readOnly === mayWrite) return again()
      readOnly = !mayWrite
      patch({ readOnly, refused: null })
    },
    onAuthenticationFailed({ reason }) {
      if (reason === 'other-member') return setSignedOut('other-member')
      if (reason === 'old-schema') return patch({ refused: 'old-schema', readOnly: true })
      outbox.giveUp()
      readOnly = true
      // what was not sent stays in the browser, and is sent should the section come back from the bin
      const why = reason === 'in-bin' ? 'in-bin' : 'no-access'
      patch({ refused: why, readOnly, leftOver: leftOver(why) })
      discard = true
      if (why === 'no-access') void outbox.drop()
      count(0)
    },
    onClose({ event }) {
      const why = unlikeReason(event.reason)
      if (!why || over) return
      discard = true
      outbox.refused = why
      again()
    },
    onSynced() {
      if (over) return
      if (!inText) takeIn()
      report.opened({ doc, provider })
    },
    onUnsyncedChanges({ number }) {
      window.clearTimeout(late)
      if (number > 0) late = window.setTimeout(() => patch({ late: true }), patience.late)
      if (number === 0 && inText && !readOnly) void outbox.acknowledged()
      if (!over) count(number)
    },
  })
  outbox.watch(doc, provider, () => patch({ kept: false }))
  if (outbox.count > 0) count(outbox.count)

  /** What an earlier page left goes into the text once that has come, and from there to the server. */
  function takeIn() {
    inText = true
    if (outbox.left.length === 0) return
    if (readOnly) return patch({ leftOver: leftOver('read-only') })
    if (outbox.refused) return patch({ leftOver: leftOver(outbox.refused) })
    if (!fits(doc, outbox.left)) return patch({ leftOver: leftOver('unfit') })
    const left = outbox.left
    outbox.taken()
    doc.transact(() => left.forEach(update => Y.applyUpdate(doc, update, outbox)), outbox)
  }

  // a network that went away often leaves its sockets open, and deaf
  const socket = provider.configuration.websocketProvider
  const gone = () => {
    socket.onClose({ event: new CloseEvent('close', { code: 4408, reason: 'offline' }) })
    patch({ online: false })
  }
  const back = () => void socket.connect()
  const stopHearing = onSignedIn(() => {
    gone()
    back()
  })
  window.addEventListener('offline', gone)
  window.addEventListener('online', back)
  return () => {
    over = true
    stopHearing()
    window.removeEventListener('offline', gone)
    window.removeEventListener('online', back)
    window.clearTimeout(offline)
    window.clearTimeout(late)
    closeWhenSent(provider, discard)
  }
}

const afterCount = (before: Connection, waiting: number): Connection => ({
  ...before,
  waiting,
  late: waiting > 0 && before.late,
  savedAt: waiting === 0 && before.waiting > 0 ? new Date() : before.savedAt,
})

/** Going to another page of the app must not drop what is still on its way. */
function closeWhenSent(provider: SectionProvider, discard: boolean) {
  const close = () => {
    provider.destroy()
    provider.document.destroy()
  }
  const readOnly = provider.authorizedScope === 'readonly'
  if (discard || readOnly || !provider.hasUnsyncedChanges) return close()
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
