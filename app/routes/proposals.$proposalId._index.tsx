import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/auth/session.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request)
  return redirect(`/proposals/${params.proposalId}/budget`)
}
