import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { answer, withoutPage } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { addImage } from '~/export/add-image.server'
import { ImageForm } from '~/export/image-form'
import { readForm } from '~/form.server'

/** Images are shown in the sections. */
export const loader = withoutPage(async ({ request, params }: LoaderFunctionArgs) => {
  await requireActor(request)
  return redirect(`/proposals/${params.proposalId}/sections`)
})

export const action = withoutPage(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request)
  const form = await readForm(request, ImageForm)
  const outcome = form.ok ? await addImage(actor, params.proposalId ?? '', form.value.image) : form
  // a route without a page keeps the status of a response alone
  return Response.json(outcome, answer(outcome).init ?? undefined)
})
