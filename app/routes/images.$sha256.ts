import type { LoaderFunctionArgs } from '@remix-run/node'
import { valueOrThrow, withoutPage } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { done, notFound } from '~/outcome'
import { findImage } from '~/proposal/image-store.server'

/** An image of the member's own group; to all others there is none. */
export const loader = withoutPage(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request)
  const found = await findImage(actor, params.sha256 ?? '')
  const { type, content } = valueOrThrow(found ? done(found) : notFound)
  return new Response(content, {
    headers: {
      'Content-Type': `image/${type}`,
      'Content-Length': String(content.byteLength),
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  })
})
