import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import {
  addSection,
  moveSection,
  removeSection,
  renameSection,
  returnSection,
} from '~/collab/arrange-section.server'
import { Arrangement } from '~/collab/section-arrangement'
import { SectionBin } from '~/collab/section-bin'
import { AddSection, SectionList } from '~/collab/section-list'
import { loadSectionsPage } from '~/collab/sections-page.server'
import { setReadiness, setResponsible } from '~/collab/set-readiness.server'
import { readForm } from '~/form.server'
import type { Actor } from '~/group/policy'
import { done, notFound } from '~/outcome'
import { reachOutcome } from '~/reach'
import { EmptyState } from '~/ui/message'

export const meta = () => [{ title: 'Avsnitt – Skuggbudget' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const page = await loadSectionsPage(actor, params.proposalId ?? '')
  return valueOrThrow(page ? done(page) : notFound)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, Arrangement)
  if (!form.ok) return answer(form)
  const outcome = await arrange(actor, params.proposalId ?? '', form.value)
  if (outcome.ok && form.value.intent === 'add')
    throw redirect(`/proposals/${params.proposalId}/sections/${outcome.value.sectionId}`)
  return answer(outcome)
}

function arrange(actor: Actor, proposalId: string, wanted: Arrangement) {
  switch (wanted.intent) {
    case 'add':
      return addSection(actor, proposalId, wanted.title)
    case 'rename':
      return renameSection(actor, proposalId, wanted, wanted.title)
    case 'move':
      return moveSection(actor, proposalId, wanted, wanted.to)
    case 'remove':
      return removeSection(actor, proposalId, wanted, new Date())
    case 'return':
      return returnSection(actor, proposalId, wanted)
    case 'responsible':
      return setResponsible(actor, proposalId, {
        id: wanted.id,
        memberId: wanted.memberId === '' ? null : wanted.memberId,
      })
    case 'ready':
    case 'rework':
    case 'approve':
    case 'take-back':
      return setReadiness(actor, proposalId, wanted, new Date())
  }
}

export const clientAction = reachOutcome

export default function Sections() {
  const { memberId, sections, bin, editable } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return (
    <>
      <div className="title">
        <h1>Avsnitt</h1>
      </div>
      {sections.length === 0 && (
        <EmptyState title="Inga avsnitt än">
          <p>Ett avsnitt argumenterar för det ni vill ändra. Ge det första en rubrik.</p>
        </EmptyState>
      )}
      <SectionList sections={sections} memberId={memberId} editable={editable} />
      {editable && <AddSection fault={sent && !sent.ok ? sent.fault.message : undefined} />}
      <SectionBin sections={bin} editable={editable} />
    </>
  )
}
