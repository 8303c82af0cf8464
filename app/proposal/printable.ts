import { isCovered } from './covered'

/** Stands for a character that the document's fonts lack. */
export const missingBox = '☐'

// Controls, marks of writing direction (U+202E would turn the text round), joiners and other invisible characters:
// nothing that a reader can see is lost with them. A tab or a line feed is a space.
const invisible = new RegExp(
  '[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F' +
    '\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]',
  'gu',
)
const loneSurrogate = /\p{Cs}/gu

/** The text as the fonts can set it: composed, without invisible characters, a box for each character that they lack. */
export function printable(text: string): string {
  return withoutInvisible(text).replace(/\P{ASCII}/gu, character =>
    isCovered(character) ? character : missingBox,
  )
}

/** The characters of the text that are printed as a box, each once. */
export function missingCharacters(text: string): string[] {
  return [...new Set(withoutInvisible(text))].filter(
    character => character.charCodeAt(0) > 127 && !isCovered(character),
  )
}

const withoutInvisible = (text: string): string =>
  text
    .normalize('NFC')
    .replace(loneSurrogate, missingBox)
    .replace(/[\t\n\v\f\r\u0085\u2000-\u200A\u2028\u2029\u205F\u3000]+/g, ' ')
    .replaceAll('\u2011', '-')
    .replace(invisible, '')
