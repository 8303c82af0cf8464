import { answerEditionUpload } from '~/import/edition-upload.server'
import { finishImport } from '~/import/finish-import.server'
import { dropImport, openImport, startImport } from '~/import/import-steps.server'
import { needs, type Command } from './command'

const table = 'nämnd;2027\nSkola;1\n'

/** The commands of an import from tables: to a new proposal, and to a newer edition of one's base. */
export const importing: Readonly<Record<string, Command>> = {
  startImport: needs('create-proposal', (actor, _, now) =>
    startImport(
      actor,
      [{ name: 'ram.csv', content: new TextEncoder().encode(table) }],
      { title: 'Nytt' },
      now,
    ),
  ),
  answerEditionUpload: needs('rebase', (actor, { proposalId }, now) => {
    const form = new FormData()
    form.set('upload', new File([table], 'ram.csv'))
    const request = new Request('http://localhost/', { method: 'POST', body: form })
    return answerEditionUpload(actor, proposalId, request, now)
  }),
  'openImport edition': needs('rebase', (actor, { editionUploadId }, now) =>
    openImport(actor, editionUploadId, now),
  ),
  'finishImport edition': needs('rebase', (actor, { editionUploadId }, now) =>
    finishImport(actor, editionUploadId, now),
  ),
  'dropImport edition': needs('rebase', (actor, { editionUploadId }, now) =>
    dropImport(actor, editionUploadId, now),
  ),
  openImport: needs('create-proposal', (actor, { uploadId }, now) =>
    openImport(actor, uploadId, now),
  ),
  finishImport: needs('create-proposal', (actor, { uploadId }, now) =>
    finishImport(actor, uploadId, now),
  ),
  dropImport: needs('create-proposal', (actor, { uploadId }, now) =>
    dropImport(actor, uploadId, now),
  ),
}
