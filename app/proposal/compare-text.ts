import { figureText } from '~/budget/figure'
import type { Statement } from '~/budget/statement'
import { alignLines } from './align-lines'
import { fullWork, type Work } from './common-order'
import { compareWords, wholeLine, type Piece, type Token } from './compare-words'
import { footnotesIn } from './footnotes'
import type { Block, Inline, SectionContent, TableRow } from './section-content'

/** A line of a section that differs: what it is (paragraph, heading, row of a table …) and its words. */
export type LineDifference = {
  readonly kind: 'added' | 'removed' | 'rewritten'
  readonly line: LineKind
  readonly pieces: readonly Piece[]
}

type LineKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'row'

/** A paragraph, heading or item, wherever in lists and quotes it stands: `path` says where. */
type Line = {
  readonly kind: LineKind
  readonly path: string
  readonly tokens: readonly Token[]
  readonly key: string
}

/** A text as the statement of its time shows it. */
export type ShownText = { readonly content: SectionContent; readonly statement: Statement }

/** The lines that differ, in the order they are read; unchanged ones are left out. */
export function compareText(before: ShownText, after: ShownText, work: Work): LineDifference[] {
  return alignLines(linesOf(before), linesOf(after), work).map(({ from, to }) => {
    if (from && to)
      return {
        kind: 'rewritten',
        line: to.kind,
        pieces: compareWords(from.tokens, to.tokens, work),
      }
    return to
      ? { kind: 'added', line: to.kind, pieces: wholeLine(to.tokens, 'inserted') }
      : { kind: 'removed', line: from.kind, pieces: wholeLine(from.tokens, 'deleted') }
  })
}

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
    case 'image': {
      const look = `image ${block.attrs.sha256}`
      const { alt, caption } = block.attrs
      const texts = [`[bild: ${alt}]`, ...(caption ? [`[bildtext: ${caption}]`] : [])]
      return texts.map(text => lineOf('paragraph', '', [{ type: 'text', text, look }]))
    }
    case 'table':
      return block.content.map((row, i) => {
        const words = rowTokens(row, statement)
        return lineOf('row', i === 0 ? `${path}|head` : `${path}|`, words)
      })
  }
}

/** A row is read across: its cells in one line, parted. */
const rowTokens = ({ content }: TableRow, statement: Statement): Token[] =>
  content.flatMap((cell, i): Token[] => [
    ...(i > 0 ? [cellEnd] : []),
    ...cell.content.flatMap((paragraph, j): Token[] => [
      ...(j > 0 ? [{ type: 'break' as const }] : []),
      ...(paragraph.content ?? []).flatMap(inline => tokensOf(inline, statement)),
    ]),
  ])

const cellEnd: Token = { type: 'text', text: ' | ', look: '' }

const kindIn = (path: string): LineKind => (path.endsWith('>') ? 'quote' : 'item')

function line(
  kind: LineKind,
  path: string,
  content: readonly Inline[] | undefined,
  statement: Statement,
): Line {
  return lineOf(
    kind,
    path,
    (content ?? []).flatMap(inline => tokensOf(inline, statement)),
  )
}

const lineOf = (kind: LineKind, path: string, tokens: readonly Token[]): Line => ({
  kind,
  path,
  tokens,
  key: JSON.stringify([path, tokens]),
})

function tokensOf(inline: Inline, statement: Statement): Token[] {
  if (inline.type === 'hardBreak') return [{ type: 'break' }]
  const notes = footnotesIn([inline])
  if (notes.length > 0)
    return notes.map(note => ({ type: 'text', text: ` [fotnot: ${note}]`, look: 'footnote' }))
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
export function comparePlain(
  before: string,
  after: string,
  work: Work = fullWork(),
): Piece[] | null {
  if (before === after) return null
  return compareWords(plainTokens(before), plainTokens(after), work)
}

const plainTokens = (text: string): Token[] => [{ type: 'text', text, look: '' }]
