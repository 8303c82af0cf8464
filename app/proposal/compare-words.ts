import { commonOrder, type Match, type Work } from './common-order'

/** A run of a compared text: words and chips, and whether they were there before, after or both. */
export type Piece = {
  readonly change: 'same' | 'inserted' | 'deleted'
  readonly text: string
  /** True where the text is a figure's. */
  readonly figure: boolean
}

/** What a line of text holds, one entry a character or chip: `look` tells bold from plain and one link from another. */
export type Token =
  | { readonly type: 'text'; readonly text: string; readonly look: string }
  | { readonly type: 'figure'; readonly text: string; readonly ref: string; readonly look: string }
  | { readonly type: 'break' }

/** A word, a number, a gap or a chip: what changes is always whole, and `21,56` never turns into `21,66` digit by digit. */
type Leaf = { readonly text: string; readonly figure: boolean; readonly key: string }

const wordOrGap = /\d[\d\u00A0.,]*\d|[\p{L}\p{M}\p{N}]+|\s+|./gsu

/** The words that differ between two lines, in the order they are read. Beyond the work that is left, all of them. */
export function compareWords(
  before: readonly Token[],
  after: readonly Token[],
  work: Work,
): Piece[] {
  const [a, b] = [leavesOf(before), leavesOf(after)]
  const matches = commonOrder(keysOf(a), keysOf(b), work)
  const pieces: Piece[] = []
  let at = 0
  for (const { fromA, toA, fromB, toB } of acrossGaps(changesOf(matches, a.length, b.length), b)) {
    pieces.push(
      ...piecesOf(b.slice(at, fromB), 'same'),
      ...piecesOf(a.slice(fromA, toA), 'deleted'),
      ...piecesOf(b.slice(fromB, toB), 'inserted'),
    )
    at = toB
  }
  return [...pieces, ...piecesOf(b.slice(at), 'same')]
}

/** The line as pieces of one kind: what was added or removed as a whole. */
export const wholeLine = (tokens: readonly Token[], change: Piece['change']): Piece[] =>
  piecesOf(
    tokens.map(token => ({
      text: token.type === 'break' ? ' ' : token.text,
      figure: token.type === 'figure',
    })),
    change,
  )

type Range = { fromA: number; toA: number; fromB: number; toB: number }

/** What lies between the leaves that both lines have. */
function changesOf(matches: readonly Match[], lengthA: number, lengthB: number): Range[] {
  const changes: Range[] = []
  let [fromA, fromB] = [0, 0]
  for (const { a, b } of [...matches, { a: lengthA, b: lengthB }]) {
    if (a > fromA || b > fromB) changes.push({ fromA, toA: a, fromB, toB: b })
    fromA = a + 1
    fromB = b + 1
  }
  return changes
}

/** Changes with nothing but a space between them, or so little that it is the same by chance, are read as one. */
function acrossGaps(changes: readonly Range[], after: readonly Leaf[]): Range[] {
  const joined: Range[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    if (last && isChance(after.slice(last.toB, change.fromB), last, change))
      Object.assign(last, { toA: change.toA, toB: change.toB })
    else joined.push({ ...change })
  }
  return joined
}

/** The more that is changed around it, the more has to be the same in a row to mean anything. */
function isChance(same: readonly Leaf[], before: Range, after: Range): boolean {
  if (same.every(({ text }) => text.trim() === '')) return true
  const changed = Math.min(sizeOf(before), sizeOf(after))
  return same.length < Math.min(15, changed / 5)
}

const sizeOf = ({ fromA, toA, fromB, toB }: Range): number => Math.max(toA - fromA, toB - fromB)

const leavesOf = (tokens: readonly Token[]): Leaf[] =>
  tokens.flatMap((token): Leaf[] => {
    if (token.type === 'break') return [{ text: ' ', figure: false, key: '\n' }]
    if (token.type === 'figure')
      return [{ text: token.text, figure: true, key: JSON.stringify(token) }]
    const look = token.look && `\n${token.look}`
    return (token.text.match(wordOrGap) ?? []).map(text => ({
      text,
      figure: false,
      key: text + look,
    }))
  })

const keysOf = (leaves: readonly Leaf[]): string[] => leaves.map(({ key }) => key)

function piecesOf(
  leaves: readonly Pick<Leaf, 'text' | 'figure'>[],
  change: Piece['change'],
): Piece[] {
  const pieces: Piece[] = []
  let words = ''
  const endWords = () => {
    if (words !== '') pieces.push({ change, text: words, figure: false })
    words = ''
  }
  for (const { text, figure } of leaves) {
    if (!figure) {
      words += text
      continue
    }
    endWords()
    pieces.push({ change, text, figure })
  }
  endWords()
  return pieces
}
