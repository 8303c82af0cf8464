import { sentences } from './amounts'
import { figureCharacter, noteCharacter, type Inline } from './section-content'

/** A sentence of a text with the runs that stand in it. */
export type Told = { readonly sentence: string; readonly runs: readonly Inline[] }

/** The sentences of a paragraph, each with the runs that reach into it. */
export function toldIn(content: readonly Inline[]): Told[] {
  const text = content.map(run => (run.type === 'text' ? run.text : '\n')).join('')
  let end = 0
  const placed = content.map(run => {
    const from = end
    end += run.type === 'text' ? run.text.length : 1
    return { run, from, to: end }
  })
  return sentences(text).map(({ at, sentence }) => ({
    sentence,
    runs: placed
      .filter(({ from, to }) => from < at + sentence.length && to > at)
      .map(({ run }) => run),
  }))
}

/** A sentence as a finding quotes it. */
export const short = (sentence: string): string => {
  const plain = sentence.replaceAll(figureCharacter, '…').replaceAll(noteCharacter, '').trim()
  return plain.length > 80 ? `${plain.slice(0, 80)}…` : plain
}
