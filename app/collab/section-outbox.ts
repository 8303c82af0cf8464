import type * as Y from 'yjs'
import { forgetUnsent, keepUnsent, unsentOf, type Unsent } from '~/unsent'
import type { Unlike } from './close-code'
import { schemaVersion } from './editor-schema'

export type Place = Pick<Unsent, 'memberId' | 'proposalId' | 'sectionId'>

/** A change that waits for its acknowledgement; null where the browser could not keep it. */
type Waiting = { readonly update: Uint8Array; readonly key: Promise<number | null> }

/** What one open section has not got acknowledged: in memory, and in the browser so that a closed tab loses none. */
export class SectionOutbox {
  private waiting: Waiting[] = []
  /** Left by an earlier page, and not in the text yet. */
  private earlier: readonly Waiting[] = []
  /** Whether the browser refuses to keep: then only the open tab holds what waits. */
  keepsNothing = false
  /** Why the server has refused what is left: it is then not sent again by itself. */
  refused: Unlike | null = null

  constructor(
    private readonly place: Place,
    private readonly now: () => number,
  ) {}

  /** Brings what an earlier page left. A page of the same section that is still open may have it too: that does no harm. */
  async load(): Promise<void> {
    const { memberId, sectionId } = this.place
    const kept = await unsentOf(memberId)
    this.earlier = kept
      .filter(one => one.sectionId === sectionId)
      .map(({ update, key }) => ({ update, key: Promise.resolve(key) }))
  }

  /** Changes of this page that are not acknowledged. */
  get waits(): number {
    return this.waiting.length
  }

  get count(): number {
    return this.waiting.length + this.earlier.length
  }

  get left(): readonly Uint8Array[] {
    return this.earlier.map(({ update }) => update)
  }

  /** Keeps each change of the document that is not the server's own. */
  watch(doc: Y.Doc, server: unknown, changed: () => void): void {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === server || origin === this) return
      const key = keepUnsent({ ...this.place, schemaVersion, update, at: this.now() }).catch(() => {
        this.keepsNothing = true
        changed()
        return null
      })
      this.waiting.push({ update, key })
    })
  }

  /** What an earlier page left has gone into the text, and waits like the rest. */
  taken(): void {
    this.waiting.push(...this.earlier)
    this.earlier = []
  }

  /** The server has acknowledged all that is in the text. */
  async acknowledged(): Promise<void> {
    const sent = this.waiting
    this.waiting = []
    await forget(sent)
  }

  /** For a text that takes no change any more: all of it is left over, and nothing waits. */
  giveUp(): void {
    this.earlier = [...this.earlier, ...this.waiting]
    this.waiting = []
  }

  /** The member has copied what was left over, or may not have it any more. */
  async drop(): Promise<void> {
    const dropped = this.earlier
    this.earlier = []
    await forget(dropped)
  }
}

async function forget(changes: readonly Waiting[]): Promise<void> {
  const keys = await Promise.all(changes.map(({ key }) => key))
  await forgetUnsent(keys.filter(key => key !== null))
}
