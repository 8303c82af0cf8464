import type { NewWords } from './replace-words'

/** Words in a text that is read as a whole: where in it they begin. */
export type Chosen = { readonly at: number; readonly words: string }

/**
 * The chosen words by the text that they stand in. `left` are those that stand in none any more, or where another one
 * does that was chosen before.
 */
export function byText<One extends Chosen, Text>(
  chosen: readonly One[],
  textOf: (one: One) => Text | undefined,
): { kept: Map<Text, One[]>; left: One[] } {
  const kept = new Map<Text, One[]>()
  const left: One[] = []
  for (const one of chosen) {
    const text = textOf(one)
    const others = text === undefined ? [] : (kept.get(text) ?? [])
    if (text === undefined || others.some(other => overlaps(one, other))) left.push(one)
    else kept.set(text, [...others, one])
  }
  return { kept, left }
}

const overlaps = (a: Chosen, b: Chosen): boolean =>
  a.at < b.at + b.words.length && b.at < a.at + a.words.length

/** The text with new words put in, without a space at its ends. */
export const withPut = (text: string, hits: readonly Chosen[], put: NewWords): string =>
  // from the end, so that what is written moves nothing that is still to be replaced
  hits
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (now, { at, words }) => now.slice(0, at) + put(words) + now.slice(at + words.length),
      text,
    )
    .trim()

type Kept = { readonly name: string; readonly most: number; readonly mayBeEmpty: boolean }

/** Why a text cannot be kept under that name, or null. */
export function faultOfText(text: string, { name, most, mayBeEmpty }: Kept): string | null {
  if (text.length > most)
    return `${name} skulle bli ${text.length} tecken. Högst ${most} får plats: välj ett kortare ord, eller bocka ur den träffen.`
  return text === '' && !mayBeEmpty
    ? `${name} skulle bli tom. Bocka ur den träffen, eller skriv något i stället.`
    : null
}
