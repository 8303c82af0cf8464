import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { coveredCodes } from './covered'
import { missingCharacters, missingBox, printable } from './printable'

describe('printable', () => {
  test.each([
    ['turned writing', 'a\u202Egnirts\u202C b', 'agnirts b'],
    ['isolated writing', '\u2066x\u2069\u200F', 'x'],
    ['joiners and soft hyphens', 'sam\u00ADman\u200Bhäng\u200D', 'sammanhäng'],
    ['controls', 'a\u0000\u001Fb\u007F', 'ab'],
    ['line ends and odd spaces', 'a\r\nb\tc\u2003d', 'a b c d'],
    ['a decomposed letter', 'a\u030A', 'å'],
    ['a hyphen that does not break', '\u20115', '-5'],
    ['emoji', 'Bra 👍 så', `Bra ${missingBox} så`],
    ['another script', '予算', `${missingBox}${missingBox}`],
    ['half a character', 'a\uD83Db', `a${missingBox}b`],
    [
      'what looks like code',
      '#read("/etc/passwd") <img src=x> $x$',
      '#read("/etc/passwd") <img src=x> $x$',
    ],
    ['Swedish figures', '−1\u00A0234,5 tkr – ”så”', '−1\u00A0234,5 tkr – ”så”'],
  ])('sets %s', (_, text, expected) => {
    expect(printable(text)).toBe(expected)
  })

  test('names each missing character once', () => {
    expect(missingCharacters('👍 och 👍 och ∑ och å och 予')).toEqual(['👍', '予'])
  })
})

/** The characters that a font file maps (its cmap table, format 12 or 4). */
function codesOf(file: string): Set<number> {
  const font = readFileSync(file)
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
  const cmap = tables.find(at => font.toString('latin1', at, at + 4) === 'cmap') ?? 0
  const start = font.readUInt32BE(cmap + 8)
  const subtables = Array.from(
    { length: font.readUInt16BE(start + 2) },
    (_, i) => start + font.readUInt32BE(start + 8 + 8 * i),
  )
  const wide = subtables.find(at => font.readUInt16BE(at) === 12)
  if (wide === undefined) throw new Error(`${file} has no cmap of format 12`)
  const groups = Array.from({ length: font.readUInt32BE(wide + 12) }, (_, i) => wide + 16 + 12 * i)
  return new Set(
    groups.flatMap(at => {
      const [first, last] = [font.readUInt32BE(at), font.readUInt32BE(at + 4)]
      return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    }),
  )
}

test('the covered characters are those of every font file that the document is set in', () => {
  const cuts = {
    'source-serif-4': [
      '300Light',
      '400Regular',
      '400Regular_Italic',
      '600SemiBold',
      '600SemiBold_Italic',
    ],
    'source-sans-3': ['400Regular', '400Regular_Italic', '600SemiBold'],
  }
  const files = Object.entries(cuts).flatMap(([family, names]) =>
    names.flatMap(name => {
      const folder = path.resolve('node_modules/@expo-google-fonts', family, name)
      return readdirSync(folder)
        .filter(file => file.endsWith('.ttf'))
        .map(file => path.join(folder, file))
    }),
  )
  expect(files).toHaveLength(8)
  const sets = files.map(codesOf)
  const [first, ...rest] = sets
  const shared = [...(first ?? [])].filter(code => rest.every(set => set.has(code)))
  expect(coveredCodes()).toEqual(shared.filter(code => code > 127).toSorted((a, b) => a - b))
  expect(shared).toEqual(expect.arrayContaining([0x2212, 0xa0, missingBox.codePointAt(0)]))
})
