import type { LoaderFunctionArgs } from '@remix-run/node'
import { withoutPage } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { listNames } from '~/group/store.server'

/** The names of the group's members, for those who want to name one in a comment. */
export const loader = withoutPage(async ({ request }: LoaderFunctionArgs) => {
  const names = await listNames(await requireActor(request))
  return Response.json(names, { headers: { 'Cache-Control': 'private, no-store' } })
})
