import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { loadCommentsPage } from '~/collab/comments-page.server'
import { openThread } from '~/collab/open-thread.server'
import { replyToThread } from '~/collab/reply-to-thread.server'
import { settleThread } from '~/collab/settle-thread.server'
import { filterOf } from '~/collab/thread-filter'
import { ThreadForm } from '~/collab/thread-form'
import { ThreadFilters, ThreadList } from '~/collab/thread-list'
import { readForm } from '~/form.server'
import { done, notFound } from '~/outcome'
import { reachOutcome } from '~/reach'

export const meta = () => [{ title: 'Kommentarer – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const filter = filterOf(new URL(request.url).searchParams)
  const page = await loadCommentsPage(actor, params.proposalId ?? '', filter)
  return valueOrThrow(page ? done(page) : notFound)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, ThreadForm)
  if (!form.ok) return answer(form)
  const proposalId = params.proposalId ?? ''
  const sent = form.value
  const now = new Date()
  switch (sent.intent) {
    case 'open':
      return answer(await openThread(actor, proposalId, { ...sent, place: sent, now }))
    case 'reply':
      return answer(await replyToThread(actor, proposalId, { ...sent, now }))
    case 'resolve':
    case 'reopen': {
      const resolved = sent.intent === 'resolve'
      return answer(
        await settleThread(actor, proposalId, { threadId: sent.threadId, resolved, now }),
      )
    }
  }
}

export const clientAction = reachOutcome

export default function Comments() {
  const page = useLoaderData<typeof loader>()
  const { proposalId } = useParams()
  return (
    <>
      <div className="title">
        <h1>Kommentarer</h1>
        <ThreadFilters {...page} />
      </div>
      <ThreadList {...page} action={`/proposals/${proposalId}/comments`} />
    </>
  )
}
