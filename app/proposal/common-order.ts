/**
 * What is left of the work that one comparison may do. It is counted and not timed, so that the same two texts give the
 * same answer on every machine.
 */
export type Work = { left: number }

/** Enough for any hundred pages that people wrote, and spent in a fraction of a second by those that they did not. */
export const fullWork = (): Work => ({ left: 4_000_000 })

/** Two entries that are the same, by their places in the two lists. */
export type Match = { readonly a: number; readonly b: number }

/**
 * A longest list of entries that stand in both lists in the same order (E. W. Myers, An O(ND) difference algorithm,
 * 1986). Where the work runs out, what the lists begin and end with in common is all that is matched.
 */
export function commonOrder(a: readonly string[], b: readonly string[], work: Work): Match[] {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start += 1
  let end = 0
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const isWhole = start + end === most
  const middle = isWhole
    ? []
    : commonInside(
        { list: a, from: start, to: a.length - end },
        { list: b, from: start, to: b.length - end },
        work,
      )
  return [
    ...Array.from({ length: start }, (_, i) => ({ a: i, b: i })),
    ...middle,
    ...Array.from({ length: end }, (_, i) => ({ a: a.length - end + i, b: b.length - end + i })),
  ]
}

type Part = { readonly list: readonly string[]; readonly from: number; readonly to: number }

/** What only one list has can match nothing, and would cost the most: it is left out first. */
function commonInside(a: Part, b: Part, work: Work): Match[] {
  const [entriesA, entriesB] = [entriesOf(a), entriesOf(b)]
  const placesA = placesOf(a, entriesB)
  const placesB = placesOf(b, entriesA)
  const numbers = new Map([...entriesB].map((entry, i) => [entry, i]))
  const numbered = ({ list }: Part, places: readonly number[]) =>
    Int32Array.from(places, place => numbers.get(list[place] ?? '') ?? -1)
  return shortestWay(numbered(a, placesA), numbered(b, placesB), work).map(match => ({
    a: placesA[match.a] ?? 0,
    b: placesB[match.b] ?? 0,
  }))
}

const entriesOf = ({ list, from, to }: Part) => new Set(list.slice(from, to))

function placesOf({ list, from, to }: Part, known: ReadonlySet<string>): number[] {
  const places: number[] = []
  for (let i = from; i < to; i += 1) if (known.has(list[i] ?? '')) places.push(i)
  return places
}

/**
 * Walks from the lists' beginnings to their ends with as few single steps as can be, and answers with the double ones.
 * `far` is how far in `a` each diagonal has come; diagonal k stands at `middle` + k, and each round of single steps
 * reaches every other one.
 */
function shortestWay(a: Int32Array, b: Int32Array, work: Work): Match[] {
  if (a.length === 0 || b.length === 0) return []
  const most = a.length + b.length
  const middle = most + 1
  const far = new Int32Array(2 * most + 3)
  const rounds: Int32Array[] = []
  for (let steps = 0; steps <= most; steps += 1) {
    work.left -= steps + 1
    if (work.left < 0) return []
    const round = new Int32Array(steps + 1)
    rounds.push(round)
    for (let i = 0; i <= steps; i += 1) {
      const k = 2 * i - steps
      const start = startOf(far[middle + k - 1] ?? 0, far[middle + k + 1] ?? 0, i, steps)
      let x = start
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      work.left -= x - start
      far[middle + k] = x
      round[i] = x
      if (x >= a.length && x - k >= b.length) return walkedBack(a.length, b.length, rounds)
    }
  }
  return []
}

/** Whether the diagonal of place i in its round is best entered by a step in `b`, from how far its neighbours came. */
const isFromAbove = (below: number, above: number, i: number, steps: number): boolean =>
  i === 0 || (i !== steps && below < above)

const startOf = (below: number, above: number, i: number, steps: number): number =>
  isFromAbove(below, above, i, steps) ? above : below + 1

function walkedBack(lengthA: number, lengthB: number, rounds: readonly Int32Array[]): Match[] {
  const matches: Match[] = []
  let [x, y] = [lengthA, lengthB]
  for (let steps = rounds.length - 1; steps >= 0; steps -= 1) {
    const before = rounds[steps - 1]
    const i = (x - y + steps) / 2
    const [below, above] = [before?.[i - 1] ?? 0, before?.[i] ?? 0]
    const start = startOf(below, above, i, steps)
    while (x > start) {
      x -= 1
      y -= 1
      matches.push({ a: x, b: y })
    }
    if (isFromAbove(below, above, i, steps)) y -= 1
    else x -= 1
  }
  return matches.toReversed()
}
