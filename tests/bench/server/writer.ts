import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { schemaVersion } from '~/collab/editor-schema'

/** The frames of Hocuspocus: what they begin with after the document's name. */
const frame = { sync: 0, auth: 2, syncReply: 4, saved: 8 } as const
/** The kinds of a sync frame (y-protocols/sync). */
const sync = { step1: 0, step2: 1, update: 2 } as const

/** When each character of each writer was sent, by the Yjs id that everybody sees it under. */
export type Sent = Map<number, Map<number, number>>

type Options = {
  readonly url: string
  readonly documentName: string
  readonly cookie: string
  readonly sent: Sent
  /** Told how old each other writer's character was when it came. Without it, what comes is not read at all. */
  readonly onSeen?: ((milliseconds: number) => void) | undefined
}

/**
 * A writer with a paragraph of their own. It sends what a browser sends, and does not apply what the others write:
 * otherwise the writers, not the server, would fill the machine.
 */
export async function openWriter({ url, documentName, cookie, sent, onSeen }: Options) {
  const doc = new Y.Doc()
  const text = new Y.XmlText()
  const times = new Map<number, number>()
  sent.set(doc.clientID, times)
  let waiting = 0
  let enter: (() => void) | undefined
  const entered = new Promise<void>(resolve => (enter = resolve))

  const socket = new WebSocket(`${url.replace('http', 'ws')}/collab`, {
    perMessageDeflate: false,
    headers: { cookie, origin: url },
  })
  const send = (type: number, write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, documentName)
    encoding.writeVarUint(encoder, type)
    write(encoder)
    socket.send(encoding.toUint8Array(encoder))
  }
  socket.on('message', bytes => {
    if (bytes instanceof Buffer) hear(decoding.createDecoder(new Uint8Array(bytes)))
  })
  await once(socket, 'open')
  send(frame.auth, encoder => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, String(schemaVersion))
    encoding.writeVarString(encoder, '4.7.0')
  })
  send(frame.sync, encoder => {
    encoding.writeVarUint(encoder, sync.step1)
    encoding.writeVarUint8Array(encoder, Y.encodeStateVector(doc))
  })
  await entered

  doc.on('update', update => {
    waiting++
    send(frame.sync, encoder => {
      encoding.writeVarUint(encoder, sync.update)
      encoding.writeVarUint8Array(encoder, update)
    })
  })
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    doc.getXmlFragment('default').insert(0, [paragraph])
  })

  return {
    type() {
      times.set(Y.getState(doc.store, doc.clientID), performance.now())
      text.insert(text.length, 'skolan '[text.length % 7] ?? '')
    },
    /** Changes that the server has not acknowledged yet. */
    waiting: () => waiting,
    async close() {
      socket.close()
      await Promise.race([once(socket, 'close'), sleep(2000)])
    },
  }

  function hear(decoder: decoding.Decoder) {
    decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    if (type === frame.saved) waiting--
    if (type !== frame.sync && type !== frame.syncReply) return
    const kind = decoding.readVarUint(decoder)
    if (kind === sync.step2) enter?.()
    if (kind === sync.update && onSeen) see(decoding.readVarUint8Array(decoder), onSeen)
  }

  function see(update: Uint8Array, onSeen: (milliseconds: number) => void) {
    const now = performance.now()
    for (const { id, length } of Y.decodeUpdate(update).structs)
      for (let clock = id.clock; id.client !== doc.clientID && clock < id.clock + length; clock++) {
        const at = sent.get(id.client)?.get(clock)
        if (at !== undefined) onSeen(now - at)
      }
  }
}
export type Writer = Awaited<ReturnType<typeof openWriter>>
