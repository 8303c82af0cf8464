import type { Framework } from '~/budget/framework'
import { refused, type Outcome } from '~/outcome'
import { frameworkFileLimit, readFrameworkFile } from './import-framework.server'

/** The newer edition in the file that was sent. */
export async function readEdition(request: Request): Promise<Outcome<Framework>> {
  const form = await request.formData().catch(() => null)
  const upload = form?.get('upload')
  if (!(upload instanceof File) || upload.size === 0)
    return invalid('Välj en fil med den nya utgåvan av ramen.')
  if (upload.size > frameworkFileLimit) return invalid('Filen är större än 5 MB.')
  return readFrameworkFile(await upload.text())
}

const invalid = (message: string) => refused({ kind: 'invalid', field: 'file', message })
