import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server'
import { joinInstances } from './bus.server'
import { watchIdle } from './collab/idle-checkpoint.server'
import { attachLive } from './collab/live.server'
import { attachCollab } from './collab/socket.server'
import { awayLine, isDatabaseAway } from './database-away.server'
import { env } from './env.server'
import { isOwnOrigin } from './origin'
import { PageBody } from './page-body.server'
import { AwayPage } from './ui/away-page'
import { CellWriting, type CellWriter } from './ui/long-row'
import { markupFrom, markupOf } from './ui/markup.server'
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

const writer: CellWriter = { write: markupOf, writeFrom: markupFrom }

/** For how long Remix holds what a page was made of, for data that comes after it: no page of ours has any. */
export const streamTimeout = 1_000

/** The requests, by their contexts, that failed because the database is away. */
const unanswered = new WeakSet<AppLoadContext>()

/** A page, streamed as its parts are ready; a robot gets it whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { nonce } = loadContext
  keepPrivate(headers)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (unanswered.has(loadContext)) return Promise.resolve(awayPage(request, headers, nonce))
  const whole = isbot(request.headers.get('user-agent'))

  return new Promise((resolve, reject) => {
    let answered = false
    let answerStatus = status
    const { pipe, abort } = renderToPipeableStream(
      <Nonce.Provider value={nonce}>
        <CellWriting.Provider value={writer}>
          <RemixServer context={context} url={request.url} abortDelay={patience} nonce={nonce} />
        </CellWriting.Provider>
      </Nonce.Provider>,
      { nonce, onError, onShellError: reject, [whole ? 'onAllReady' : 'onShellReady']: send },
    )
    const late = setTimeout(abort, patience).unref()

    function send() {
      answered = true
      const body = new PageBody()
      // the timer holds all that the page was made of, for long after it was sent
      body.on('close', () => clearTimeout(late))
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

function awayPage(request: Request, headers: Headers, nonce: string): Response {
  const { pathname, search } = new URL(request.url)
  const page = renderToStaticMarkup(<AwayPage path={pathname + search} nonce={nonce} />)
  return new Response(`<!DOCTYPE html>${page}`, { status: 503, headers })
}

/** The answer to a navigation inside the app. An open page asks again after 503, and stays meanwhile. */
export function handleDataRequest(
  response: Response,
  { context }: LoaderFunctionArgs | ActionFunctionArgs,
): Response {
  keepPrivate(response.headers)
  if (!unanswered.has(context)) return response
  return new Response(response.body, { status: 503, headers: response.headers })
}

export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
) {
  const id = `[${context.requestId}]`
  if (isDatabaseAway(error)) {
    unanswered.add(context)
    return console.error(id, awayLine(error))
  }
  if (request.signal.aborted) return
  // a request that no page takes says all in one line
  if (isRouteErrorResponse(error))
    return console.error(`${id} ${request.method} ${logged(request)}: ${error.status}`)
  console.error(id, error)
}

/** The address of a one-time link is a secret, in the log too. */
const logged = ({ url }: Request) =>
  new URL(url).pathname.replace(/^\/(invitation|setup)\/.*/i, '/$1/…')

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

/** Begins what falls due by itself, while the app runs. Called once. */
export const keepUp = (): void => watchIdle()

const refuse = (socket: Duplex, status: string) =>
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)

/** In development Vite listens on the same server, for the pages that it loads anew. */
const isSocketPath = (url: string | undefined): boolean =>
  env.NODE_ENV === 'development' || ['/live', '/collab'].includes(url?.split('?')[0] ?? '')

/** What one group sees may lie in no cache, and not behind the back button after sign-out. */
function keepPrivate(headers: Headers) {
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
}
