import { done, refused, type Outcome } from '~/outcome'
import { uploadLimits } from './sheet'
import type { UploadedFile } from './upload-store.server'

/** The files that a form chose under `upload`. One that is too large is refused before it is read. */
export async function sentFiles(form: FormData): Promise<Outcome<UploadedFile[]>> {
  const uploads: UploadedFile[] = []
  for (const file of form.getAll('upload')) {
    if (!(file instanceof File) || file.name === '') continue
    if (file.size > uploadLimits.bytes)
      return refused({
        kind: 'invalid',
        message: 'Filen är större än 5 MB. Spara bara bladet med budgetramen.',
      })
    uploads.push({ name: nameOf(file), content: new Uint8Array(await file.arrayBuffer()) })
  }
  return done(uploads)
}

/** The file's own name, on one line: it is shown, never used as a path. */
const nameOf = ({ name }: File): string =>
  // eslint-disable-next-line no-control-regex
  (name.split(/[/\\]/).at(-1) ?? '').replace(/[\u0000-\u001F\u007F]/g, '').slice(-120) || 'fil'
