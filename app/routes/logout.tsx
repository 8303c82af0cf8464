import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { endSession, getActor } from '~/auth/session.server'
import { events } from '~/events.server'

// a link may not sign anyone out: another site could follow it
export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  const actor = await getActor(request)
  const cookie = await endSession(request)
  if (actor) {
    const { groupId, memberId } = actor
    events.emit('access changed', { groupId, memberId, removed: false })
  }
  throw redirect('/login', { headers: { 'Set-Cookie': cookie } })
}
