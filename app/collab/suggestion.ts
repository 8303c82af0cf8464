import { z } from 'zod'
import { sha256Of } from '~/proposal/sha256'

/** The character that stands for what is no text. Shown struck through or followed by a line, as `does` has it. */
export const placeholder = '\u00B6'

/**
 * What a suggested character does when it is accepted: nothing (it is text), splits its paragraph (into one of another
 * kind), joins it with what stands before, takes it away where it is empty, breaks the line, or makes it another kind.
 */
export const Does = z.enum([
  '',
  'split',
  'split:paragraph',
  'split:heading2',
  'split:heading3',
  'join',
  'drop',
  'line',
  'become:paragraph',
  'become:heading2',
  'become:heading3',
])
export type Does = z.infer<typeof Does>

/** Formatting that may be suggested; each is a mark of the schema. */
export const Formatted = z.enum(['bold', 'italic', 'link', 'freestanding'])
export type Formatted = z.infer<typeof Formatted>

/**
 * The id of a suggestion: its author, then what is drawn at random when it is begun, so that two who suggest at once
 * never share one, and nobody suggests in the name of another.
 */
export const SuggestionId = z.string().regex(/^[\w-]{1,60}\.[\w-]{16,40}$/)

/** When it was begun, as milliseconds since 1970. */
const Since = z.string().regex(/^\d{13}$/)

const stamp = { suggestion: SuggestionId, since: Since }

/** What the three marks hold, by the name of the mark. */
export const SuggestionMark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('insertion'), ...stamp, does: Does }),
  z.strictObject({ kind: z.literal('deletion'), ...stamp }),
  z.strictObject({
    kind: z.literal('formatting'),
    ...stamp,
    mark: Formatted,
    on: z.enum(['yes', 'no']),
    value: z
      .string()
      .max(2000)
      .regex(/^(https?:\/\/|mailto:)/i)
      .nullish(),
  }),
])
export type SuggestionMark = z.infer<typeof SuggestionMark>

export const suggestionKinds: readonly string[] = ['insertion', 'deletion', 'formatting']

/** What a character that is no letter stands for; null where it stands for nothing. */
export type Held =
  | { readonly kind: 'figure'; readonly ref: string; readonly format: string }
  | { readonly kind: 'footnote'; readonly text: string }
  | null

/** A stretch of words of one suggestion, and what it means for them. */
export type SuggestionPart = {
  readonly mark: SuggestionMark
  readonly words: string
  /** What the figures' and footnotes' characters among the words stand for, in order. */
  readonly held: readonly Held[]
  /** What is read between it and the part of the same kind before it: nothing, where they stand together. */
  readonly apart: Apart
}

/** Words that stand between two parts are left out. */
export type Apart = '' | ' ' | ' … '

/** One suggestion, with its parts as they stand in the text. */
export type Suggestion = {
  readonly id: string
  readonly authorId: string
  readonly since: Date
  readonly parts: readonly SuggestionPart[]
}

/** What a page says beside its cursor while its member, who may write, suggests. */
export const suggestingState = 'suggesting'

export const authorOf = (id: string): string => id.slice(0, id.lastIndexOf('.'))

/** How a suggestion reads: other words, figures or footnotes where somebody has written in it since. */
export const wordingOf = ({ parts }: Pick<Suggestion, 'parts'>): string =>
  JSON.stringify(
    parts.map(({ mark, words, held }) => [
      mark.kind,
      words,
      held,
      mark.kind === 'insertion' ? mark.does : mark.kind === 'formatting' ? mark.mark + mark.on : '',
    ]),
  )

/** The wording in 16 digits, short enough for a form: it tells two wordings apart, it protects nothing. */
export const wordingHash = (suggestion: Pick<Suggestion, 'parts'>): string =>
  sha256Of(wordingOf(suggestion)).slice(0, 16)
