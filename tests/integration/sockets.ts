import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { schemaVersion } from '~/collab/editor-schema'
import { docOf } from '~/collab/section-doc'
import { readLogs } from '~/collab/log-store.server'
import { db } from '~/db.server'
import type { Actor } from '~/group/policy'
import { cookieOf } from './server'

/** The kinds of frame on /collab, by their numbers on the line. */
export const kinds = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  syncReply: 4,
  stateless: 5,
  broadcastStateless: 6,
  close: 7,
  syncStatus: 8,
} as const

/** A frame on /collab, written by hand. */
export function frame(
  name: string,
  kind: number,
  write: (encoder: encoding.Encoder) => void = () => {},
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, kind)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const bytesAfter = (step: number, bytes: Uint8Array) => (encoder: encoding.Encoder) => {
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
}
export const step1 = (name: string) =>
  frame(name, kinds.sync, bytesAfter(0, Y.encodeStateVector(new Y.Doc())))
export const step2 = (name: string, update: Uint8Array) =>
  frame(name, kinds.sync, bytesAfter(1, update))
export const update = (name: string, bytes: Uint8Array) =>
  frame(name, kinds.sync, bytesAfter(2, bytes))
export const auth = (name: string, token = String(schemaVersion)) =>
  frame(name, kinds.auth, encoder => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, token)
  })

/** An update that writes the words as a paragraph of their own. */
export function writing(words: string): Uint8Array {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  doc.getXmlFragment('default').insert(0, [paragraph])
  paragraph.insert(0, [new Y.XmlText(words)])
  return Y.encodeStateAsUpdate(doc)
}

/** What the server has said on a socket. */
export type Heard =
  | { readonly kind: 'authenticated'; readonly scope: string }
  | { readonly kind: 'denied'; readonly reason: string }
  | { readonly kind: 'saved'; readonly saved: boolean }
  | { readonly kind: 'awareness'; readonly bytes: Uint8Array }
  | { readonly kind: 'shut'; readonly reason: string }
  | { readonly kind: 'other'; readonly type: number }

function heardIn(bytes: Uint8Array): Heard {
  const decoder = decoding.createDecoder(bytes)
  decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  if (type === kinds.auth) {
    const what = decoding.readVarUint(decoder)
    const said = decoding.hasContent(decoder) ? decoding.readVarString(decoder) : ''
    return what === 2 ? { kind: 'authenticated', scope: said } : { kind: 'denied', reason: said }
  }
  if (type === kinds.syncStatus)
    return { kind: 'saved', saved: decoding.readVarUint(decoder) === 1 }
  if (type === kinds.awareness)
    return { kind: 'awareness', bytes: decoding.readVarUint8Array(decoder) }
  if (type === kinds.close) return { kind: 'shut', reason: decoding.readVarString(decoder) }
  return { kind: 'other', type }
}

export class Line {
  readonly heard: Heard[] = []
  readonly texts: string[] = []
  readonly closed: Promise<number>
  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data, isBinary) => {
      if (isBinary && data instanceof Buffer) this.heard.push(heardIn(new Uint8Array(data)))
      else this.texts.push(String(data))
    })
    socket.on('error', () => {})
    this.closed = new Promise(resolve => socket.on('close', resolve))
  }

  /** An open socket, or the status that refused it. */
  static async open(
    port: number,
    path: string,
    headers: Record<string, string>,
  ): Promise<Line | number> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
    const line = new Line(socket)
    return new Promise(resolve => {
      socket.on('open', () => resolve(line))
      socket.on('unexpected-response', (_, response) => {
        resolve(response.statusCode ?? 0)
        socket.terminate()
      })
    })
  }

  static async as(port: number, path: string, actor: Actor): Promise<Line> {
    const line = await Line.open(port, path, { Cookie: await cookieOf(actor) })
    if (typeof line === 'number') throw new Error(`The socket was refused: ${line}`)
    return line
  }

  send(bytes: Uint8Array | string): void {
    this.socket.send(bytes)
  }

  /** Waits until the server has said something that fits. */
  async until<T extends Heard['kind']>(kind: T, from = 0): Promise<Extract<Heard, { kind: T }>> {
    for (;;) {
      const found = this.heard
        .slice(from)
        .find((one): one is Extract<Heard, { kind: T }> => one.kind === kind)
      if (found) return found
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error(`Closed before ${kind}`)
      await once(this.socket, this.socket.readyState === WebSocket.OPEN ? 'message' : 'close')
    }
  }

  /** Waits until the server has sent a text that fits. */
  async untilText(fits: (text: string) => boolean): Promise<string> {
    for (;;) {
      const found = this.texts.find(fits)
      if (found !== undefined) return found
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error('Closed before the text')
      await once(this.socket, this.socket.readyState === WebSocket.OPEN ? 'message' : 'close')
    }
  }

  /** Everything sent before is handled once the server has closed the line in answer. */
  async end(): Promise<void> {
    this.socket.close()
    await this.closed
  }
}

/** What stands in a section's log: its rows, and the text that they make. */
export async function logOf({ groupId }: { groupId: string }, sectionId: string) {
  const rows = await db.sectionUpdate.count({ where: { sectionId } })
  const logs = await readLogs(groupId, [sectionId])
  const text = docOf(logs.get(sectionId) ?? [])
    .getXmlFragment('default')
    .toString()
  return { rows, text }
}
