import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answer } from '~/answer.server'
import { signInAgain } from '~/auth/sign-in-again.server'
import { startSession } from '~/auth/session.server'
import { readForm } from '~/form.server'
import { done } from '~/outcome'

const SignIn = z.object({
  email: z.string().max(1000, 'E-postadressen är för lång.'),
  password: z.string().max(1000, 'Lösenordet är för långt.'),
  memberId: z.string().max(100, 'Sidan går inte att läsa. Ladda om den.'),
})

// asked by the dialog over an open page; as a page it is the ordinary one
export const loader = () => redirect('/login')

export async function action({ request, context }: ActionFunctionArgs) {
  const input = await readForm(request, SignIn)
  const outcome = input.ok
    ? await signInAgain(input.value, { address: context.clientAddress })
    : input
  if (!outcome.ok) return Response.json(outcome, answer(outcome).init ?? undefined)
  const cookie = await startSession(request, outcome.value.memberId)
  return Response.json(done(null), { headers: { 'Set-Cookie': cookie } })
}
