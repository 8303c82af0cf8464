import * as Y from 'yjs'
import { deepestList } from '~/proposal/section-content'
import { runsOf, textsIn, type Run } from './suggested-text'

/** Whatever stands in a block: texts, and line breaks between them. */
type Content = Y.XmlText | Y.XmlElement

const isContent = (child: unknown): child is Content =>
  child instanceof Y.XmlText || child instanceof Y.XmlElement

const contentOf = (parent: Y.XmlFragment): Content[] => parent.toArray().filter(isContent)

const indexIn = (parent: Y.XmlFragment, child: Content): number => contentOf(parent).indexOf(child)

/** The paragraph or heading that a text stands in. */
const blockOf = (text: Y.XmlText): Y.XmlElement | null =>
  text.parent instanceof Y.XmlElement ? text.parent : null

const parentOf = (element: Y.XmlElement): Y.XmlFragment | null =>
  element.parent instanceof Y.XmlFragment ? element.parent : null

const isItem = (parent: Y.XmlFragment | null): parent is Y.XmlElement =>
  parent instanceof Y.XmlElement && parent.nodeName === 'listItem'

/** A part of a document cannot be moved: a copy of it is written, marks and all. */
function copyOf(child: Content, from = 0): Content {
  if (child instanceof Y.XmlElement) return child.clone()
  const text = new Y.XmlText()
  text.applyDelta(runsFrom(child, from))
  return text
}

/** The runs of a text from a place in it on. */
function runsFrom(text: Y.XmlText, from: number): Run[] {
  let at = 0
  return runsOf(text).flatMap(run => {
    const start = at
    at += typeof run.insert === 'string' ? run.insert.length : 1
    if (typeof run.insert !== 'string' || at <= from) return []
    return [{ ...run, insert: run.insert.slice(Math.max(0, from - start)) }]
  })
}

/** Takes all from `at` in the text, and what follows it in its block, out of it. */
function cutTail(text: Y.XmlText, block: Y.XmlElement, at: number): Content[] {
  const here = indexIn(block, text)
  const following = contentOf(block).slice(here + 1)
  const tail = [copyOf(text, at), ...following.map(child => copyOf(child))]
  if (following.length > 0) block.delete(here + 1, following.length)
  text.delete(at, text.length - at)
  return tail
}

/** The line breaks at the character's place. */
export function breakLine(text: Y.XmlText, at: number): void {
  const block = blockOf(text)
  if (!block) return
  const rest = copyOf(text, at)
  text.delete(at, text.length - at)
  block.insert(indexIn(block, text) + 1, [new Y.XmlElement('hardBreak'), rest])
}

/**
 * The block ends at the character's place and another begins: in a list another item, as Enter does. Lists and quotes
 * hold no headings.
 */
export function splitBlock(text: Y.XmlText, at: number, kind: string): void {
  const block = blockOf(text)
  const parent = block && parentOf(block)
  if (!block || !parent) return
  const next = emptyBlock(parent instanceof Y.XmlElement || !kind ? kindOf(block) : kind)
  next.insert(0, cutTail(text, block, at))
  if (!isItem(parent)) return parent.insert(indexIn(parent, block) + 1, [next])
  const list = parentOf(parent)
  const place = indexIn(parent, block) + 1
  const rest = contentOf(parent).slice(place)
  const item = new Y.XmlElement('listItem')
  item.insert(0, [next, ...rest.map(child => copyOf(child))])
  if (rest.length > 0) parent.delete(place, rest.length)
  list?.insert(indexIn(list, parent) + 1, [item])
}

const kindOf = (block: Y.XmlElement): string =>
  block.nodeName === 'heading'
    ? Number(block.getAttribute('level')) === 3
      ? 'heading3'
      : 'heading2'
    : 'paragraph'

function emptyBlock(kind: string): Y.XmlElement {
  const level = /^heading(\d)$/.exec(kind)?.[1]
  const block = new Y.XmlElement(level ? 'heading' : kind)
  // the editor keeps a number there, which the binding's own types do not know
  if (level) (block as Y.XmlElement<{ level: number }>).setAttribute('level', Number(level))
  return block
}

/** The block becomes another kind; inside lists and quotes it stays what it is. */
export function becomeBlock(text: Y.XmlText, kind: string): void {
  const block = blockOf(text)
  const parent = block && parentOf(block)
  if (!block || !parent || parent instanceof Y.XmlElement || kindOf(block) === kind) return
  const next = emptyBlock(kind)
  next.insert(
    0,
    contentOf(block).map(child => copyOf(child)),
  )
  const at = indexIn(parent, block)
  parent.delete(at, 1)
  parent.insert(at, [next])
}

/** The break before the text goes: a line break where one stands there, else the one between its block and the last. */
export function joinBlock(text: Y.XmlText): void {
  const block = blockOf(text)
  if (!block) return
  const here = indexIn(block, text)
  const before = contentOf(block)[here - 1]
  if (before instanceof Y.XmlElement) {
    block.delete(here - 1, 1)
    return mergeTexts(block, here - 1)
  }
  const target = blockBefore(block)
  if (!target || cellOf(target) !== cellOf(block)) return
  const size = contentOf(target).length
  target.insert(
    size,
    contentOf(block).map(child => copyOf(child)),
  )
  mergeTexts(target, size)
  keepRest(block, target)
  removeEmptied(block)
}

/** Two texts side by side become one. */
function mergeTexts(block: Y.XmlElement, at: number): void {
  const [left, right] = [contentOf(block)[at - 1], contentOf(block)[at]]
  if (!(left instanceof Y.XmlText) || !(right instanceof Y.XmlText)) return
  left.applyDelta([{ retain: left.length }, ...runsFrom(right, 0)])
  block.delete(at, 1)
}

/** The cell of a table that a block stands in: nothing goes over its edge. */
function cellOf(block: Y.XmlElement): Y.XmlElement | null {
  const parent = parentOf(block)
  if (!(parent instanceof Y.XmlElement)) return null
  return parent.nodeName === 'tableCell' || parent.nodeName === 'tableHeader'
    ? parent
    : cellOf(parent)
}

/** What follows the block in its item and list goes along, where the block before stands in such ones too. */
function keepRest(block: Y.XmlElement, target: Y.XmlElement): void {
  const [from, to] = [parentOf(block), parentOf(target)]
  if (!(from instanceof Y.XmlElement) || !(to instanceof Y.XmlElement)) return
  if (from === to || from.nodeName !== to.nodeName) return
  const place = indexIn(from, block) + 1
  const rest = contentOf(from).slice(place)
  if (listsAround(to) + Math.max(0, ...rest.map(listsInside)) > deepestList) return
  if (rest.length > 0) {
    to.insert(
      indexIn(to, target) + 1,
      rest.map(child => copyOf(child)),
    )
    from.delete(place, rest.length)
  }
  // what stands between the two would come first
  if (!isInside(from, to)) keepRest(from, to)
}

const isInside = (element: Y.XmlElement, container: Y.XmlElement): boolean => {
  for (let parent = element.parent; parent; parent = parent.parent)
    if (parent === container) return true
  return false
}

const isList = ({ nodeName }: Y.XmlElement): boolean => nodeName.endsWith('List')

const listsAround = (element: Y.XmlElement): number => {
  const parent = parentOf(element)
  return (isList(element) ? 1 : 0) + (parent instanceof Y.XmlElement ? listsAround(parent) : 0)
}

const listsInside = (child: Content): number =>
  child instanceof Y.XmlElement
    ? (isList(child) ? 1 : 0) + Math.max(0, ...contentOf(child).map(listsInside))
    : 0

/** The paragraph or heading that stands before in reading order. */
function blockBefore(block: Y.XmlElement): Y.XmlElement | null {
  const blocks = blocksIn(rootOf(block))
  return blocks[blocks.indexOf(block) - 1] ?? null
}

function blocksIn(parent: Y.XmlFragment): Y.XmlElement[] {
  return contentOf(parent).flatMap(child => {
    if (!(child instanceof Y.XmlElement)) return []
    return child.nodeName === 'paragraph' || child.nodeName === 'heading'
      ? [child]
      : blocksIn(child)
  })
}

function rootOf(block: Y.XmlElement): Y.XmlFragment {
  let root: Y.XmlFragment = block
  while (root.parent instanceof Y.XmlFragment) root = root.parent
  return root
}

/** A block that was suggested away goes, unless somebody has written in it, or it is the only one. */
export function dropBlock(text: Y.XmlText): void {
  const block = blockOf(text)
  if (!block || textsIn(block).some(({ length }) => length > 0)) return
  // a cell keeps its last paragraph
  if (cellOf(block) && parentOf(block)?.length === 1) return
  if (blocksIn(rootOf(block)).length > 1) removeEmptied(block)
}

/** Takes a block away, and the lists and quotes that held nothing else. */
function removeEmptied(block: Y.XmlElement): void {
  let child = block
  for (let parent = parentOf(child); parent; parent = parentOf(child)) {
    parent.delete(indexIn(parent, child), 1)
    if (parent.length > 0 || !(parent instanceof Y.XmlElement)) return
    child = parent
  }
}
