import { Fragment, Slice, type Node, type ResolvedPos } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { deepestList } from '~/proposal/section-content'

const isList = ({ type }: Node): boolean => ['bulletList', 'orderedList'].includes(type.name)

/** How many lists a place lies in. */
export function listsAround($pos: ResolvedPos): number {
  let lists = 0
  for (let depth = $pos.depth; depth > 0; depth--) if (isList($pos.node(depth))) lists++
  return lists
}

/** Whether what a transaction has written holds a list that lies in more others than are kept: it would be refused. */
export function deepens({ doc, mapping }: Transaction): boolean {
  return mapping.maps.some((map, i) => {
    let [from, to] = [doc.content.size, 0]
    const later = mapping.slice(i + 1)
    // with what lies between: what is wrapped goes deeper too
    map.forEach((_from, _to, start, end) => {
      from = Math.min(from, later.map(start, -1))
      to = Math.max(to, later.map(end, 1))
    })
    return from <= to && holdsTooDeep(doc, from, to)
  })
}

function holdsTooDeep(doc: Node, from: number, to: number): boolean {
  let found = false
  doc.nodesBetween(from, to, (node, pos) => {
    found ||= isList(node) && listsAround(doc.resolve(pos)) >= deepestList
    return !found
  })
  return found
}

/** A slice whose lists lie in one another no deeper than `most`: the items of deeper ones follow the item they were in. */
export function levelled(slice: Slice, most: number): Slice {
  if (listsIn(slice.content) <= most) return slice
  const content = Fragment.from(childrenOf(slice.content).flatMap(node => within(node, most)))
  const open = Slice.maxOpen(content)
  return new Slice(
    content,
    Math.min(slice.openStart, open.openStart),
    Math.min(slice.openEnd, open.openEnd),
  )
}

const childrenOf = (content: Fragment): Node[] =>
  Array.from({ length: content.childCount }, (_, i) => content.child(i))

const listsIn = (content: Fragment): number =>
  Math.max(0, ...childrenOf(content).map(node => listsIn(node.content) + (isList(node) ? 1 : 0)))

/** The node with at most so many lists in one another; without one a list is what its items hold. */
function within(node: Node, most: number): Node[] {
  if (node.isLeaf || node.isTextblock) return [node]
  if (!isList(node))
    return [node.copy(Fragment.from(childrenOf(node.content).flatMap(one => within(one, most))))]
  const items = itemsWithin(node, most)
  return most > 0
    ? [node.copy(Fragment.from(items))]
    : items.flatMap(item => childrenOf(item.content))
}

function itemsWithin(list: Node, most: number): Node[] {
  return childrenOf(list.content).flatMap(item => {
    const parts = childrenOf(item.content)
    if (most > 1) return [item.copy(Fragment.from(parts.flatMap(part => within(part, most - 1))))]
    const own = parts.filter(part => !isList(part))
    const deeper = parts.filter(isList).flatMap(inner => itemsWithin(inner, most))
    return own.length > 0 ? [item.copy(Fragment.from(own)), ...deeper] : deeper
  })
}
