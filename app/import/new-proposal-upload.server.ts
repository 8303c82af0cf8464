import { done, refused, type Outcome } from '~/outcome'
import type { TypedFramework } from './field-reader'
import { sentFiles } from './sent-files.server'
import type { UploadedFile } from './upload-store.server'

export type SentProposal = {
  readonly typed: TypedFramework
  /** The text of a framework in JSON that was chosen on the way here; null where it is typed into tables. */
  readonly file: string | null
  /** Files that were chosen now. */
  readonly uploads: readonly UploadedFile[]
}

/** The form of a new proposal. A file that is too large is refused before it is read. */
export async function readNewProposal(request: Request): Promise<Outcome<SentProposal>> {
  const form = await request.formData().catch(() => null)
  if (!form)
    return refused({
      kind: 'invalid',
      message: 'Formuläret gick inte att läsa. Ladda om sidan och försök igen.',
    })
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  if (typed.way === 'table') return done({ typed, file: null, uploads: [] })
  const uploads = await sentFiles(form)
  return uploads.ok ? done({ typed, file: typed.file ?? '', uploads: uploads.value }) : uploads
}
