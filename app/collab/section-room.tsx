import * as Y from 'yjs'
import { onSignedIn, setSignedOut } from '~/member-here'
import { unlikeReason, type Unlike } from './close-code'
import { schemaVersion } from './editor-schema'
import { roomToken } from './room-token'
import { sectionDoc } from './section-doc'
import type { SectionOutbox, Place } from './section-outbox'
import { SectionProvider } from './section-provider'
import { SectionSocket } from './section-socket'
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

/** How a room tells the page of itself. */
export type Report = {
  readonly patch: (change: Partial<Connection>) => void
  readonly opened: (session: SectionSession) => void
  readonly counted: (waiting: number) => void
  /** The text has to be opened anew: what it holds is not what the server will ever hold. */
  readonly again: () => void
}

/** A section's text, open from here on with the server. `leave` ends it. */
export class SectionRoom {
  readonly #doc = sectionDoc()
  readonly #provider: SectionProvider
  #offline = 0
  #late = 0
  #readOnly = false
  #inText = false
  #over = false
  /** Set where the outbox belongs to the text that is opened in the place of this one. */
  #carried = false
  /** Set where the server will never take what the document holds. */
  #discard = false
  readonly #stopHearing: () => void

  constructor(
    place: Place,
    private readonly outbox: SectionOutbox,
    private readonly report: Report,
  ) {
    this.#provider = new SectionProvider({
      websocketProvider: new SectionSocket({
        url: `${window.location.origin.replace(/^http/, 'ws')}/collab`,
      }),
      name: place.sectionId,
      document: this.#doc,
      token: roomToken(schemaVersion, place.memberId),
      onStatus: ({ status }) => this.#heardOfLine(status === 'connected'),
      onAuthenticated: ({ scope }) => this.#letIn(scope !== 'readonly'),
      onAuthenticationFailed: ({ reason }) => this.#turnedAway(reason),
      onClose: ({ event }) => this.#closed(event.reason),
      onSynced: () => this.#synced(),
      onUnsyncedChanges: ({ number }) => this.#unsynced(number),
    })
    outbox.watch(this.#doc, this.#provider, () => report.patch({ kept: false }))
    if (outbox.count > 0) this.#count(outbox.count)
    this.#stopHearing = onSignedIn(() => {
      this.#gone()
      this.#back()
    })
    window.addEventListener('offline', this.#gone)
    window.addEventListener('online', this.#back)
  }

  leave(): void {
    this.#over = true
    this.#stopHearing()
    window.removeEventListener('offline', this.#gone)
    window.removeEventListener('online', this.#back)
    window.clearTimeout(this.#offline)
    window.clearTimeout(this.#late)
    closeWhenSent(this.#provider, this.#discard)
  }

  #heardOfLine(isThere: boolean) {
    window.clearTimeout(this.#offline)
    if (isThere) this.report.patch({ online: true })
    else
      this.#offline = window.setTimeout(
        () => this.report.patch({ online: false }),
        patience.offline,
      )
  }

  #letIn(mayWrite: boolean) {
    const { outbox } = this
    // what was refused may be welcome after a change of roles
    if (outbox.refused && this.#inText) {
      outbox.refused = null
      return this.#again()
    }
    // unsent words in a text that is locked now, or left-over words in one that is open again
    if (outbox.count > 0 && this.#inText && this.#readOnly === mayWrite) return this.#again()
    this.#readOnly = !mayWrite
    this.report.patch({ readOnly: this.#readOnly, refused: null })
  }

  #turnedAway(reason: string) {
    const { outbox, report } = this
    if (reason === 'other-member') return setSignedOut('other-member')
    if (reason === 'old-schema') return report.patch({ refused: 'old-schema', readOnly: true })
    outbox.giveUp()
    this.#readOnly = true
    // what was not sent stays in the browser, and is sent should the section come back from the bin
    const why = reason === 'in-bin' ? 'in-bin' : 'no-access'
    report.patch({ refused: why, readOnly: true, leftOver: this.#leftOver(why) })
    this.#discard = true
    if (why === 'no-access') void outbox.drop()
    this.#count(0)
  }

  #closed(reason: string) {
    const why = unlikeReason(reason)
    if (!why || this.#over) return
    this.#discard = true
    this.outbox.refused = why
    this.#again()
  }

  #again() {
    this.#over = true
    this.#carried = true
    this.report.again()
  }

  #synced() {
    if (this.#over) return
    if (!this.#inText) this.#takeIn()
    this.report.opened({ doc: this.#doc, provider: this.#provider })
  }

  #unsynced(number: number) {
    window.clearTimeout(this.#late)
    if (number > 0)
      this.#late = window.setTimeout(() => this.report.patch({ late: true }), patience.late)
    if (number === 0 && this.#inText && !this.#readOnly && !this.#carried)
      void this.outbox.acknowledged()
    if (!this.#over) this.#count(number)
  }

  #count(unsynced: number) {
    const own = this.#inText ? this.outbox.waits : this.outbox.count
    const isSaved = this.#readOnly || (this.#inText && unsynced === 0)
    this.report.counted(isSaved ? 0 : Math.max(unsynced, own))
  }

  /** What an earlier page left goes into the text once that has come, and from there to the server. */
  #takeIn() {
    const { outbox } = this
    const { left, refused } = outbox
    this.#inText = true
    if (left.length === 0) return
    const why = this.#readOnly ? 'read-only' : (refused ?? (fits(this.#doc, left) ? null : 'unfit'))
    if (why) return this.report.patch({ leftOver: this.#leftOver(why) })
    outbox.taken()
    this.#doc.transact(
      () => left.forEach(update => Y.applyUpdate(this.#doc, update, outbox)),
      outbox,
    )
  }

  #leftOver(why: LeftOver['why']): LeftOver | null {
    const { outbox } = this
    const words = wordsOf(outbox.left)
    const drop = () => {
      this.report.patch({ leftOver: null })
      void outbox.drop()
    }
    if (outbox.left.length > 0 && !words) void outbox.drop()
    return words ? { why, words, drop } : null
  }

  /** A network that went away often leaves its sockets open, and deaf. */
  #gone = () => {
    const event = new CloseEvent('close', { code: 4408, reason: 'offline' })
    this.#provider.configuration.websocketProvider.onClose({ event })
    this.report.patch({ online: false })
  }

  #back = () => void this.#provider.configuration.websocketProvider.connect()
}

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
