import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import {
  useActionData,
  useLoaderData,
  useParams,
  type ClientActionFunctionArgs,
} from '@remix-run/react'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { loadFindPage } from '~/collab/find-page.server'
import { FindView, type ReplaceAnswer } from '~/collab/find-view'
import { WordsSought } from '~/collab/find-words'
import { ReplaceForm } from '~/collab/replace-form'
import { replaceChosen, type Replaced } from '~/collab/replace-words.server'
import { readForm } from '~/form.server'
import { done, notFound, refused } from '~/outcome'
import { reach, unreachable } from '~/reach'

export const meta = () => [{ title: 'Sök och ersätt – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const asked = WordsSought.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  const sought = asked.success ? asked.data : { q: '' }
  const page = await loadFindPage(actor, params.proposalId ?? '', sought)
  return valueOrThrow(page ? done(page) : notFound)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, ReplaceForm)
  if (!form.ok) return answer<Replaced>(form)
  return answer(await replaceChosen(actor, params.proposalId ?? '', form.value, new Date()))
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reach<unknown, ReplaceAnswer>(
    () => serverAction<typeof action>(),
    refused({ kind: 'conflict', message: unreachable }),
  )

export default function Find() {
  const page = useLoaderData<typeof loader>()
  const base = `/proposals/${useParams().proposalId}`
  return (
    <>
      <div className="title">
        <h1>Sök och ersätt</h1>
        <p className="basis">
          I avsnitt med fotnoter och bilder, rubriker, mål, ändringar och att-satser. Siffror ur
          budgeten byts aldrig ut.
        </p>
      </div>
      <FindView {...page} base={base} answer={useActionData<ReplaceAnswer>()} />
    </>
  )
}
