import { ChangeSet, simplifyChanges, type TokenEncoder } from 'prosemirror-changeset'
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

const schema = new Schema({
  nodes: {
    line: { content: 'inline*' },
    text: { group: 'inline' },
    chip: { group: 'inline', inline: true, atom: true, attrs: { ref: {}, text: {} } },
    break: { group: 'inline', inline: true, atom: true },
  },
  marks: { look: { attrs: { name: {} } } },
  topNode: 'line',
})

// The library's own encoder sees neither marks nor attributes: a bold word, or a chip that shows another figure than
// before, would count as unchanged.
const encoder: TokenEncoder<string> = {
  encodeCharacter: (character, marks) => `${character} ${marks.map(lookOf).join()}`,
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
  for (const { fromA, toA, fromB, toB } of simplifyChanges(changes, b)) {
    pieces.push(
      ...piecesOf(b, at, fromB, 'same'),
      ...piecesOf(a, fromA, toA, 'deleted'),
      ...piecesOf(b, fromB, toB, 'inserted'),
    )
    at = toB
  }
  return [...pieces, ...piecesOf(b, at, b.content.size, 'same')]
}

/** The line as pieces of one kind: what was added or removed as a whole. */
export function wholeLine(tokens: readonly Token[], change: Piece['change']): Piece[] {
  const line = lineOf(tokens)
  return piecesOf(line, 0, line.content.size, change)
}

const lineOf = (tokens: readonly Token[]): Node =>
  schema.node(
    'line',
    null,
    tokens
      .filter(token => token.type !== 'text' || token.text !== '')
      .map(token => {
        if (token.type === 'break') return schema.node('break')
        const marks = token.look === '' ? [] : [schema.mark('look', { name: token.look })]
        return token.type === 'text'
          ? schema.text(token.text, marks)
          : schema.node('chip', { ref: token.ref, text: token.text }, [], marks)
      }),
  )

function piecesOf(line: Node, from: number, to: number, change: Piece['change']): Piece[] {
  const pieces: Piece[] = []
  line.nodesBetween(from, to, (node, position) => {
    const figure = node.type.name === 'chip'
    const text = figure
      ? String(node.attrs.text)
      : node.isText
        ? (node.text ?? '').slice(Math.max(0, from - position), to - position)
        : ' '
    const last = pieces.at(-1)
    if (last && !figure && !last.figure)
      pieces[pieces.length - 1] = { ...last, text: last.text + text }
    else pieces.push({ change, text, figure })
  })
  return pieces
}
