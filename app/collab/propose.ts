import type { Mark, Node, Slice } from '@tiptap/pm/model'
import { Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { AddMarkStep, RemoveMarkStep, ReplaceStep, type Step } from '@tiptap/pm/transform'
import { authorOf, Formatted, placeholder, suggestionKinds, type Does } from './suggestion'
import { holdsImage, takesImage } from './image-acts'
import { cellsIn, holdsTable } from './table-acts'

/** Who suggests, and what a suggestion that is begun now is called. */
export type Proposer = {
  readonly memberId: string
  readonly begin: () => { suggestion: string; since: string }
}

/**
 * What somebody did to the text, made into suggestions of the same: what they took away is marked, what they wrote is
 * marked as written, and what stands is left alone. Their own suggestions they change as they like.
 * @returns null for what cannot be suggested: lists, quotes, images, rows and columns of tables.
 */
export function proposal(tr: Transaction, state: EditorState, who: Proposer): Transaction | null {
  const { steps } = tr
  if (steps.every(isMarking)) return proposeMarks(steps, state, who)
  if (!steps.every(step => step instanceof ReplaceStep || isMarking(step))) return null
  const { from, to } = replacedRange(tr)
  const slice = tr.doc.slice(tr.mapping.map(from, -1), tr.mapping.map(to, 1))
  if (holdsImage(slice.content) || takesImage(state)) return null
  const inTable = holdsTable(slice.content)
  if (inTable && (words(slice) !== '' || cellsIn(tr.doc) > cellsIn(state.doc))) return null
  const pieces = inTable ? [] : piecesOf(slice, startsInside(state.doc, from))
  return propose(state, who, { from, to, pieces })
}

const words = ({ content }: Slice): string => content.textBetween(0, content.size)

const isMarking = (step: Step): step is AddMarkStep | RemoveMarkStep =>
  step instanceof AddMarkStep || step instanceof RemoveMarkStep

/** What of the text as it was is replaced, all steps taken together. */
function replacedRange(tr: Transaction): { from: number; to: number } {
  let from = Infinity
  let to = 0
  tr.steps.forEach((step, i) => {
    // the inverse of a part of a mapping is that of the whole: each map is gone back through by itself
    const back = (pos: number, side: number) =>
      tr.mapping.maps.slice(0, i).reduceRight((at, map) => map.invert().map(at, side), pos)
    step.getMap().forEach((start, end) => {
      from = Math.min(from, back(start, -1))
      to = Math.max(to, back(end, 1))
    })
  })
  return { from, to }
}

const startsInside = (doc: Node, pos: number): boolean => doc.resolve(pos).parent.isTextblock

/** What is written: text, or a character that does something. */
export type Piece = { readonly text: string; readonly does: Does; readonly marks: readonly Mark[] }

export const doing = (does: Does): Piece => ({ text: placeholder, does, marks: [] })

/** A slice as pieces in one line: each new block is a split. */
function piecesOf(slice: Slice, inside: boolean): Piece[] {
  const pieces: Piece[] = []
  let blocks = inside && opensInBlock(slice) ? -1 : 0
  slice.content.descendants(node => {
    if (node.isTextblock && ++blocks > 0) pieces.push(doing(splitInto(node)))
    if (node.isText && node.text && !doesSomething(node))
      pieces.push({ text: node.text, does: '', marks: plainMarks(node) })
    if (node.type.name === 'hardBreak') pieces.push(doing('line'))
  })
  return pieces
}

/** Whether the slice begins with the rest of a block, not with a whole one. */
function opensInBlock({ content, openStart }: Slice): boolean {
  let node = content.firstChild
  for (let depth = 0; node && depth < openStart; depth++, node = node.firstChild)
    if (node.isTextblock) return true
  return node?.isInline ?? true
}

function splitInto(block: Node): Does {
  if (block.type.name === 'heading')
    return block.attrs.level === 3 ? 'split:heading3' : 'split:heading2'
  return 'split:paragraph'
}

const isSuggestion = ({ type }: Mark): boolean => suggestionKinds.includes(type.name)
const plainMarks = ({ marks }: Node): Mark[] =>
  marks.filter(mark => !isSuggestion(mark) && mark.type.name !== 'comment')
const doesSomething = ({ marks }: Node): boolean =>
  marks.some(({ type, attrs }) => type.name === 'insertion' && attrs.does !== '')

/** One's own suggestion of text, that one may change as one's own. */
const ownMark = (node: Node | null | undefined, who: Proposer, kinds = suggestionKinds) =>
  node?.marks.find(
    ({ type, attrs }) =>
      kinds.includes(type.name) && authorOf(attrs.suggestion ?? '') === who.memberId,
  )
const ownInsertion = (node: Node | null | undefined, who: Proposer) =>
  ownMark(node, who, ['insertion'])

type Stamp = { readonly suggestion: string; readonly since: string }

/** What touches a suggestion of one's own belongs to it: a word that is typed is one suggestion, not ten. */
function stampAt(doc: Node, { from, to }: { from: number; to: number }, who: Proposer): Stamp {
  const near = ownMark(doc.resolve(from).nodeBefore, who) ?? ownMark(doc.resolve(to).nodeAfter, who)
  return near ? { suggestion: near.attrs.suggestion, since: near.attrs.since } : who.begin()
}

type Change = { readonly from: number; readonly to: number; readonly pieces: readonly Piece[] }

/** Suggests to put pieces in the place of a range. The caret goes where it would have gone. */
export function propose(
  state: EditorState,
  who: Proposer,
  { from, to, pieces }: Change,
): Transaction {
  const { tr, doc } = state
  const stamp = stampAt(doc, { from, to }, who)
  const place = insidePlace(doc, from, to)
  takeAway(tr, doc, { from, to }, who, stamp)
  const at = tr.mapping.map(place, -1)
  const written = write(tr, at, pieces, stamp)
  if (pieces.length > 0) return tr.setSelection(TextSelection.near(tr.doc.resolve(written), -1))
  const forward = state.selection.empty && state.selection.from === from
  const caret = tr.mapping.map(forward ? to : from, forward ? 1 : -1)
  return tr.setSelection(Selection.near(tr.doc.resolve(caret), forward ? 1 : -1))
}

/** Where the new text goes: after what is taken away, inside a paragraph. */
function insidePlace(doc: Node, from: number, to: number): number {
  if (startsInside(doc, to)) return to
  if (startsInside(doc, from)) return from
  return Selection.near(doc.resolve(from), -1).to
}

function write(tr: Transaction, at: number, pieces: readonly Piece[], stamp: Stamp): number {
  const { schema } = tr.doc.type
  let end = at
  for (const { text, does, marks } of pieces) {
    const mark = schema.mark('insertion', { ...stamp, does })
    tr.insert(end, schema.text(text, mark.addToSet(marks)))
    end += text.length
  }
  return end
}

type Range = { readonly from: number; readonly to: number }

/** From the end, so that what goes moves nothing that is still to be marked. */
function takeAway(tr: Transaction, doc: Node, range: Range, who: Proposer, stamp: Stamp): void {
  const { schema } = doc.type
  const deletion = schema.mark('deletion', stamp)
  const acts: (() => void)[] = []
  const breakBefore = (pos: number, does: Does) => {
    const after = doc.nodeAt(pos)
    if (after && isBreak(after, [does])) return
    acts.push(() =>
      tr.insert(pos, schema.text(placeholder, [schema.mark('insertion', { ...stamp, does })])),
    )
  }
  doc.nodesBetween(range.from, range.to, (node, pos) => {
    if (node.isTextblock) {
      if (opensCell(doc, pos)) return
      const startsHere = range.from < pos + 1
      const endsHere = range.to > pos + node.nodeSize - 1
      if (startsHere && endsHere) breakBefore(pos + 1, 'drop')
      else if (startsHere && startsInside(doc, range.from)) breakBefore(pos + 1, 'join')
      return
    }
    if (!node.isInline) return
    const from = Math.max(pos, range.from)
    const to = Math.min(pos + node.nodeSize, range.to)
    if (from >= to) return
    const $pos = doc.resolve(pos)
    // a block that goes takes its line breaks with it
    const goes = range.from < $pos.start() && range.to > $pos.end()
    if (node.type.name === 'hardBreak') {
      if (!goes) breakBefore(to, 'join')
    } else if (ownInsertion(node, who)) {
      const takesBreak = range.from < $pos.start() && isBreak(node)
      if (!takesBreak) acts.push(() => tr.delete(from, to))
    } else if (!node.marks.some(({ type }) => type.name === 'deletion'))
      acts.push(() => tr.addMark(from, to, deletion))
  })
  for (const act of acts.toReversed()) act()
}

/** Whether a break goes with what stands before the block: the edge of a cell is none that can be taken away. */
function opensCell(doc: Node, pos: number): boolean {
  const $pos = doc.resolve(pos)
  const before = $pos.index() > 0 ? $pos.nodeBefore : null
  return isCell($pos.parent) ? before === null : before?.type.spec.tableRole === 'table'
}

const isCell = ({ type }: Node): boolean => String(type.spec.tableRole).endsWith('cell')

const isBreak = ({ marks }: Node, which: readonly Does[] = ['join', 'drop']): boolean =>
  marks.some(({ type, attrs }) => type.name === 'insertion' && which.includes(attrs.does))

/** Formatting of what one has suggested oneself is set; of what stands it is suggested. */
function proposeMarks(
  steps: readonly Step[],
  { tr, doc }: EditorState,
  who: Proposer,
): Transaction | null {
  const { schema } = doc.type
  for (const step of steps) {
    if (!isMarking(step)) return null
    const { from, to, mark } = step
    const formatted = Formatted.safeParse(mark.type.name)
    if (!formatted.success) return null
    const on = step instanceof AddMarkStep
    const stamp = stampAt(doc, { from, to }, who)
    doc.nodesBetween(from, to, (node, pos) => {
      if (!node.isText) return
      const range = { from: Math.max(pos, from), to: Math.min(pos + node.nodeSize, to) }
      if (ownInsertion(node, who)) return void setMark(tr, range, mark, on)
      const mine = node.marks.filter(one => isOwnFormatting(one, mark, who))
      for (const other of mine) tr.removeMark(range.from, range.to, other)
      if (mine.some(({ attrs }) => (attrs.on === 'yes') === on)) return
      // what is already so needs no suggestion, as when one takes one's own back
      if (on === mark.isInSet(node.marks)) return
      const value = typeof mark.attrs.href === 'string' ? mark.attrs.href : null
      const attrs = { ...stamp, mark: formatted.data, on: on ? 'yes' : 'no', value }
      tr.addMark(range.from, range.to, schema.mark('formatting', attrs))
    })
  }
  return tr
}

function setMark(tr: Transaction, { from, to }: Range, mark: Mark, on: boolean): void {
  if (on) tr.addMark(from, to, mark)
  else tr.removeMark(from, to, mark)
}

const isOwnFormatting = ({ type, attrs }: Mark, mark: Mark, who: Proposer): boolean =>
  type.name === 'formatting' &&
  attrs.mark === mark.type.name &&
  authorOf(attrs.suggestion ?? '') === who.memberId

/** Suggests that the blocks of the selection become another kind. */
export function proposeKind(state: EditorState, who: Proposer, does: Does): Transaction {
  const { tr, doc, schema, selection } = state
  const { from, to } = selection
  const stamp = stampAt(doc, { from, to: from }, who)
  const places: number[] = []
  doc.forEach((block, pos) => {
    if (block.isTextblock && pos + block.nodeSize > from && pos < to + 1) places.push(pos + 1)
  })
  for (const at of places.toReversed()) {
    const first = doc.nodeAt(at)
    const mine = first && ownInsertion(first, who)
    if (mine && String(mine.attrs.does).startsWith('become')) tr.delete(at, at + first.nodeSize)
    else tr.insert(at, schema.text(placeholder, [schema.mark('insertion', { ...stamp, does })]))
  }
  return tr
}
