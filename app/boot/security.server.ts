import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { isOwnOrigin } from '~/origin'

const bodyLimit = 8 * 1024 * 1024
const reading = new Set(['GET', 'HEAD', 'OPTIONS'])
const writing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

type Options = { readonly publicOrigin: string | undefined; readonly dev: boolean }

/** The security headers of every answer. Each request gets its own nonce, at `response.locals.nonce`. */
export function securityHeaders({ publicOrigin, dev }: Options): RequestHandler {
  const encrypted = publicOrigin?.startsWith('https:') ?? false
  const protect = helmet({
    strictTransportSecurity: encrypted,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    contentSecurityPolicy: { useDefaults: false, directives: policy(encrypted, dev) },
  })
  return (request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    protect(request, response, next)
  }
}

/** The address of a one-time link is a secret: its page tells nobody, not even our own pages. */
export const hideOneTimeLinks: RequestHandler = ({ path }, response, next) => {
  if (/^\/(invitation|setup)\//i.test(path)) response.setHeader('Referrer-Policy', 'no-referrer')
  next()
}

type Directive = string | ((request: unknown, response: unknown) => string)

const nonce: Directive = (_request, response) => `'nonce-${nonceOf(response)}'`

function policy(encrypted: boolean, dev: boolean): Record<string, Directive[] | null> {
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", nonce],
    scriptSrcAttr: ["'none'"],
    // Vite's development client writes style elements of its own
    styleSrcElem: dev ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
    // the editor's cursors carry their colour in a style attribute, which no nonce covers
    styleSrcAttr: ["'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: encrypted ? [] : null,
  }
}

/** The nonce that `securityHeaders` gave the answer. */
export function nonceOf(response: unknown): string {
  const { locals } = response as { locals: { nonce: string } }
  return locals.nonce
}

/**
 * What a proxy says of host and protocol is never taken over: the public origin is configured, else the request's own
 * Host counts. So the app and Remix see one truth.
 */
export function settleHost(publicOrigin: string | undefined): RequestHandler {
  const outside = publicOrigin ? new URL(publicOrigin) : undefined
  return (request, response, next) => {
    delete request.headers['x-forwarded-host']
    delete request.headers['x-forwarded-proto']
    if (outside) {
      request.headers.host = outside.host
      request.headers['x-forwarded-proto'] = outside.protocol.slice(0, -1)
    }
    const { originalUrl } = request
    // the database holds no NUL character: no id or search can carry one
    const readable = URL.canParse(`http://${request.headers.host}${originalUrl}`)
    if (readable && !/%00/.test(originalUrl)) return next()
    response.status(400).type('text').send('Adressen går inte att läsa.')
  }
}

/** 405 for a method that no page is read or written with; some of them Remix would answer with 500. */
export const refuseOddMethods: RequestHandler = ({ method }, response, next) => {
  if (reading.has(method) || writing.has(method)) return next()
  response.status(405).type('text').send('Så kan sidan inte hämtas.')
}

/** 403 for a write from another origin, before Remix would answer it with 500. */
export function refuseForeignWrites(publicOrigin: string | undefined): RequestHandler {
  return ({ method, headers }, response, next) => {
    if (reading.has(method)) return next()
    if (isOwnOrigin(headers, publicOrigin)) {
      // Remix judges once more, and knows no page without an origin
      if (headers.origin === 'null') delete headers.origin
      return next()
    }
    response.status(403).type('text').send('Begäran kommer från en annan webbplats och nekas.')
  }
}

/** A body must tell its length, so that it can be refused before it is read. */
export const limitBody: RequestHandler = ({ method, headers }, response, next) => {
  if (reading.has(method)) return next()
  if (headers['transfer-encoding'])
    return response.status(411).type('text').send('Begäran saknar uppgift om sin längd.')
  if (Number(headers['content-length'] ?? 0) <= bodyLimit) return next()
  response
    .status(413)
    .type('text')
    .send('Begäran är större än 8 MB, som är det mesta som tas emot.')
}
