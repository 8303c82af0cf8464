import { ChangeSet, type TokenEncoder } from 'prosemirror-changeset'
import { Schema, type Node } from 'prosemirror-model'
import { StepMap } from 'prosemirror-transform'

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

// Longer lines than any paragraph of a budget: they are shown whole, before and after, so that a page never hangs.
const longestCompared = 20_000

// Every word, number and space is one leaf: what changes is always a whole word, and `21,56` never turns into `21,66`
// digit by digit.
const schema = new Schema({
  nodes: {
    line: { content: 'leaf*' },
    word: { group: 'leaf', inline: true, atom: true, attrs: { text: {} } },
    chip: { group: 'leaf', inline: true, atom: true, attrs: { ref: {}, text: {} } },
    text: { group: 'leaf' },
  },
  marks: { look: { attrs: { name: {} } } },
  topNode: 'line',
})
const wordOrGap = /\d[\d\u00A0.,]*\d|[\p{L}\p{M}\p{N}]+|\s+|./gsu

// The library's own encoder sees neither marks nor attributes: a bold word, or a chip that shows another figure than
// before, would count as unchanged.
const encoder: TokenEncoder<string> = {
  encodeCharacter: String,
  encodeNodeStart: node => JSON.stringify([node.type.name, node.attrs, node.marks.map(lookOf)]),
  encodeNodeEnd: node => `/${node.type.name}`,
  compareTokens: (a, b) => a === b,
}

const lookOf = (mark: { attrs: Record<string, unknown> }): string => String(mark.attrs.name)

/** The words that differ between two lines, in the order they are read. */
export function compareWords(before: readonly Token[], after: readonly Token[]): Piece[] {
  const [a, b] = [lineOf(before), lineOf(after)]
  if (Math.max(a.content.size, b.content.size) > longestCompared)
    return [
      ...piecesOf(a, 0, a.content.size, 'deleted'),
      ...piecesOf(b, 0, b.content.size, 'inserted'),
    ]
  const whole = new StepMap([0, a.content.size, b.content.size])
  const { changes } = ChangeSet.create(a, undefined, encoder).addSteps(b, [whole], 0)
  const pieces: Piece[] = []
  let at = 0
  for (const { fromA, toA, fromB, toB } of acrossGaps(changes, b)) {
    pieces.push(
      ...piecesOf(b, at, fromB, 'same'),
      ...piecesOf(a, fromA, toA, 'deleted'),
      ...piecesOf(b, fromB, toB, 'inserted'),
    )
    at = toB
  }
  return [...pieces, ...piecesOf(b, at, b.content.size, 'same')]
}

type Range = { fromA: number; toA: number; fromB: number; toB: number }

/** Changes with nothing but a space between them are read as one. */
function acrossGaps(changes: readonly Range[], after: Node): Range[] {
  const joined: Range[] = []
  for (const { fromA, toA, fromB, toB } of changes) {
    const last = joined.at(-1)
    const gap = last && textOf(after, last.toB, fromB)
    if (last && gap?.trim() === '') Object.assign(last, { toA, toB })
    else joined.push({ fromA, toA, fromB, toB })
  }
  return joined
}

const textOf = (line: Node, from: number, to: number): string =>
  piecesOf(line, from, to, 'same')
    .map(({ text }) => text)
    .join('')

/** The line as pieces of one kind: what was added or removed as a whole. */
export function wholeLine(tokens: readonly Token[], change: Piece['change']): Piece[] {
  const line = lineOf(tokens)
  return piecesOf(line, 0, line.content.size, change)
}

const lineOf = (tokens: readonly Token[]): Node =>
  schema.node(
    'line',
    null,
    tokens.flatMap(token => {
      if (token.type === 'break') return [schema.node('word', { text: ' ' })]
      const marks = token.look === '' ? [] : [schema.mark('look', { name: token.look })]
      if (token.type === 'figure')
        return [schema.node('chip', { ref: token.ref, text: token.text }, [], marks)]
      return (token.text.match(wordOrGap) ?? []).map(text =>
        schema.node('word', { text }, [], marks),
      )
    }),
  )

function piecesOf(line: Node, from: number, to: number, change: Piece['change']): Piece[] {
  const pieces: Piece[] = []
  line.nodesBetween(from, to, node => {
    const figure = node.type.name === 'chip'
    const text = String(node.attrs.text)
    const last = pieces.at(-1)
    if (last && !figure && !last.figure)
      pieces[pieces.length - 1] = { ...last, text: last.text + text }
    else pieces.push({ change, text, figure })
  })
  return pieces
}
