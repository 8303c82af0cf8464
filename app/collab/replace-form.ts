import { z } from 'zod'
import { jsonText } from '~/json-text'
import { figureCharacter } from '~/proposal/section-content'
import { noteParts } from './note-part'

const unreadable = 'Sidan är för gammal. Ladda om den och sök igen.'

/** As long as a found word may be said to be, and as many as may be chosen at once. */
export const mostFound = 500

const position = z.string().min(1).max(120)
const words = z.string().min(1).max(200)

/** Words in a section's live text. */
export const ChosenWords = z.strictObject({
  section: z.string().min(1).max(60),
  from: position,
  to: position,
  words,
})
export type ChosenWords = z.infer<typeof ChosenWords>

/** Words in what is saved as a whole: which text, which save of it was seen, and where in it they begin. */
export const ChosenInField = z.strictObject({
  field: z.string().min(1).max(200),
  revision: z.int().min(1),
  at: z.int().min(0).max(10_000),
  words,
})
export type ChosenInField = z.infer<typeof ChosenInField>

/** Words in a footnote of a section, or in what is said of an image there. */
export const ChosenInNote = z.strictObject({
  section: z.string().min(1).max(60),
  part: z.literal(noteParts),
  place: position,
  at: z.int().min(0).max(10_000),
  words,
})
export type ChosenInNote = z.infer<typeof ChosenInNote>

const ChosenText = jsonText(z.union([ChosenWords, ChosenInNote, ChosenInField]), 800, unreadable)

/** Controls, marks of writing direction, annotation marks as U+FFF9 and the like: nobody sees what they do to a text. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** What is put in the place of the chosen words: now, or as suggestions. */
export const ReplaceForm = z.object({
  intent: z.literal(['replace', 'suggest']),
  /** Whether what was looked for parts large letters from small: then the new words are as they were typed. */
  case: z.literal('on').optional(),
  put: z
    .string()
    .max(200, 'Det nya får ha högst 200 tecken.')
    .refine(
      text => !unseen.test(text) && !text.includes(figureCharacter),
      'Det nya innehåller ett tecken som inte syns. Skriv det på nytt.',
    ),
  hit: z
    .union([ChosenText.transform(one => [one]), z.array(ChosenText)], { message: unreadable })
    .optional()
    .transform(hits => hits ?? [])
    .refine(hits => hits.length > 0, 'Välj minst en träff att ersätta.')
    .refine(hits => hits.length <= mostFound, `Välj högst ${mostFound} träffar åt gången.`),
})
export type ReplaceForm = z.infer<typeof ReplaceForm>
