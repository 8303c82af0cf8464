import { randomBytes } from 'node:crypto'
import http from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express } from 'express'
import type { ViteDevServer } from 'vite'
import {
  hideOneTimeLinks,
  limitBody,
  nonceOf,
  refuseOddMethods,
  refuseForeignWrites,
  securityHeaders,
  settleHost,
} from './security.server'

type Options = {
  /** The folder of package.json. */
  readonly root: string
  readonly dev: boolean
  readonly publicOrigin: string | undefined
  /** The data folder, none of whose files the development server may hand out. */
  readonly folder?: string
  /** Whether it also does what falls due by itself: an app that members use, and no part of one in a test. */
  readonly upkeep?: boolean
}

/** The app as a server that does not listen yet: pages, assets and sockets on one port. */
export async function createServer({
  root,
  dev,
  publicOrigin,
  folder = path.join(root, '.data'),
  upkeep = false,
}: Options): Promise<http.Server> {
  const app = express()
  const server = http.createServer(app)
  app.disable('x-powered-by')
  // behind a proxy, the client's address is what the proxy says; otherwise nobody is believed
  app.set('trust proxy', publicOrigin ? 'loopback, uniquelocal' : false)
  app.use(securityHeaders({ publicOrigin, dev }), hideOneTimeLinks)
  app.use(refuseOddMethods, settleHost(publicOrigin))
  app.get('/healthz', (_request, response) => response.type('text').send('ok'))
  app.use(compression())

  const vite = dev ? await startVite(root, folder, server) : undefined
  if (vite) app.use(vite.middlewares)
  else serveFiles(app, root)

  app.use(refuseForeignWrites(publicOrigin), limitBody)
  app.all(
    '*',
    createRequestHandler({
      build: vite ? () => loadFromVite(vite) : await loadBuild(root),
      mode: dev ? 'development' : 'production',
      getLoadContext: (request, response) => ({
        nonce: nonceOf(response),
        clientAddress: request.ip ?? '',
        requestId: randomBytes(5).toString('hex').toUpperCase(),
      }),
    }),
  )
  app.use(answerFailure)
  await attach(vite ? await loadFromVite(vite) : await loadBuild(root), server, upkeep)
  return server
}

function serveFiles(app: Express, root: string) {
  const client = path.join(root, 'build', 'client')
  app.use(
    '/assets',
    express.static(path.join(client, 'assets'), { immutable: true, maxAge: '1y', redirect: false }),
    (_request, response) => response.status(404).type('text').send('Filen finns inte.'),
  )
  app.use(express.static(client, { maxAge: '1h', redirect: false }))
}

async function startVite(
  root: string,
  folder: string,
  server: http.Server,
): Promise<ViteDevServer> {
  const { createServer: createVite } = await import('vite')
  return createVite({
    root,
    logLevel: 'warn',
    server: {
      middlewareMode: true,
      hmr: { server },
      fs: { deny: [...alwaysDenied, within(folder)] },
    },
  })
}

/** What Vite denies where nothing else is said. */
const alwaysDenied = ['.env', '.env.*', '*.{crt,pem}', '**/.git/**']

const within = (folder: string) =>
  `${folder.replaceAll(path.sep, '/').replace(/[*?[\]{}()!+@|]/g, '\\$&')}/**`

// Remix's own types say what a build is; the two places below are the gates into them
const loadFromVite = async (vite: ViteDevServer) =>
  (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild

const loadBuild = async (root: string) =>
  (await import(
    pathToFileURL(path.join(root, 'build', 'server', 'index.js')).href
  )) as unknown as ServerBuild

/** In development an edited module is loaded again, while the sockets keep the one that was attached (app/once.server.ts). */
async function attach({ entry }: ServerBuild, server: http.Server, upkeep: boolean) {
  const app = entry.module as typeof import('~/entry.server')
  app.attach(server)
  if (upkeep) app.keepUp()
}

const answerFailure: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error)
  // what the sender of files and the reader of addresses refuse of a request: 400, 412, 416
  if (error?.status >= 400 && error.status < 500)
    return response.status(error.status).type('text').send('Begäran går inte att läsa.')
  console.error(error)
  response.status(500).type('text').send('Något gick fel på servern. Försök igen om en stund.')
}
