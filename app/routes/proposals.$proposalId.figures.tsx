import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { answer } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { readForm } from '~/form.server'
import type { FiguresAnswer } from '~/proposal/figures-answer'
import { figuresAnswer, FiguresForm, saveFigures } from '~/proposal/figures-form.server'
import { reach, unreachable } from '~/reach'

/** The figures are shown on the budget page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request)
  return redirect(`/proposals/${params.proposalId}/budget`)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, FiguresForm)
  const outcome = form.ok
    ? await saveFigures(actor, params.proposalId ?? '', form.value, new Date())
    : form
  // a route without a page keeps the status of a response alone
  return Response.json(figuresAnswer(outcome), answer(outcome).init ?? undefined)
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reach(() => serverAction<FiguresAnswer>(), {
    type: 'refused',
    message: unreachable,
    clashes: [],
  } satisfies FiguresAnswer)
