import type { Actor } from '~/group/policy'
import { done, refused, type Outcome } from '~/outcome'
import { proposeEdition } from '~/proposal/propose-edition.server'
import { readFrameworkFile } from './import-framework.server'
import { startImport } from './import-steps.server'
import { sentFiles } from './sent-files.server'

/**
 * Reads the newer edition that was sent, and answers with the page to go on to: its columns to choose where it is a
 * table; the edition beside the base where it is JSON, which says itself what it holds.
 */
export async function answerEditionUpload(
  actor: Actor,
  proposalId: string,
  request: Request,
  now: Date,
): Promise<Outcome<string>> {
  const form = await request.formData().catch(() => null)
  const files = form ? await sentFiles(form) : done([])
  if (!files.ok) return files
  if (files.value.length === 0) return nothingChosen
  const started = await startImport(actor, files.value, { proposalId }, now)
  if (!started.ok) return started
  if ('uploadId' in started.value) return done(`/imports/${started.value.uploadId}`)
  const framework = readFrameworkFile(started.value.json)
  if (!framework.ok) return framework
  const laid = await proposeEdition(actor, proposalId, framework.value)
  return laid.ok ? done(`/proposals/${proposalId}/rebase`) : laid
}

const nothingChosen = refused({
  kind: 'invalid',
  field: 'file',
  message: 'Välj en fil med den nya utgåvan av ramen.',
})
