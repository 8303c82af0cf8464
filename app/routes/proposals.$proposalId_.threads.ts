import type { LoaderFunctionArgs } from '@remix-run/node'
import { valueOrThrow, withoutPage } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { loadMoreThreads } from '~/collab/more-threads.server'
import { moreOf } from '~/collab/thread-filter'

/** Threads, and comments of a long one, that a page left out until they were asked for. */
export const loader = withoutPage(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request)
  const asked = moreOf(new URL(request.url).searchParams)
  const threads = valueOrThrow(await loadMoreThreads(actor, params.proposalId ?? '', asked))
  return Response.json(threads, { headers: { 'Cache-Control': 'private, no-store' } })
})
