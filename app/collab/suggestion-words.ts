import { figureCharacter, noteCharacter } from '~/proposal/section-content'
import type { Does, Formatted, Suggestion, SuggestionPart } from './suggestion'

const quoted = (words: string): string => {
  const shown =
    words.replaceAll(figureCharacter, '#').replaceAll(noteCharacter, '[fotnot]').trim() ||
    'mellanslag'
  return `”${shown.length > 90 ? `${shown.slice(0, 90)}…` : shown}”`
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
export function suggestionWords({ parts }: Pick<Suggestion, 'parts'>): string {
  const texts = (kind: SuggestionPart['mark']['kind']) =>
    parts
      .filter(({ mark }) => mark.kind === kind && !(mark.kind === 'insertion' && mark.does))
      .map(({ words }) => words)
      .join('')
  const [written, taken] = [texts('insertion'), texts('deletion')]
  const said = [
    ...(written && taken ? [`Byt ${quoted(taken)} mot ${quoted(written)}`] : []),
    ...(written && !taken ? [`Lägg till ${quoted(written)}`] : []),
    ...(taken && !written ? [`Ta bort ${quoted(taken)}`] : []),
    ...parts.flatMap(({ mark, words }) => {
      if (mark.kind === 'formatting')
        return [`${formats[mark.mark][mark.on === 'yes' ? 0 : 1]} ${quoted(words)}`]
      return mark.kind === 'insertion' && mark.does ? [acts[mark.does]] : []
    }),
  ]
  return [...new Set(said)].join('. ')
}
