import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { endSession, getActor } from '~/auth/session.server'
import { signingOut, type SignOutAnswer } from '~/auth/sign-out'
import { events } from '~/events.server'
import { reach } from '~/reach'

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

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reach(() => signingOut(() => serverAction<typeof action>()), {
    message: 'Servern svarar inte. Du är inte utloggad än; försök igen om en stund.',
  } satisfies SignOutAnswer)
