import type { TextField } from '~/proposal/text-field'
import type { ChosenInField } from './replace-form'
import { byText, faultOfText, withPut } from './put-words'
import type { NewWords } from './replace-words'
import type { NotReplaced } from './replace-words.server'

/** A field that can be written, with its new text. */
export type Reworded = { readonly field: TextField; readonly text: string }

/**
 * What the chosen fields read with the new words put in: `left` are those that were saved since they were seen, read
 * otherwise, or cannot be written. `fault` says which text would be too long or empty; nothing may be saved then.
 */
export function rewordedFields(
  fields: readonly TextField[],
  chosen: readonly ChosenInField[],
  put: NewWords,
): { reworded: Reworded[]; left: NotReplaced[]; fault: string | null } {
  const known = new Map(fields.map(field => [field.key, field]))
  const { kept, left } = byText(chosen, one => {
    const field = known.get(one.field)
    return field && stands(field, one) ? field : undefined
  })
  const reworded = [...kept].map(([field, hits]) => ({
    field,
    text: withPut(field.text, hits, put),
  }))
  return {
    reworded,
    left: left.map(({ words, field }) => ({ words, title: known.get(field)?.name ?? null })),
    fault: reworded.map(faultOf).find(fault => fault !== null) ?? null,
  }
}

const stands = ({ text, revision }: TextField, { at, words, revision: seen }: ChosenInField) =>
  revision === seen && text.startsWith(words, at)

const faultOf = ({ field: { name, most, owner }, text }: Reworded): string | null =>
  faultOfText(text, {
    name,
    most,
    mayBeEmpty: owner.kind === 'amendment' && owner.text.of === 'motivation',
  })
