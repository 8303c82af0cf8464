/** Advances of Source Sans 3 in thousandths of the type size, rounded up by groups; whatever else is a square. */
const groups: readonly (readonly [RegExp, number])[] = [
  [/[ \u00A0]/u, 220],
  [/[ijl.,:;|'!]/u, 265],
  [/[frt()/–-]/u, 350],
  [/[cksvxyzJ]/u, 495],
  [/[a-zåäöéü0-9+\u2212]/u, 555],
  [/[A-ZÅÄÖÉ%]/u, 690],
]
const square = 850

const advance = (letter: string): number =>
  /[mwMW]/u.test(letter) ? square : (groups.find(([of]) => of.test(letter))?.[1] ?? square)

/** About how wide a text is set at a type size: enough to make room for it, in the same unit. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + advance(letter), 0) * (size / 1000)

/** Lines no wider than that, broken between words, and within a word that is wider than a line. */
export function wrapped(text: string, width: number, size: number): string[] {
  const fits = (line: string) => textWidth(line, size) <= width
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const current = lines.at(-1)
    if (current !== undefined && fits(`${current} ${word}`))
      lines[lines.length - 1] = `${current} ${word}`
    else lines.push(...pieces(word, fits))
  }
  return lines
}

function pieces(word: string, fits: (line: string) => boolean): string[] {
  const found = ['']
  for (const letter of word) {
    const last = found.at(-1) ?? ''
    if (last === '' || fits(last + letter)) found[found.length - 1] = last + letter
    else found.push(letter)
  }
  return found
}
