/** The headers that tell where a request comes from; a node request's `headers` will do. */
type Headers = {
  readonly host?: string | undefined
  readonly origin?: string | undefined
  readonly 'sec-fetch-site'?: string | string[] | undefined
}

/**
 * Whether a write, or the opening of a socket, comes from our own pages. A browser says so in `Origin`, else in
 * `Sec-Fetch-Site`; a client that sends neither is no browser, and carries nobody's cookie.
 */
export function isOwnOrigin(headers: Headers, publicOrigin: string | undefined): boolean {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  // a page that tells nobody where it is (the one-time links) does not tell us either: then only this header vouches
  if (origin === 'null') return site === 'same-origin'
  if (origin !== undefined)
    return publicOrigin ? origin === publicOrigin : isHost(origin, headers.host)
  return site === undefined || site === 'same-origin' || site === 'none'
}

function isHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()
}
