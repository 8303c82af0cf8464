import { commonOrder, type Work } from './common-order'
import type { Token } from './compare-words'

/** A line among others: `key` says whether it is the same, `path` where in lists and quotes it stands. */
type Line = { readonly key: string; readonly path: string; readonly tokens: readonly Token[] }

/** A line that was rewritten, removed or added. */
export type Pair<L> = { from: L; to: L } | { from: L; to?: undefined } | { from?: undefined; to: L }

/** Lines that share so many of their words are the same line, rewritten. */
const kinship = 0.3
/** A word that so many lines have says nothing of which of them is meant. */
const mostWithWord = 40

/**
 * The lines of two texts that differ, in the order they are read. Lines that both texts have hold the others in their
 * places: what was added, removed or moved makes nothing after it differ.
 */
export function alignLines<L extends Line>(
  a: readonly L[],
  b: readonly L[],
  work: Work,
): Pair<L>[] {
  const keysOf = (lines: readonly L[]) => lines.map(({ key }) => key)
  const matches = commonOrder(keysOf(a), keysOf(b), work)
  const pairs: Pair<L>[][] = []
  let [fromA, fromB] = [0, 0]
  for (const match of [...matches, { a: a.length, b: b.length }]) {
    if (match.a > fromA || match.b > fromB)
      pairs.push(pairUp(a.slice(fromA, match.a), b.slice(fromB, match.b)))
    fromA = match.a + 1
    fromB = match.b + 1
  }
  return pairs.flat()
}

/** Between two equal lines each removed line meets the added one that is most like it, in order. */
function pairUp<L extends Line>(removed: readonly L[], added: readonly L[]): Pair<L>[] {
  const index = indexOf(added)
  const wanted = removed.flatMap((line, a) => {
    const b = mostAlike(line, a, index)
    return b === null ? [] : [{ a, b }]
  })
  const pairs: Pair<L>[][] = []
  let [fromA, fromB] = [0, 0]
  const until = (a: number, b: number) => {
    pairs.push(
      removed.slice(fromA, a).map(from => ({ from })),
      added.slice(fromB, b).map(to => ({ to })),
    )
    ;[fromA, fromB] = [a + 1, b + 1]
  }
  for (const { a, b } of rising(wanted)) {
    until(a, b)
    const [from, to] = [removed[a], added[b]]
    if (from && to) pairs.push([{ from, to }])
  }
  until(removed.length, added.length)
  return pairs.flat()
}

type Indexed = { readonly path: string; readonly words: ReadonlySet<string> }
type Index = {
  readonly lines: readonly Indexed[]
  readonly withWord: ReadonlyMap<string, readonly number[]>
}

function indexOf(lines: readonly Line[]): Index {
  const indexed = lines.map(line => ({ path: line.path, words: wordsOf(line) }))
  const withWord = new Map<string, number[]>()
  indexed.forEach(({ words }, at) => {
    for (const word of words) {
      const places = withWord.get(word) ?? []
      withWord.set(word, places)
      // one more than counts, so that it shows that there are too many
      if (places.length <= mostWithWord) places.push(at)
    }
  })
  return { lines: indexed, withWord }
}

/** The line that shares the most telling words, or else the one in the same place, where they are alike enough. */
function mostAlike(line: Line, place: number, { lines, withWord }: Index): number | null {
  const words = wordsOf(line)
  const shared = new Map<number, number>()
  for (const word of words) {
    const places = withWord.get(word) ?? []
    if (places.length <= mostWithWord)
      for (const at of places) shared.set(at, (shared.get(at) ?? 0) + 1)
  }
  let best = { at: null as number | null, likeness: kinship }
  for (const at of closest(shared, place)) {
    const other = lines[at]
    const likeness = other && other.path === line.path ? likenessOf(words, other.words) : 0
    if (likeness > best.likeness) best = { at, likeness }
  }
  return best.at
}

/** The few that are worth a closer look. */
const closest = (shared: ReadonlyMap<number, number>, place: number): number[] => [
  ...[...shared]
    .toSorted(([atA, a], [atB, b]) => b - a || atA - atB)
    .slice(0, 4)
    .map(([at]) => at),
  place,
]

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return shared / Math.max(1, a.size + b.size - shared)
}

const wordsOf = ({ tokens }: Line): Set<string> =>
  new Set(
    tokens
      .map(token => (token.type === 'text' ? token.text : ' '))
      .join('')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )

type Wanted = { readonly a: number; readonly b: number }

/** As many as can be of the pairs, in an order that both sides agree on: a longest rising run of `b`. */
function rising(pairs: readonly Wanted[]): Wanted[] {
  const ends: number[] = []
  const before: number[] = []
  pairs.forEach(({ b }, i) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const at = (low + high) >> 1
      if ((pairs[ends[at] ?? 0]?.b ?? 0) < b) low = at + 1
      else high = at
    }
    before.push(ends[low - 1] ?? -1)
    ends[low] = i
  })
  const run: Wanted[] = []
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const pair = pairs[i]
    if (pair) run.push(pair)
  }
  return run.toReversed()
}
