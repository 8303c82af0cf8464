import { z } from 'zod'

/** What a text holds as JSON; null where it holds none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A form's field that holds JSON of a schema; `message` is the fault of any other, and of a longer one. */
export const jsonText = <Schema extends z.ZodType>(
  schema: Schema,
  longest: number,
  message: string,
) =>
  z
    .string()
    .max(longest, message)
    .transform((text, context): z.output<Schema> => {
      const parsed = schema.safeParse(jsonOf(text))
      if (parsed.success) return parsed.data
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
