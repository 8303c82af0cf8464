import { z } from 'zod'
import type { CommentPart } from './mention'
import type { PlaceKind } from './thread-place'

export type ThreadKind = 'text' | 'section' | PlaceKind

export type Comment = {
  readonly id: string
  readonly authorName: string
  readonly parts: readonly CommentPart[]
  readonly createdAt: Date
}

/**
 * Comments on one place. `quote` is the words that it was set on, or the name of its place then, kept also when they are
 * gone.
 */
export type Thread = {
  readonly id: string
  readonly kind: ThreadKind
  readonly sectionId: string | null
  readonly amendmentId: string | null
  /** The line, goal, indicator or clause that it is on. */
  readonly place: string | null
  readonly quote: string | null
  readonly createdAt: Date
  readonly resolvedAt: Date | null
  readonly resolvedByName: string | null
  /** How many comments after the first are left out, where a long thread is folded. */
  readonly leftOut: number
  readonly comments: readonly Comment[]
}

type InJson<T> = T extends Date
  ? string
  : T extends object
    ? { readonly [Key in keyof T]: InJson<T[Key]> }
    : T

/** A thread as JSON has it: with its times as texts. */
export type SentThread = InJson<Thread>

export const CommentBody = z
  .string()
  .trim()
  .min(1, 'Skriv något innan du skickar.')
  .max(4000, 'En kommentar får ha högst 4 000 tecken. Dela den i två.')

/** What a page calls a comment that it sends; pages from before it did call it nothing. */
export const SentId = z
  .string()
  .regex(/^[\w-]{16,40}$/, 'Ladda om sidan och skicka igen.')
  .optional()

/** A comment on its way in: sent twice under one id, by a double press or after a lost answer, it is saved once. */
export type Saying = {
  readonly body: string
  readonly sent?: string | undefined
  readonly now: Date
}

const Id = z.string().min(1).max(60)

/** A Yjs relative position, as base64: it follows its word when the text around it changes. */
const Position = z.base64().max(400)

/** Where a thread is opened. Of a text range: its two ends and the words between them, as the member saw them. */
export const ThreadPlace = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    sectionId: Id,
    from: Position,
    to: Position,
    quote: z.string().min(1).max(2000, 'Markera ett kortare stycke, högst 2 000 tecken.'),
  }),
  z.object({ kind: z.literal('section'), sectionId: Id }),
  z.object({ kind: z.literal('amendment'), amendmentId: Id }),
  z.object({
    kind: z.enum(['line', 'goal', 'indicator', 'clause']),
    place: z.string().min(1).max(120),
  }),
])
export type ThreadPlace = z.infer<typeof ThreadPlace>
