import { done, refused, type Outcome } from '~/outcome'
import type { TypedFramework } from './framework-form'
import { uploadLimits } from './sheet'
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
  if (!form) return invalid('Formuläret gick inte att läsa. Ladda om sidan och försök igen.')
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  if (typed.way === 'table') return done({ typed, file: null, uploads: [] })
  const chosen = form.getAll('upload').filter(value => value instanceof File && value.name !== '')
  const uploads: UploadedFile[] = []
  for (const file of chosen) {
    if (!(file instanceof File)) continue
    if (file.size > uploadLimits.bytes)
      return invalid('Filen är större än 5 MB. Spara bara bladet med budgetramen.')
    uploads.push({ name: nameOf(file), content: new Uint8Array(await file.arrayBuffer()) })
  }
  return done({ typed, file: typed.file ?? '', uploads })
}

/** The file's own name, on one line: it is shown, never used as a path. */
const nameOf = ({ name }: File): string =>
  // eslint-disable-next-line no-control-regex
  (name.split(/[/\\]/).at(-1) ?? '').replace(/[\u0000-\u001F\u007F]/g, '').slice(-120) || 'fil'

const invalid = (message: string) => refused({ kind: 'invalid', message })
