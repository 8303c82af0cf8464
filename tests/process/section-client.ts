import WebSocket from 'ws'
import * as Y from 'yjs'
import { schemaVersion } from '~/collab/editor-schema'
import { sectionDoc, textFragment } from '~/collab/section-doc'
import { SectionProvider } from '~/collab/section-provider'
import { SectionSocket } from '~/collab/section-socket'

/** A member's open section without a browser: the page's own provider on a signed-in socket. */
export class SectionClient {
  readonly #doc = sectionDoc()
  readonly #socket: SectionSocket
  readonly #provider: SectionProvider
  #inOrder = false
  #sent = 0
  #acknowledged = 0
  /** Called at the moment of each acknowledgement. */
  onAcknowledged = () => {}
  /** Called when the line is there, before the room has let the member in. */
  onConnected = () => {}

  constructor(url: string, cookie: string, sectionId: string) {
    this.#socket = new SectionSocket({
      url: addressOf(url),
      WebSocketPolyfill: class extends WebSocket {
        constructor(address: string) {
          super(address, { headers: { cookie } })
          // a line given up before it was there is an error to `ws`, and nothing to a browser
          this.on('error', () => undefined)
        }
      },
    })
    this.#provider = new SectionProvider({
      websocketProvider: this.#socket,
      name: sectionId,
      document: this.#doc,
      token: String(schemaVersion),
      onUnsyncedChanges: ({ number }) => this.#count(number),
      onClose: () => (this.#inOrder = false),
      onOpen: () => {
        this.#inOrder = false
        this.onConnected()
      },
    })
    this.#doc.on('update', (_update, origin) => {
      if (origin !== this.#provider) this.#sent++
    })
  }

  /** While the line holds, changes are acknowledged in the order they were made; after a break all at once. */
  #count(unsynced: number) {
    if (unsynced === 0) this.#inOrder = true
    if (!this.#inOrder || this.#sent - unsynced <= this.#acknowledged) return
    this.#acknowledged = this.#sent - unsynced
    this.onAcknowledged()
  }

  /** How many of the changes made here the server has said to be saved. */
  get acknowledged(): number {
    return this.#acknowledged
  }

  get sent(): number {
    return this.#sent
  }

  /** What the page would say: how many changes wait for the server. */
  get unsaved(): number {
    return this.#provider.unsyncedChanges
  }

  get isSaved(): boolean {
    return this.#acknowledged === this.#sent
  }

  get isSynced(): boolean {
    return this.#provider.isSynced
  }

  get isConnected(): boolean {
    return this.#socket.status === 'connected'
  }

  get text(): string {
    return textFragment(this.#doc).toString()
  }

  /** Ends the section in an empty paragraph, as one change. */
  addParagraph() {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText()])
    textFragment(this.#doc).push([paragraph])
  }

  /** Types a character at the end of the section's last paragraph, as one change. */
  type(character: string) {
    const paragraph = textFragment(this.#doc).toArray().at(-1)
    const text = paragraph instanceof Y.XmlElement ? paragraph.toArray().at(-1) : undefined
    if (!(text instanceof Y.XmlText)) throw new Error('The section does not end in text')
    text.insert(text.length, character)
  }

  /** The last `count` characters of the section's last paragraph, as a place to comment on. */
  placeOfLast(count: number) {
    const paragraph = textFragment(this.#doc).toArray().at(-1)
    const text = paragraph instanceof Y.XmlElement ? paragraph.toArray().at(-1) : undefined
    if (!(text instanceof Y.XmlText)) throw new Error('The section does not end in text')
    const at = (index: number) =>
      Buffer.from(
        Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index)),
      ).toString('base64')
    return { from: at(text.length - count), to: at(text.length) }
  }

  leave() {
    this.#socket.disconnect()
  }

  join(url: string) {
    this.#socket.setConfiguration({ url: addressOf(url) })
    void this.#socket.connect()
  }

  close() {
    this.#provider.destroy()
    this.#doc.destroy()
  }
}

const addressOf = (url: string) => `${url.replace(/^http/, 'ws')}/collab`
