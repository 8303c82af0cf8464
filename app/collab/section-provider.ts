import { HocuspocusProvider } from '@hocuspocus/provider'
import * as decoding from 'lib0/decoding'
import type * as Y from 'yjs'
import type { SectionSocket } from './section-socket'

type Settings = Omit<
  ConstructorParameters<typeof HocuspocusProvider>[0],
  'url' | 'websocketProvider'
> & { readonly document: Y.Doc; readonly websocketProvider: SectionSocket }
type Message = Parameters<HocuspocusProvider['send']>

/**
 * The client's end of a section's room, whose count of unsaved changes never says less than the truth. Hocuspocus keeps
 * what is sent without a line and sends it after the handshake, which counts all that as one change: the first
 * acknowledgement would already say that everything is saved. The handshake brings it all, so it is not kept. Nor is
 * what is typed during the handshake sent for itself: it would come before what it was typed beside, and the server
 * would turn it away.
 */
export class SectionProvider extends HocuspocusProvider {
  readonly #socket: SectionSocket
  /** Set until the handshake has sent what the server lacks. */
  #shakesHands = false

  constructor(settings: Settings) {
    super(settings)
    this.#socket = settings.websocketProvider
    this.attach()
    void this.#socket.connect()
  }

  get #hasLine(): boolean {
    const { webSocket } = this.configuration.websocketProvider
    return webSocket !== null && webSocket.readyState === webSocket.OPEN
  }

  override async onOpen(event: Event): Promise<void> {
    this.#shakesHands = true
    await super.onOpen(event)
  }

  override onMessage(event: MessageEvent): void {
    super.onMessage(event)
    if (this.#shakesHands && asksForTheRest(event)) this.#shakesHands = false
  }

  override documentUpdateHandler(change: Uint8Array, origin: unknown): void {
    if (!this.#shakesHands || !this.#hasLine) super.documentUpdateHandler(change, origin)
  }

  override send(...message: Message): void {
    if (this.#hasLine) super.send(...message)
  }

  override destroy(): void {
    super.destroy()
    this.#socket.destroy()
  }
}

/** The kinds of message and of sync message (Hocuspocus, y-protocols/sync). */
const sync = 0
const step1 = 0

/** Whether the server says what it has, which is answered with all else. */
function asksForTheRest({ data }: MessageEvent<ArrayBuffer>): boolean {
  const message = decoding.createDecoder(new Uint8Array(data))
  decoding.readVarString(message)
  return decoding.readVarUint(message) === sync && decoding.readVarUint(message) === step1
}
