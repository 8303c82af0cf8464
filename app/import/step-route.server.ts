import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answer, valueOrThrow } from '~/answer.server'
import { requireActor } from '~/auth/session.server'
import { readForm } from '~/form.server'
import { loadGroupName } from '~/group/store.server'
import type { Actor } from '~/group/policy'
import { done, type Outcome } from '~/outcome'
import { dropImport, openImport, takeStep, type Step } from './import-steps.server'
import type { OpenImport } from './open-import'
import { refusedStep } from './refused-step.server'
import type { Sent } from './step-forms'

/** What the page of every step shows around its form, and the import as it stands. */
export async function loadStep({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const open = valueOrThrow(await openImport(actor, params.uploadId ?? '', new Date()))
  const { id, files, edition } = open
  const frame = { actor, groupName: await loadGroupName(actor), id, files }
  return { open, frame: { ...frame, forProposal: edition?.proposalId ?? null } }
}

/** The address that a step leads on to, or why it does not. */
type GoOn = (sent: Sent, uploadId: string, actor: Actor) => Promise<Outcome<string>>

/**
 * One press of a button on a step's page. What was sent is kept before it is judged: it is there again, right or wrong.
 * @param step what the form changes of the choices
 */
export async function answerStep(
  { request, params }: ActionFunctionArgs,
  step: (sent: Sent, open: OpenImport) => ReturnType<Step>,
  goOn: GoOn,
) {
  const actor = await requireActor(request)
  const uploadId = params.uploadId ?? ''
  const form = await readForm(request, z.record(z.string(), z.string()))
  if (!form.ok) return answer(form)
  const sent = form.value
  const now = new Date()
  if (sent.intent === 'drop') {
    const dropped = await dropImport(actor, uploadId, now)
    return dropped.ok ? redirect(beforeImport(dropped.value.proposalId)) : answer(dropped)
  }
  const taken = await takeStep(actor, uploadId, open => step(sent, open), now)
  const next = taken.ok ? await goOn(sent, uploadId, actor) : taken
  return next.ok ? redirect(next.value) : refusedStep(sent, next.fault)
}

/** Where the files were chosen. */
const beforeImport = (proposalId: string | null): string =>
  proposalId === null ? '/proposals/new' : `/proposals/${proposalId}/rebase`

/** The next step's address, whatever was sent. */
export const goTo =
  (step: string): GoOn =>
  async (_, uploadId) =>
    done(`/imports/${uploadId}${step}`)
