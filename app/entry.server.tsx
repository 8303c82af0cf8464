import type { Server } from 'node:http'
import { PassThrough, type Duplex } from 'node:stream'
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { joinInstances } from './bus.server'
import { attachLive } from './collab/live.server'
import { attachCollab } from './collab/socket.server'
import { env } from './env.server'
import { isOwnOrigin } from './origin'
import { Nonce } from './ui/nonce'

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** The request's CSP nonce. */
    readonly nonce: string
    /** Where the request came from, for limits on tries. A proxy is believed only where PUBLIC_ORIGIN is set. */
    readonly clientAddress: string
    /** What the request's failure is logged under, and shown as. */
    readonly requestId: string
  }
}

const patience = 10_000

/** A page, streamed as its parts are ready; a robot gets it whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  keepPrivate(headers)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const whole = isbot(request.headers.get('user-agent'))

  return new Promise((resolve, reject) => {
    let answered = false
    let answerStatus = status
    const { pipe, abort } = renderToPipeableStream(
      <Nonce.Provider value={nonce}>
        <RemixServer context={context} url={request.url} abortDelay={patience} nonce={nonce} />
      </Nonce.Provider>,
      { nonce, onError, onShellError: reject, [whole ? 'onAllReady' : 'onShellReady']: send },
    )
    setTimeout(abort, patience).unref()

    function send() {
      answered = true
      const body = new PassThrough()
      resolve(
        new Response(createReadableStreamFromReadable(body), { status: answerStatus, headers }),
      )
      pipe(body)
    }

    function onError(error: unknown) {
      answerStatus = 500
      // before the shell is sent the error rejects above, and is logged once, by handleError
      if (answered && !request.signal.aborted) console.error(error)
    }
  })
}

/** The answer to a navigation inside the app. */
export function handleDataRequest(response: Response): Response {
  keepPrivate(response.headers)
  return response
}

export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
) {
  if (!request.signal.aborted) console.error(`[${context.requestId}]`, error)
}

/** Opens the sockets that share the app's port. Called once, before it listens. */
export function attach(server: Server): void {
  // first, so that a page of another origin is refused before anyone reads its cookie
  server.on('upgrade', ({ headers, url }, socket: Duplex) => {
    // from here on nobody else hears of a line that breaks, and an unheard error ends the process
    socket.on('error', () => socket.destroy())
    if (!isOwnOrigin(headers, env.PUBLIC_ORIGIN)) refuse(socket, '403 Forbidden')
    else if (!isSocketPath(url)) refuse(socket, '404 Not Found')
  })
  attachLive(server)
  attachCollab(server)
  if (env.REDIS_URL) joinInstances(env.REDIS_URL)
}

const refuse = (socket: Duplex, status: string) =>
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)

/** In development Vite listens on the same server, for the pages that it loads anew. */
const isSocketPath = (url: string | undefined): boolean =>
  env.NODE_ENV === 'development' || ['/live', '/collab'].includes(url?.split('?')[0] ?? '')

/** What one group sees may lie in no cache, and not behind the back button after sign-out. */
function keepPrivate(headers: Headers) {
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
}
