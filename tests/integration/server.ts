import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { afterAll } from 'vitest'
import { runProgram } from '~/boot/program.mjs'
import { saveSession } from '~/auth/store.server'
import { hashToken, newToken } from '~/auth/token.server'
import type { Actor } from '~/group/policy'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Answer = {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly text: string
}

export type Ask = {
  readonly method?: string
  readonly path: string
  readonly cookie?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as a form's fields; a text or bytes as they stand. */
  readonly body?: Readonly<Record<string, string | readonly string[]>> | string | Uint8Array
}

/** The built app on a port of its own, in this process, with what its build says of its routes. */
export type Served = {
  readonly port: number
  readonly routes: ServerBuild['routes']
  /** One request, written by hand: a test must be able to send what no browser would. */
  readonly ask: (ask: Ask) => Promise<Answer>
}

export async function serve(): Promise<Served> {
  await buildPages()
  const { createServer } = await import('~/boot/web.server')
  const publicOrigin = process.env.PUBLIC_ORIGIN
  const server = await createServer({ root, dev: false, publicOrigin })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  afterAll(
    () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  const { port } = server.address() as AddressInfo
  const build = path.join(root, 'build', 'server', 'index.js')
  const { routes } = (await import(pathToFileURL(build).href)) as ServerBuild
  return { port, routes, ask: ask => request(port, ask) }
}

/** Made as a start makes it, in a process that is not told of the test: Vite builds no pages for one. */
async function buildPages() {
  const { VITEST: _vitest, ...env } = process.env
  const args = ['--import', 'tsx', 'tests/build.ts']
  const { code, said } = await runProgram(process.execPath, args, { cwd: root, env })
  if (code !== 0) throw new Error(said)
}

function request(port: number, { method = 'GET', path, cookie, headers, body }: Ask) {
  const form = typeof body === 'object' && !(body instanceof Uint8Array)
  const sent = form ? fieldsOf(body).toString() : (body ?? '')
  return new Promise<Answer>((resolve, reject) => {
    const outgoing = http.request(
      {
        port,
        host: '127.0.0.1',
        method,
        path,
        agent: false,
        headers: {
          ...(method === 'GET' || method === 'HEAD' ? {} : { 'Content-Length': lengthOf(sent) }),
          ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
          ...(cookie && { Cookie: cookie }),
          ...headers,
        },
      },
      response => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString(),
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(sent)
  })
}

const lengthOf = (sent: string | Uint8Array) => String(Buffer.byteLength(sent))

function fieldsOf(fields: Readonly<Record<string, string | readonly string[]>>) {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  )
  return new URLSearchParams(pairs)
}

/** A session of the member's, as a sign-in makes it: the header that a browser would send. */
export async function cookieOf({ memberId }: Actor): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(Date.now() + 9 * 24 * 60 * 60 * 1000)
  await saveSession({ id: hashToken(token), memberId, expiresAt, userAgent: 'test' })
  return `session=${token}`
}

/** The address of the same page or action for a navigation inside the app, which is answered without HTML. */
export function dataPath(path: string): string {
  const [place = '', search] = path.split('?')
  if (/\/files\//.test(place)) return path
  return `${place === '/' ? '/_root' : place}.data${search ? `?${search}` : ''}`
}

/** What the server answers to bytes that no client of HTTP would send. */
export function tell(port: number, bytes: string, reset = false): Promise<string> {
  return new Promise(resolve => {
    let text = ''
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.write(bytes)
      if (reset) setTimeout(() => socket.resetAndDestroy(), 20)
    })
    socket.setTimeout(3000, () => socket.destroy())
    socket.on('data', part => {
      text += String(part)
      socket.end()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(text))
  })
}
