import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { actorOfCookie } from '~/auth/session.server'
import { env } from '~/env.server'
import { events } from '~/events.server'
import type { Actor } from '~/group/policy'
import { once } from '~/once.server'
import { isOwnOrigin } from '~/origin'
import { closeCode } from './close-code'
import { rooms } from './room.server'

const path = '/collab'

/** The largest frame: a long section that was written offline, many times over. */
const maxPayload = 4 * 1024 * 1024
const maxSocketsOfMember = 60
const maxSockets = 2000

/** How often a session is looked up again: signing out ends its sockets too. */
const sessionCheckEvery = 30_000

/** The open sockets and whose they are. */
const sockets = once('collab sockets', () => {
  const open = new Map<WebSocket, Actor>()
  events.on('access changed', ({ memberId }) => {
    for (const [socket, actor] of open)
      if (actor.memberId === memberId) socket.close(closeCode.accessChanged, 'access changed')
  })
  return open
})

/** Opens live editing on the app's own port; other paths are left alone. */
export function attachCollab(server: Server): void {
  const upgrades = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false })
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?')[0] !== path) return
    socket.on('error', () => socket.destroy())
    upgrade(upgrades, request, socket, head).catch(reason => {
      console.error('Anslutningen till ett avsnitt gick inte att öppna:', reason)
      refuse(socket, '503 Service Unavailable')
    })
  })
}

async function upgrade(
  upgrades: WebSocketServer,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
) {
  if (!isOwnOrigin(request.headers, env.PUBLIC_ORIGIN)) return refuse(socket, '403 Forbidden')
  const actor = await actorOfCookie(request.headers.cookie)
  if (!actor) return refuse(socket, '401 Unauthorized')
  if (isFull(actor)) return refuse(socket, '429 Too Many Requests')
  upgrades.handleUpgrade(request, socket, head, webSocket => serve(webSocket, request, actor))
}

function refuse(socket: Duplex, status: string) {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function isFull({ memberId }: Actor): boolean {
  const own = [...sockets.values()].filter(actor => actor.memberId === memberId)
  return sockets.size >= maxSockets || own.length >= maxSocketsOfMember
}

function serve(webSocket: WebSocket, { headers }: IncomingMessage, actor: Actor) {
  sockets.set(webSocket, actor)
  const client = rooms.handleConnection(webSocket, new Request(`http://localhost${path}`), {
    actor,
    comeBack: () => webSocket.close(closeCode.tryAgain, 'storage unavailable'),
  })
  const check = setInterval(() => void endIfSignedOut(webSocket, headers.cookie), sessionCheckEvery)
  check.unref()

  webSocket.on('message', (frame, isBinary) => {
    if (isBinary && frame instanceof Buffer) client.handleMessage(new Uint8Array(frame))
    else webSocket.close(1003, 'binary frames only')
  })
  webSocket.on('close', (code, reason) => {
    clearInterval(check)
    sockets.delete(webSocket)
    client.handleClose({ code, reason: reason.toString() })
  })
  webSocket.on('error', () => webSocket.terminate())
}

async function endIfSignedOut(webSocket: WebSocket, cookie: string | undefined) {
  const actor = await actorOfCookie(cookie).catch(() => undefined)
  if (actor === null) webSocket.close(closeCode.accessChanged, 'signed out')
}
