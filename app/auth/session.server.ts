import { redirect } from '@remix-run/node'
import type { Actor } from '~/group/policy'

/** The signed-in member, or null. */
export async function getActor(_request: Request): Promise<Actor | null> {
  return null
}

/** The signed-in member, or a redirect to sign-in that comes back to the page asked for. */
export async function requireActor(request: Request): Promise<Actor> {
  const actor = await getActor(request)
  if (!actor) throw redirect('/login')
  return actor
}
