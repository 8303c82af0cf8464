import { useEffect, useState } from 'react'
import type { SaveState } from '~/ui/save-state'
import { SectionOutbox, type Place } from './section-outbox'
import { SectionRoom, type Connection, type SectionSession } from './section-room'

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
    let room: SectionRoom | null = null
    let over = false
    void loaded.then(() => {
      if (over) return
      room = new SectionRoom(place, outbox, {
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
      room?.leave()
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

const afterCount = (before: Connection, waiting: number): Connection => ({
  ...before,
  waiting,
  late: waiting > 0 && before.late,
  savedAt: waiting === 0 && before.waiting > 0 ? new Date() : before.savedAt,
})

/** The connection in the words of the page's save state. */
export function saveStateOf({ online, readOnly, waiting, late, savedAt }: Connection): SaveState {
  if (readOnly) return { type: 'read-only' }
  if (!online) return { type: 'offline', waiting }
  if (waiting > 0) return { type: late ? 'failed' : 'saving' }
  return { type: 'saved', at: savedAt }
}
