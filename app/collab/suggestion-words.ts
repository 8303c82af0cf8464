import { figureCharacter, noteCharacter } from '~/proposal/section-content'
import type { Does, Formatted, Suggestion, SuggestionPart } from './suggestion'

/** How a figure reads now, by its reference and format; null where it is gone. */
export type ReadFigure = (ref: string, format: string) => string | null

const special = new RegExp(`[${figureCharacter}${noteCharacter}]`, 'g')

/** The words with figures and footnotes as they are read. */
function shownOf({ words, held }: SuggestionPart, read: ReadFigure): string {
  let at = 0
  return words.replace(special, character => {
    const one = held[at++]
    if (one?.kind === 'figure') return read(one.ref, one.format) ?? '#'
    if (one?.kind === 'footnote') return `[fotnot: ${one.text}]`
    return character === figureCharacter ? '#' : character
  })
}

/** A footnote is shown longer: what is another in it may stand far into it. */
const mostShown = (words: string): number => (words.includes('[fotnot: ') ? 500 : 90)

function quoted(words: string): string {
  const shown = words.trim() || 'mellanslag'
  const most = mostShown(shown)
  return `”${shown.length > most ? `${shown.slice(0, most)}…` : shown}”`
}

const acts: Readonly<Record<Exclude<Does, ''>, string>> = {
  split: 'Dela stycket',
  'split:paragraph': 'Dela stycket',
  'split:heading2': 'Dela, med rubrik efter',
  'split:heading3': 'Dela, med underrubrik efter',
  join: 'Slå ihop med det som står före',
  drop: 'Ta bort stycket',
  line: 'Bryt raden',
  'become:paragraph': 'Gör till vanligt stycke',
  'become:heading2': 'Gör till rubrik',
  'become:heading3': 'Gör till underrubrik',
}

const formats: Readonly<Record<Formatted, readonly [on: string, off: string]>> = {
  bold: ['Fetstil på', 'Ingen fetstil på'],
  italic: ['Kursiv på', 'Ingen kursiv på'],
  link: ['Länk på', 'Ingen länk på'],
  freestanding: ['Fristående belopp:', 'Inte fristående:'],
}

/** What a suggestion would do to the text, in the words of the screen. */
export function suggestionWords(
  { parts }: Pick<Suggestion, 'parts'>,
  read: ReadFigure = () => null,
): string {
  const texts = (kind: SuggestionPart['mark']['kind']) =>
    parts
      .filter(({ mark }) => mark.kind === kind && !(mark.kind === 'insertion' && mark.does))
      .map(part => part.apart + shownOf(part, read))
      .join('')
      // what stands apart may end with the space of its own that it was written with
      .replaceAll(/ {2,}/g, ' ')
  const [written, taken] = [texts('insertion'), texts('deletion')]
  const said = [
    ...(written && taken ? [`Byt ${quoted(taken)} mot ${quoted(written)}`] : []),
    ...(written && !taken ? [`Lägg till ${quoted(written)}`] : []),
    ...(taken && !written ? [`Ta bort ${quoted(taken)}`] : []),
    ...parts.flatMap(part => {
      const { mark } = part
      if (mark.kind === 'formatting')
        return [`${formats[mark.mark][mark.on === 'yes' ? 0 : 1]} ${quoted(shownOf(part, read))}`]
      return mark.kind === 'insertion' && mark.does ? [acts[mark.does]] : []
    }),
  ]
  return [...new Set(said)].join('. ')
}
