import { createServer } from 'node:http'
import { Redis } from '@hocuspocus/extension-redis'
import { Hocuspocus } from '@hocuspocus/server'
import { Redis as Client } from 'ioredis'
import { WebSocketServer } from 'ws'

// In memory, on a server like the app's own: the sockets are opened and fed as in app/collab/socket.server.ts.
const redis = process.env.REDIS_URL
const extensions = redis ? [new Redis({ createClient: () => new Client(redis) })] : []
const rooms = new Hocuspocus({ quiet: true, extensions })
const server = createServer()
const upgrades = new WebSocketServer({ noServer: true, perMessageDeflate: false })

server.on('upgrade', (request, socket, head) =>
  upgrades.handleUpgrade(request, socket, head, webSocket => {
    const client = rooms.handleConnection(webSocket, new Request('http://localhost/collab'), {})
    webSocket.on('message', frame => {
      if (frame instanceof Buffer) client.handleMessage(new Uint8Array(frame))
    })
    webSocket.on('close', (code, reason) => client.handleClose({ code, reason: reason.toString() }))
  }),
)
server.listen(0, '127.0.0.1', () => {
  const bound = server.address()
  console.log(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`)
})
process.on('SIGTERM', () => process.exit(0))
