import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import {
  useActionData,
  useLoaderData,
  useParams,
  type ClientActionFunctionArgs,
} from '@remix-run/react'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { markRead } from '~/collab/mark-read.server'
import { MarkedNote, NewsList, type MarkAnswer, type Marked } from '~/collab/news-list'
import { MarkForm } from '~/collab/news-mark'
import { loadNewsPage } from '~/collab/news-page.server'
import { readForm } from '~/form.server'
import { done, notFound, refused } from '~/outcome'
import { reach, unreachable } from '~/reach'

export const meta = () => [{ title: 'Nytt sedan sist – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const page = await loadNewsPage(actor, params.proposalId ?? '')
  return valueOrThrow(page ? done(page) : notFound)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, MarkForm)
  if (!form.ok) return answer<Marked>(form)
  return answer(await markRead(actor, params.proposalId ?? '', form.value.seen, new Date()))
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reach<unknown, MarkAnswer>(
    () => serverAction<typeof action>(),
    refused({ kind: 'conflict', message: unreachable }),
  )

export default function News() {
  const page = useLoaderData<typeof loader>()
  const { proposalId } = useParams()
  return (
    <>
      <div className="title">
        <h1>Nytt sedan sist</h1>
        <p className="basis">
          Vad andra har skrivit, ändrat och sagt sedan du markerade det som läst. Listan är din
          egen.
        </p>
      </div>
      <MarkedNote answer={useActionData<MarkAnswer>()} />
      <NewsList {...page} base={`/proposals/${proposalId}`} />
    </>
  )
}
