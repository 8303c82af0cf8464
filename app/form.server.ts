import type { z } from 'zod'
import { done, refused, type Outcome } from './outcome'

const unreadable = refused({
  kind: 'invalid',
  message: 'Formuläret gick inte att läsa. Ladda om sidan och försök igen.',
})

/**
 * The form that a request carries, checked once, at the edge. A name sent several times becomes a list. The first fault
 * is named with its field; a form that is none, and a NUL character, which the database cannot hold, are refused too.
 */
export async function readForm<T>(request: Request, schema: z.ZodType<T>): Promise<Outcome<T>> {
  const values = await formValues(request)
  if (!values) return unreadable
  const parsed = schema.safeParse(values)
  if (parsed.success) return done(parsed.data)
  const [issue] = parsed.error.issues
  const field = issue?.path[0]
  return refused({
    kind: 'invalid',
    message: issue?.message ?? unreadable.fault.message,
    ...(typeof field === 'string' && { field }),
  })
}

async function formValues(request: Request): Promise<Record<string, unknown> | null> {
  const form = await request.formData().catch(() => null)
  if (!form) return null
  const values = new Map<string, FormDataEntryValue[]>()
  for (const [name, value] of form) {
    const sent = values.get(name)
    if (sent) sent.push(value)
    else values.set(name, [value])
  }
  const texts = [...values.values()].flat().filter(value => typeof value === 'string')
  if (texts.some(text => text.includes('\0'))) return null
  return Object.fromEntries(
    Array.from(values, ([name, sent]) => [name, sent.length === 1 ? sent[0] : sent]),
  )
}
