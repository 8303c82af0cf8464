import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignLines } from './align-lines'
import { commonOrder, fullWork } from './common-order'
import { compareWords, type Piece, type Token } from './compare-words'

const line = (text: string) => {
  const tokens: Token[] = [{ type: 'text', text, look: '' }]
  return { key: text, path: '', tokens }
}
const few = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 })
const sentence = fc
  .array(fc.constantFrom('skolan', 'får', 'mer', '21,56', ' ', '. ', 'å'), { maxLength: 30 })
  .map(words => words.join(''))

const textOf = (pieces: readonly Piece[], without: Piece['change']) =>
  pieces
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join('')

/** The length of a longest common subsequence, by the table that everybody knows. */
function longest(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0)
  for (const one of a) {
    const above = row
    row = [0]
    b.forEach((other, j) =>
      row.push(one === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0)),
    )
  }
  return row.at(-1) ?? 0
}

const shuffled = (seed: number) =>
  Array.from({ length: 6000 }, (_, i) => String(((i * seed) % 6007) % 7))

describe('what two lists have in common', () => {
  test('is in order in both, the same, and as long as can be', () => {
    fc.assert(
      fc.property(few, few, (a, b) => {
        const matches = commonOrder(a, b, fullWork())
        expect(matches).toHaveLength(longest(a, b))
        let last = { a: -1, b: -1 }
        for (const match of matches) {
          expect(a[match.a]).toBe(b[match.b])
          expect(match.a > last.a && match.b > last.b).toBe(true)
          last = match
        }
      }),
      { numRuns: 500 },
    )
  })

  test('is found within the work that is left, or only at the ends', () => {
    const [a, b] = [
      ['0', ...shuffled(5), '0'],
      ['1', ...shuffled(1013), '1'],
    ]
    const work = fullWork()
    const { left } = work
    const matches = commonOrder(['x', ...a, 'y'], ['x', ...b, 'y'], work)
    expect(matches).toEqual([
      { a: 0, b: 0 },
      { a: 6003, b: 6003 },
    ])
    expect(left - work.left).toBeLessThan(left + 2 * 6000)
  })
})

test('the words that were not added are the old text, those that were not removed the new', () => {
  fc.assert(
    fc.property(sentence, sentence, fc.constantFrom(0, 20, 1_000_000), (a, b, left) => {
      const pieces = compareWords(line(a).tokens, line(b).tokens, { left })
      expect(textOf(pieces, 'inserted')).toBe(a)
      expect(textOf(pieces, 'deleted')).toBe(b)
    }),
    { numRuns: 500 },
  )
})

test('with the pairs’ old lines taken out and their new ones put in, the old text is the new', () => {
  const texts = fc.array(sentence, { maxLength: 25 })
  fc.assert(
    fc.property(texts, texts, fc.constantFrom(0, 20, 1_000_000), (old, now, left) => {
      const [a, b] = [old.map(line), now.map(line)]
      const pairs = alignLines(a, b, { left })
      const from = pairs.flatMap(pair => pair.from ?? [])
      const to = pairs.flatMap(pair => pair.to ?? [])
      const rest = (all: typeof a, gone: typeof a) => all.filter(one => !gone.includes(one))
      expect(a.filter(one => from.includes(one))).toEqual(from)
      expect(b.filter(one => to.includes(one))).toEqual(to)
      expect(rest(a, from)).toEqual(rest(b, to))
      expect(alignLines(a, a, { left })).toEqual([])
    }),
    { numRuns: 500 },
  )
})

const page = (word: (i: number) => string) =>
  Array.from({ length: 3000 }, (_, i) => line(`${word(i)} får mer i vår budget.`))

test.each([
  ['nothing in common', page(i => `a${i}`), page(i => `b${i}`)],
  ['one paragraph over and over', page(() => 'skolan'), page(() => 'vården')],
  ['one paragraph, more often', page(() => 'skolan'), page(() => 'skolan').slice(7)],
  ['two paragraphs by turns', page(i => `p${i % 2}`), page(i => `p${(i * i + (i >> 3)) % 2}`)],
  ['the other way round', page(i => `a${i}`), page(i => `a${i}`).toReversed()],
])('a hundred pages of %s cost no more than the work that there is', (_, a, b) => {
  const work = fullWork()
  const pairs = alignLines(a, b, work)
  for (const { from, to } of pairs) if (from && to) compareWords(from.tokens, to.tokens, work)
  // the step that finds the work spent is the last
  expect(work.left).toBeGreaterThan(-10_000)
  expect(pairs.length).toBeLessThanOrEqual(a.length + b.length)
})
