import { env } from '~/env.server'

/** The origin that a link to show must carry: the configured one; else the one that the reader used. */
export const ownOrigin = (request: Request): string =>
  env.PUBLIC_ORIGIN ?? new URL(request.url).origin
