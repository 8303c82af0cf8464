import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/auth/session.server'
import { listNames } from '~/group/store.server'

/** The names of the group's members, for those who want to name one in a comment. */
export async function loader({ request }: LoaderFunctionArgs) {
  const names = await listNames(await requireActor(request))
  return Response.json(names, { headers: { 'Cache-Control': 'private, no-store' } })
}
