import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import WebSocket, { WebSocketServer, type AddressInfo } from 'ws'
import { SectionSocket } from './section-socket'

/** The second try comes after one delay, the third after twenty. */
const tries = { delay: 20, minDelay: 0, factor: 20, jitter: false }
const longerThanAllTries = 700

/** A line given up before it was there is an error to `ws`, and nothing to a browser. */
class QuietLine extends WebSocket {
  constructor(address: string) {
    super(address)
    this.on('error', () => undefined)
  }
}

let server: WebSocketServer
let socket: SectionSocket
afterEach(() => {
  socket.destroy()
  server.close()
})

/** A server that breaks so many lines before it keeps one, and how many it has broken, kept and lost. */
async function serverThatBreaks(count: number, settings = {}) {
  const heard = { broken: 0, kept: 0, lost: 0 }
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', line => {
    if (heard.broken < count) {
      heard.broken++
      line.terminate()
      return
    }
    heard.kept++
    line.on('close', () => heard.lost++)
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  socket = new SectionSocket({
    url: `ws://127.0.0.1:${port}`,
    WebSocketPolyfill: QuietLine,
    ...tries,
    ...settings,
  })
  return heard
}

test('an older try puts no new line in the place of one that lives', async () => {
  const heard = await serverThatBreaks(2)
  void socket.connect()
  await expect.poll(() => heard.kept).toBe(1)
  await sleep(longerThanAllTries)
  expect(heard).toEqual({ broken: 2, kept: 1, lost: 0 })
})

test('no line is tried for once it has been ended', async () => {
  const heard = await serverThatBreaks(1)
  const broke = new Promise(resolve => socket.on('disconnect', resolve))
  void socket.connect()
  await broke
  socket.destroy()
  await sleep(longerThanAllTries)
  expect(heard).toEqual({ broken: 1, kept: 0, lost: 0 })
})

test('a line on which nothing comes is given up for another', async () => {
  const heard = await serverThatBreaks(0, { messageReconnectTimeout: 200 })
  void socket.connect()
  await expect.poll(() => heard.kept).toBeGreaterThan(1)
})
