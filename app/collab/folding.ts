import type { Node } from '@tiptap/pm/model'
import type { Mappable } from '@tiptap/pm/transform'
import { sha256Of } from '~/proposal/sha256'

/** A heading and what stands under it, until the next heading of its level or a higher one. */
export type Part = {
  /** Says which heading it is, in this text, without its words. */
  readonly key: string
  readonly title: string
  readonly pos: number
  readonly from: number
  readonly to: number
}

/** What a heading reads: the characters that stand for a figure, a footnote or what a suggestion does are no words. */
function titleOf(heading: Node): string {
  let title = ''
  heading.forEach(({ text = '', marks }) => {
    const isSign = marks.some(
      ({ type: { name }, attrs }) =>
        name === 'figure' || name === 'footnote' || (name === 'insertion' && attrs.does !== ''),
    )
    if (!isSign) title += text
  })
  return title.trim()
}

/** The parts of a text, in order. A part lies inside the one before it where its heading is lower. */
export function partsOf(doc: Node): Part[] {
  const headings: { words: string; title: string; pos: number; from: number; level: number }[] = []
  doc.forEach((node, pos) => {
    if (node.type.name !== 'heading') return
    const level = Number(node.attrs.level)
    const from = pos + node.nodeSize
    headings.push({ words: node.textContent, title: titleOf(node), pos, from, level })
  })
  const seen = new Map<string, number>()
  return headings.map(({ words, title, pos, from, level }, i) => {
    const times = (seen.get(words) ?? 0) + 1
    seen.set(words, times)
    const next = headings.slice(i + 1).find(other => other.level <= level)
    const key = sha256Of(`${times} ${words}`).slice(0, 16)
    return { key, title, pos, from, to: next?.pos ?? doc.content.size }
  })
}

/** The parts that a place lies under, the widest first. */
export const partsAround = (parts: readonly Part[], pos: number): Part[] =>
  parts.filter(({ from, to }) => pos >= from && pos < to)

/** The heading that a place belongs to: the one that it stands in, or the nearest that it lies under. */
export const partAt = (parts: readonly Part[], pos: number): Part | null =>
  parts.findLast(part => pos >= part.pos && pos < part.to) ?? null

/** The folded part that hides a place, the widest one; null where the place can be seen. */
export const hidingPart = (
  parts: readonly Part[],
  folded: ReadonlySet<string>,
  pos: number,
): Part | null => partsAround(parts, pos).find(({ key }) => folded.has(key)) ?? null

/** What stays folded where one writes oneself: a heading that is moved or changed is still the same. */
export function carried(
  folded: ReadonlySet<string>,
  before: readonly Part[],
  after: readonly Part[],
  mapping: Mappable,
): Set<string> {
  const gone = before.filter(({ key }) => folded.has(key))
  const kept = gone.flatMap(({ pos }) => {
    const { pos: now, deleted } = mapping.mapResult(pos)
    const part = deleted ? undefined : after.find(one => one.pos === now)
    return part ? [part.key] : []
  })
  const others = [...folded].filter(key => !gone.some(part => part.key === key))
  return new Set([...others, ...kept])
}
