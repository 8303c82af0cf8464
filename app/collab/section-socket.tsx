import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'

type Settings = Omit<ConstructorParameters<typeof HocuspocusProviderWebsocket>[0], 'autoConnect'>

/**
 * A line to the section's room, tried over and over until it is there; it is first tried at `connect`. Hocuspocus keeps
 * two loops of tries where a line breaks before its first message: the older puts a new line in the place of one that
 * lives, and tells nobody that it broke. It also tries again after it was ended, where a line broke just before, and
 * waits without end for the first message of a line on which nothing comes.
 */
export class SectionSocket extends HocuspocusProviderWebsocket {
  #ended = false

  constructor(settings: Settings) {
    super({ ...settings, autoConnect: false })
  }

  override async connect(): Promise<void> {
    if (!this.#ended) await super.connect()
  }

  override async onOpen(event: Event): Promise<void> {
    await super.onOpen(event)
    this.lastMessageReceived = Date.now()
  }

  override createWebSocketConnection(): Promise<unknown> {
    const isThere = this.status === WebSocketStatus.Connected
    return isThere ? Promise.resolve() : super.createWebSocketConnection()
  }

  override destroy(): void {
    this.#ended = true
    super.destroy()
  }
}
