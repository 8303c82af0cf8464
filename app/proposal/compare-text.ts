import { figureText } from '~/budget/figure'
import type { Statement } from '~/budget/statement'
import { compareWords, wholeLine, type Piece, type Token } from './compare-words'
import type { Block, Inline, SectionContent } from './section-content'

/** A line of a section that differs: what it is (paragraph, heading, item of a list …) and its words. */
export type LineDifference = {
  readonly kind: 'added' | 'removed' | 'rewritten'
  readonly line: LineKind
  readonly pieces: readonly Piece[]
}

type LineKind = 'paragraph' | 'heading' | 'item' | 'quote'

/** A paragraph, heading or item, wherever in lists and quotes it stands: `path` says where. */
type Line = {
  readonly kind: LineKind
  readonly path: string
  readonly tokens: readonly Token[]
  readonly key: string
}

/** A text as the statement of its time shows it. */
export type ShownText = { readonly content: SectionContent; readonly statement: Statement }

// Beyond so many pairs of lines the lines are not aligned: all of the old are shown, then all of the new.
const mostPairs = 4_000_000
/** Lines that share so many of their words are the same line, rewritten. */
const kinship = 0.3

/** The lines that differ, in the order they are read; unchanged ones are left out. */
export function compareText(before: ShownText, after: ShownText): LineDifference[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  return align(a, b).map(({ from, to }) => {
    if (from && to)
      return { kind: 'rewritten', line: to.kind, pieces: compareWords(from.tokens, to.tokens) }
    return to
      ? { kind: 'added', line: to.kind, pieces: wholeLine(to.tokens, 'inserted') }
      : { kind: 'removed', line: from.kind, pieces: wholeLine(from.tokens, 'deleted') }
  })
}

type Pair =
  { from: Line; to: Line } | { from: Line; to?: undefined } | { from?: undefined; to: Line }

/** Pairs up the lines between the ones that both texts have; equal lines are not among the pairs. */
function align(a: readonly Line[], b: readonly Line[]): Pair[] {
  let start = 0
  while (start < a.length && start < b.length && a[start]?.key === b[start]?.key) start += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1]?.key === b[endB - 1]?.key) {
    endA -= 1
    endB -= 1
  }
  const [middleA, middleB] = [a.slice(start, endA), b.slice(start, endB)]
  if (middleA.length * middleB.length > mostPairs)
    return [...middleA.map(from => ({ from })), ...middleB.map(to => ({ to }))]
  return gapsOf(middleA, middleB).flatMap(({ removed, added }) => pairUp(removed, added))
}

type Gap = { removed: Line[]; added: Line[] }

/** What lies between the lines of the longest common subsequence. */
function gapsOf(a: readonly Line[], b: readonly Line[]): Gap[] {
  const common = commonLengths(a, b)
  const length = (i: number, j: number) => common[i * (b.length + 1) + j] ?? 0
  const gaps: Gap[] = []
  let gap: Gap = { removed: [], added: [] }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [from, to] = [a[i], b[j]]
    if (from && to && from.key === to.key) {
      gaps.push(gap)
      gap = { removed: [], added: [] }
      i += 1
      j += 1
    } else if (from && (!to || length(i + 1, j) >= length(i, j + 1))) {
      gap.removed.push(from)
      i += 1
    } else if (to) {
      gap.added.push(to)
      j += 1
    }
  }
  return [...gaps, gap]
}

function commonLengths(a: readonly Line[], b: readonly Line[]): Uint32Array {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i]?.key === b[j]?.key
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
  return lengths
}

/** Inside a gap each removed line meets the added one that is most like it, in order. */
function pairUp(removed: readonly Line[], added: readonly Line[]): Pair[] {
  const pairs: Pair[] = []
  let next = 0
  for (const from of removed) {
    const at = mostAlike(from, added, next)
    if (at === null) {
      pairs.push({ from })
      continue
    }
    pairs.push(...added.slice(next, at).map(to => ({ to })))
    const to = added[at]
    pairs.push(to ? { from, to } : { from })
    next = at + 1
  }
  return [...pairs, ...added.slice(next).map(to => ({ to }))]
}

function mostAlike(from: Line, added: readonly Line[], start: number): number | null {
  let best = { at: null as number | null, likeness: kinship }
  for (let at = start; at < added.length; at += 1) {
    const to = added[at]
    const likeness = to && to.path === from.path ? likenessOf(from, to) : 0
    if (likeness > best.likeness) best = { at, likeness }
  }
  return best.at
}

function likenessOf(a: Line, b: Line): number {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)]
  const shared = [...wordsA].filter(word => wordsB.has(word)).length
  return shared / Math.max(1, wordsA.size + wordsB.size - shared)
}

const wordsOf = ({ tokens }: Line): Set<string> =>
  new Set(
    tokens
      .map(token => (token.type === 'text' ? token.text : ' '))
      .join('')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(word => word !== ''),
  )

const linesOf = ({ content, statement }: ShownText): Line[] =>
  content.content.flatMap(block => blockLines(block, statement, ''))

function blockLines(block: Block, statement: Statement, path: string): Line[] {
  switch (block.type) {
    case 'paragraph':
      return [line(path === '' ? 'paragraph' : kindIn(path), path, block.content, statement)]
    case 'heading':
      return [line('heading', `${path}h${block.attrs.level}`, block.content, statement)]
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap(item =>
        item.content.flatMap((part, i) =>
          blockLines(part, statement, `${path}${block.type === 'bulletList' ? '*' : '#'}${i}`),
        ),
      )
    case 'blockquote':
      return block.content.flatMap(part => blockLines(part, statement, `${path}>`))
  }
}

const kindIn = (path: string): LineKind => (path.endsWith('>') ? 'quote' : 'item')

function line(
  kind: LineKind,
  path: string,
  content: readonly Inline[] | undefined,
  statement: Statement,
): Line {
  const tokens = (content ?? []).flatMap(inline => tokensOf(inline, statement))
  return { kind, path, tokens, key: JSON.stringify([path, tokens]) }
}

function tokensOf(inline: Inline, statement: Statement): Token[] {
  if (inline.type === 'hardBreak') return [{ type: 'break' }]
  const marks = inline.marks ?? []
  const look = marks
    .filter(mark => mark.type !== 'figure')
    .map(mark => (mark.type === 'link' ? `link ${mark.attrs.href}` : mark.type))
    .toSorted()
    .join()
  const chip = marks.find(mark => mark.type === 'figure')
  if (!chip) return [{ type: 'text', text: inline.text, look }]
  const { ref, format } = chip.attrs
  const text = figureText(statement, ref, format) ?? '[uppgift saknas]'
  return [...inline.text].map(() => ({ type: 'figure', text, ref: `${ref} ${format}`, look }))
}

/** Two short texts, such as titles or clauses, word by word; null where they are equal. */
export function comparePlain(before: string, after: string): Piece[] | null {
  if (before === after) return null
  return compareWords(plainTokens(before), plainTokens(after))
}

const plainTokens = (text: string): Token[] => [{ type: 'text', text, look: '' }]
