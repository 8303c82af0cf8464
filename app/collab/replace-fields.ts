import type { TextField } from '~/proposal/text-field'
import type { ChosenInField } from './replace-form'
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
  const left: NotReplaced[] = []
  const kept = new Map<TextField, ChosenInField[]>()
  for (const one of chosen) {
    const field = known.get(one.field)
    const others = (field && kept.get(field)) ?? []
    if (field && stands(field, one) && !others.some(other => overlaps(one, other)))
      kept.set(field, [...others, one])
    else left.push({ words: one.words, title: field?.name ?? null })
  }
  const reworded = [...kept].map(([field, hits]) => ({
    field,
    text: withPut(field.text, hits, put),
  }))
  return { reworded, left, fault: reworded.map(faultOf).find(fault => fault !== null) ?? null }
}

const stands = ({ text, revision }: TextField, { at, words, revision: seen }: ChosenInField) =>
  revision === seen && text.startsWith(words, at)

const overlaps = (a: ChosenInField, b: ChosenInField): boolean =>
  a.at < b.at + b.words.length && b.at < a.at + a.words.length

/** From the end, so that what is written moves nothing that is still to be replaced. */
const withPut = (text: string, hits: readonly ChosenInField[], put: NewWords): string =>
  hits
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (now, { at, words }) => now.slice(0, at) + put(words) + now.slice(at + words.length),
      text,
    )
    .trim()

function faultOf({ field: { name, most, owner }, text }: Reworded): string | null {
  if (text.length > most)
    return `${name} skulle bli ${text.length} tecken. Högst ${most} får plats: välj ett kortare ord, eller bocka ur den träffen.`
  const mayBeEmpty = owner.kind === 'amendment' && owner.text.of === 'motivation'
  return text === '' && !mayBeEmpty
    ? `${name} skulle bli tom. Bocka ur den träffen, eller skriv något i stället.`
    : null
}
