import { done, refused, type Outcome } from '~/outcome'
import type { TypedFramework } from './framework-form'
import { frameworkFileLimit } from './import-framework.server'

/**
 * The form of a new proposal: what was typed, and the framework's file where one was chosen now or on the way here.
 * The file is text; one that is too large is refused before it is read.
 */
export async function readNewProposal(
  request: Request,
): Promise<Outcome<{ typed: TypedFramework; file: string | null }>> {
  const form = await request.formData().catch(() => null)
  if (!form) return invalid('Formuläret gick inte att läsa. Ladda om sidan och försök igen.')
  const upload = form.get('upload')
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  if (typed.way === 'table') return done({ typed, file: null })
  if (!(upload instanceof File) || upload.size === 0) return done({ typed, file: typed.file ?? '' })
  if (upload.size > frameworkFileLimit) return invalid('Filen är större än 5 MB.')
  return done({ typed, file: await upload.text() })
}

const invalid = (message: string) => refused({ kind: 'invalid', message })
