import { HocuspocusProvider } from '@hocuspocus/provider'

type Message = Parameters<HocuspocusProvider['send']>

/**
 * The client's end of a section's room, whose count of unsaved changes never says less than the truth. Hocuspocus keeps
 * what is sent without a line and sends it after the handshake, which counts all that as one change: the first
 * acknowledgement would already say that everything is saved. The handshake brings it all, so it is not kept.
 */
export class SectionProvider extends HocuspocusProvider {
  override send(...message: Message): void {
    const { webSocket } = this.configuration.websocketProvider
    if (webSocket && webSocket.readyState === webSocket.OPEN) super.send(...message)
  }
}
